import { capacity, codesUntil, collisionProbability } from "@groundwork/short-codes";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/** The definition, factor by factor. */
function slow(count: number, space: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += Math.log1p(-i / space);
  return -Math.expm1(sum);
}

describe("capacity", () => {
  it("counts the codes of a length", () => {
    expect([1, 2, 10].map((length) => capacity(length))).toEqual([62n, 3_844n, 839_299_365_868_340_224n]);
    expect(capacity(3, 2)).toBe(8n);
    expect(() => capacity(0)).toThrow("Expected `length` to be an integer ≥ 1, got 0.");
    expect(() => capacity(2, 1.5)).toThrow("Expected `base` to be an integer ≥ 1, got 1.5.");
  });
});

describe("collisionProbability", () => {
  it("is the product of the definition to nine digits, for every count in small spaces", () => {
    for (const space of [1, 2, 3, 10, 64, 65, 100, 365, 1_000, 5_000]) {
      for (let count = 0; count <= space + 1; count++) {
        const expected = count > space ? 1 : slow(count, space);
        const found = collisionProbability(count, space);
        if (Math.abs(found - expected) > 1e-9 * expected)
          expect.unreachable(`${count} of ${space}: ${found} ${expected}`);
      }
    }
  });

  it("is the product of the definition to nine digits, for samples of large spaces", () => {
    const sample = fc.tuple(fc.integer({ min: 2, max: 100_000 }), fc.double({ min: 1, max: 1e12, noNaN: true }));
    fc.assert(
      fc.property(sample, ([count, times]) => {
        const space = Math.ceil(count * times);
        const expected = slow(count, space);
        expect(Math.abs(collisionProbability(count, space) - expected)).toBeLessThanOrEqual(1e-9 * expected);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it("is exact where it is tiny, and certain where it must be", () => {
    expect(collisionProbability(2, 10n ** 30n)).toBeCloseTo(1e-30, 40);
    expect(collisionProbability(63, 62)).toBe(1);
    expect([0, 1].map((count) => collisionProbability(count, 1))).toEqual([0, 0]);
    expect(collisionProbability(365n, 365n)).toBe(1);
  });

  it("names what it refuses", () => {
    expect(() => collisionProbability(-1, 5)).toThrow("Expected `count` to be an integer ≥ 0, got -1.");
    expect(() => collisionProbability(1, 0)).toThrow("Expected `space` to be an integer ≥ 1, got 0.");
    expect(() => codesUntil(1, 5)).toThrow("Expected `probability` to be at least 0 and below 1, got 1.");
  });
});

describe("codesUntil", () => {
  it("is the last count that keeps below the probability", () => {
    const space = fc.oneof(fc.integer({ min: 1, max: 5_000 }), fc.bigInt({ min: 1n, max: 62n ** 12n }));
    fc.assert(
      fc.property(space, fc.double({ min: 0, max: 0.999, noNaN: true }), (n, probability) => {
        const count = codesUntil(probability, n);
        expect(collisionProbability(count, n)).toBeLessThanOrEqual(probability);
        expect(collisionProbability(count + 1, n)).toBeGreaterThan(probability);
      }),
      { seed: 8, numRuns: 500 },
    );
  });
});
