import { constant, exponential } from "@groundwork/retry";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const least = () => 0;
const most = () => 1 - 2 ** -53;

describe("exponential", () => {
  it("doubles from the base up to the ceiling", () => {
    const backoff = exponential({ baseMs: 100, maxMs: 1_500, jitter: "none" });
    expect([1, 2, 3, 4, 5, 6].map((attempt) => backoff(attempt))).toEqual([100, 200, 400, 800, 1_500, 1_500]);
  });

  it("is finite at attempt 1,100, where 2 to that power is not", () => {
    for (const baseMs of [0, 1e-300, 100, 1e300]) {
      for (const jitter of ["none", "full", "equal", "decorrelated"] as const) {
        const delay = exponential({ baseMs, jitter, random: () => 0.5 })(1_100, 30_000);
        expect(delay, `${jitter} from ${baseMs}`).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThanOrEqual(30_000);
      }
    }
  });

  it("spreads by the whole delay with full jitter and by half of it with equal jitter", () => {
    const range = (jitter: "full" | "equal") =>
      [least, most].map((random) => exponential({ baseMs: 100, jitter, random })(3));
    expect(range("full")).toEqual([0, expect.closeTo(400, 9)]);
    expect(range("equal")).toEqual([200, expect.closeTo(400, 9)]);
  });

  it("draws decorrelated delays from the base to three times the previous one", () => {
    const at = (random: () => number, previousMs?: number) =>
      exponential({ baseMs: 100, maxMs: 5_000, jitter: "decorrelated", random })(1, previousMs);
    expect([at(least), at(most)]).toEqual([100, expect.closeTo(300, 9)]);
    expect([at(least, 400), at(most, 400)]).toEqual([100, expect.closeTo(1_200, 9)]);
    expect(at(most, 4_000)).toBe(5_000);
    expect(at(most, 1)).toBeCloseTo(300, 9);
  });

  it("stays within its bounds for any options, attempt and random number", () => {
    const kinds = fc.constantFrom("none", "full", "equal", "decorrelated");
    fc.assert(
      fc.property(
        kinds,
        fc.double({ min: 0, max: 1e9, noNaN: true }),
        fc.double({ min: 1, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 1e9, noNaN: true }),
        fc.integer({ min: 1, max: 1e9 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (jitter, baseMs, factor, maxMs, attempt, draw) => {
          const delay = exponential({ baseMs, factor, maxMs, jitter, random: () => draw })(attempt, baseMs);
          expect(delay).toBeGreaterThanOrEqual(0);
          expect(delay).toBeLessThanOrEqual(maxMs);
        },
      ),
      { seed: 1, numRuns: 2_000 },
    );
  });

  it("names what it refuses", () => {
    expect(() => exponential({ baseMs: -1 })).toThrow("Expected `baseMs` to be a finite number ≥ 0, got -1.");
    expect(() => exponential({ factor: 0.5 })).toThrow("Expected `factor` to be a finite number ≥ 1, got 0.5.");
    expect(() => exponential({ maxMs: Infinity })).toThrow(RangeError);
    expect(() => exponential({ maxMs: Number.NaN })).toThrow(RangeError);
    expect(() => exponential({ jitter: "some" as "full" })).toThrow(TypeError);
  });
});

describe("constant", () => {
  it("waits the same after every failure, spread when told", () => {
    expect([1, 2, 1_000].map((attempt) => constant(40)(attempt))).toEqual([40, 40, 40]);
    expect(constant(40, { jitter: "full", random: () => 0.25 })(9)).toBe(10);
    expect(constant(40, { jitter: "equal", random: () => 0.25 })(9)).toBe(25);
  });

  it("names what it refuses", () => {
    expect(() => constant(Number.NaN)).toThrow("Expected `delayMs` to be a finite number ≥ 0, got NaN.");
    expect(() => constant(1, { jitter: "decorrelated" as "full" })).toThrow(TypeError);
  });
});
