import { BASE62, randomCode, UNAMBIGUOUS } from "@groundwork/short-codes";
import { describe, expect, it } from "vitest";

/** xorshift128: numbers in [0, 1) that are the same on every run. */
function seeded(seed: number): () => number {
  let [a, b, c, d] = [seed, 362_436_069, 521_288_629, 88_675_123];
  return () => {
    const t = a ^ (a << 11);
    [a, b, c] = [b, c, d];
    d = d ^ (d >>> 19) ^ t ^ (t >>> 8);
    return (d >>> 0) / 2 ** 32;
  };
}

/** Chi-squared of counts that should be equal, in standard deviations from its mean. */
function deviation(counts: number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const chi = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const freedom = counts.length - 1;
  return (chi - freedom) / Math.sqrt(2 * freedom);
}

function tally(alphabet: string, draws: number, code: () => string): { single: number; places: number; pairs: number } {
  const size = alphabet.length;
  const single: number[] = new Array(size).fill(0);
  const last: number[] = new Array(size).fill(0);
  const pairs: number[] = new Array(size * size).fill(0);
  for (let i = 0; i < draws; i++) {
    const digits = Array.from(code(), (digit) => alphabet.indexOf(digit));
    for (const digit of digits) single[digit]! += 1;
    last[digits.at(-1)!]! += 1;
    pairs[digits[0]! * size + digits[1]!]! += 1;
  }
  return { single: deviation(single), places: deviation(last), pairs: deviation(pairs) };
}

describe("randomCode", () => {
  it("is uniform over digits, over the odd last digit, and over pairs, for several alphabets (fixed seed)", () => {
    for (const alphabet of ["abc", UNAMBIGUOUS, BASE62, "0123456789"]) {
      const random = seeded(12_345);
      const found = tally(alphabet, 60_000, () => randomCode(5, { alphabet, random }));
      for (const value of Object.values(found))
        expect(Math.abs(value), `${alphabet} ${JSON.stringify(found)}`).toBeLessThan(4);
    }
  });

  it("is uniform from the platform's generator as well", () => {
    // Six standard deviations: a false alarm once in a hundred million runs.
    const found = tally(BASE62, 60_000, () => randomCode(5));
    for (const value of Object.values(found)) expect(Math.abs(value)).toBeLessThan(6);
  });

  it("would notice a bias: folding the draws in, as a remainder does, fails the same test", () => {
    const random = seeded(12_345);
    const folded = () => Array.from({ length: 5 }, () => BASE62[Math.floor(random() * 256) % 62]).join("");
    expect(tally(BASE62, 60_000, folded).single).toBeGreaterThan(50);
  });

  it("throws a draw away that would favour some digits", () => {
    const draws = [65_535, 65_348, 65_347];
    const random = () => draws.shift()! / 65_536;
    expect(randomCode(2, { random })).toBe("zz");
    expect(draws).toEqual([]);
  });

  it("has the length and the alphabet that were asked for, and does not repeat itself", () => {
    const codes = Array.from({ length: 20_000 }, () => randomCode(11));
    expect(new Set(codes).size).toBe(20_000);
    for (const code of codes) if (!/^[0-9A-Za-z]{11}$/.test(code)) expect.unreachable(code);
    for (const length of [1, 2, 3, 21, 500]) {
      expect(randomCode(length)).toHaveLength(length);
      expect(randomCode(length, { alphabet: "xy" })).toMatch(new RegExp(`^[xy]{${length}}$`));
    }
  });

  it("names what it refuses", () => {
    for (const length of [0, -1, 1.5, Number.NaN]) {
      expect(() => randomCode(length)).toThrow(`Expected \`length\` to be an integer ≥ 1, got ${length}.`);
    }
    expect(() => randomCode(3, { alphabet: "aba" })).toThrow(RangeError);
  });
});
