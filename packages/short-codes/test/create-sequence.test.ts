import { BASE62, CodeError, createSequence } from "@groundwork/short-codes";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const key = "000102030405060708090a0b0c0d0e0f";

describe("createSequence", () => {
  it("is a bijection on all codes of two and of three digits, and goes on with one digit more", () => {
    for (const length of [2, 3]) {
      const sequence = createSequence({ key, length });
      const full = 62 ** length;
      const seen = new Set<string>();
      for (let index = 0; index < full; index++) {
        const code = sequence.encode(index);
        if (code.length !== length || sequence.decode(code) !== index) expect.unreachable(`${index} is ${code}`);
        seen.add(code);
      }
      expect(seen.size).toBe(full);
      expect(sequence.encode(full)).toHaveLength(length + 1);
    }
  });

  it("goes there and back at every length, at both ends and in between", () => {
    for (let length = 2; length <= 9; length++) {
      const sequence = createSequence({ key, length });
      const index = fc.oneof(fc.maxSafeNat(), fc.nat(1_000_000));
      fc.assert(
        fc.property(index, (i) => {
          expect(sequence.decode(sequence.encode(i))).toBe(i);
        }),
        { seed: length, numRuns: 300 },
      );
      for (let i = 62 ** length, longer = length; longer < 9; longer++, i += 62 ** longer) {
        expect(sequence.encode(i - 1)).toHaveLength(longer);
        expect(sequence.encode(i)).toHaveLength(longer + 1);
        expect([i - 1, i].map((near) => sequence.decode(sequence.encode(near)))).toEqual([i - 1, i]);
      }
      expect(sequence.decode(sequence.encode(Number.MAX_SAFE_INTEGER))).toBe(Number.MAX_SAFE_INTEGER);
    }
  });

  it("never collides over the first 300,000 numbers", () => {
    const sequence = createSequence({ key });
    const codes = new Set<string>();
    for (let index = 0; index < 300_000; index++) codes.add(sequence.encode(index));
    expect(codes.size).toBe(300_000);
  });

  it("changes nearly every digit when one bit of the number or of the key changes", () => {
    // Two random codes agree in a digit once in 62.
    const agreeing = (a: string, b: string) => Array.from(a).filter((digit, i) => digit === b[i]).length;
    const keyOf = (bytes: Uint8Array) => createSequence({ key: bytes, length: 6 });
    const base = new Uint8Array(16).map((_, i) => i * 17);
    let same = 0;
    let digits = 0;
    for (let index = 0; index < 200; index++) {
      const code = keyOf(base).encode(index * 7_919);
      for (let bit = 0; bit < 35; bit++) {
        // By arithmetic: the bitwise operators stop at 32.
        const flipped = index * 7_919 + (Math.floor((index * 7_919) / 2 ** bit) % 2 === 0 ? 2 ** bit : -(2 ** bit));
        same += agreeing(code, keyOf(base).encode(flipped));
        digits += 6;
      }
    }
    for (let bit = 0; bit < 128; bit++) {
      const other = base.slice();
      other[bit >> 3]! ^= 1 << (bit & 7);
      for (let index = 0; index < 50; index++) {
        same += agreeing(keyOf(base).encode(index), keyOf(other).encode(index));
        digits += 6;
      }
    }
    const expected = digits / 62;
    expect(Math.abs(same - expected) / Math.sqrt(expected)).toBeLessThan(4);
  });

  it("spreads consecutive numbers evenly over every digit, and over the step from one code to the next", () => {
    for (const length of [4, 5, 6, 9]) {
      const sequence = createSequence({ key, length });
      const counts = Array.from({ length: length + 1 }, () => new Array<number>(62).fill(0));
      let before = 0;
      for (let index = 0; index < 31_000; index++) {
        const digits = Array.from(sequence.encode(index), (digit) => BASE62.indexOf(digit));
        for (const [place, digit] of digits.entries()) counts[place]![digit]! += 1;
        counts[length]![(digits[0]! - before + 62) % 62]! += 1;
        before = digits[0]!;
      }
      for (const count of counts) {
        const chi = count.reduce((sum, n) => sum + (n - 500) ** 2 / 500, 0);
        // 61 degrees of freedom: mean 61, standard deviation 11.
        expect(chi).toBeGreaterThan(61 - 44);
        expect(chi).toBeLessThan(61 + 55);
      }
    }
  });

  it("differs under every key, and not with the way that a key is written", () => {
    const bytes = Uint8Array.from({ length: 16 }, (_, i) => i);
    expect(createSequence({ key: bytes }).encode(1)).toBe(createSequence({ key }).encode(1));
    expect(createSequence({ key: key.toUpperCase() }).encode(1)).toBe(createSequence({ key }).encode(1));
    const firsts = Array.from({ length: 500 }, (_, i) =>
      createSequence({ key: i.toString(16).padStart(32, "0") }).encode(0),
    );
    expect(new Set(firsts).size).toBe(500);
  });

  it("keeps its codes from version to version", () => {
    const sequence = createSequence({ key });
    expect([1, 2, 3, Number.MAX_SAFE_INTEGER].map(sequence.encode)).toEqual([
      "RTgauj",
      "pCu5cK",
      "VmOltr",
      "4nkTcPSrX",
    ]);
  });

  it("refuses codes that it does not make, and says why", () => {
    const sequence = createSequence({ key, length: 6 });
    const problem = (code: string) => {
      try {
        return sequence.decode(code);
      } catch (error) {
        return error instanceof CodeError ? error.code : error;
      }
    };
    expect(["abc-ef", "abcdeé"].map(problem)).toEqual(["CHARACTER", "CHARACTER"]);
    expect(["", "abcde", "abcdefghij"].map(problem)).toEqual(["LENGTH", "LENGTH", "LENGTH"]);
    for (const value of [7, 123_456, undefined, null, ["abcdef"]]) {
      expect(problem(value as unknown as string)).toEqual(
        new TypeError(`Expected \`code\` to be a string, got ${value}.`),
      );
    }
    // A third of the codes of nine digits stand for numbers beyond 2^53 − 1.
    const answers = Array.from({ length: 300 }, (_, i) => problem(`zzzzzz${String(i).padStart(3, "0")}`));
    const beyond = answers.filter((answer) => answer === "RANGE").length;
    expect(beyond).toBeGreaterThan(60);
    expect(beyond).toBeLessThan(140);
  });

  it("names what it refuses, but never the key", () => {
    for (const bad of ["", "00", `${key}0`, "g".repeat(32), new Uint8Array(15), 7 as unknown as string]) {
      expect(() => createSequence({ key: bad })).toThrow(
        new TypeError("Expected `key` to be 16 bytes or 32 hexadecimal digits, got something else."),
      );
    }
    for (const length of [1, 10, 2.5]) expect(() => createSequence({ key, length })).toThrow(RangeError);
    for (const index of [-1, 0.5, 2 ** 53]) expect(() => createSequence({ key }).encode(index)).toThrow(RangeError);
  });
});
