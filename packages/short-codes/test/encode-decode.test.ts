import {
  BASE62,
  CodeError,
  decode,
  decodeBigInt,
  decodeBytes,
  encode,
  encodeBigInt,
  isCode,
} from "@groundwork/short-codes";
import base62 from "@sindresorhus/base62";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const problemOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return error instanceof CodeError ? error.code : String(error);
  }
  return "none";
};

/** The model: one digit at a time. */
function slowEncode(value: bigint): string {
  const rest = value / 62n;
  return (rest === 0n ? "" : slowEncode(rest)) + BASE62[Number(value % 62n)];
}

describe("encode and decode", () => {
  it("writes digits, then capitals, then small letters", () => {
    expect([0, 9, 10, 35, 36, 61, 62, 3_843, 3_844].map(encode)).toEqual([
      "0",
      "9",
      "A",
      "Z",
      "a",
      "z",
      "10",
      "zz",
      "100",
    ]);
    expect(encode(Number.MAX_SAFE_INTEGER)).toBe("fFgnDxSe7");
    expect(encode(-0)).toBe("0");
  });

  it("goes there and back around every power of 62 and of 2", () => {
    for (let power = 0n; power < 1_200n; power++) {
      for (const base of [62n ** (power / 4n), 2n ** power]) {
        for (const value of [base - 1n, base, base + 1n]) {
          const code = encode(value);
          expect(decodeBigInt(code)).toBe(value);
          expect(code).toBe(slowEncode(value));
          expect(encodeBigInt(value)).toBe(code);
          if (value <= BigInt(Number.MAX_SAFE_INTEGER)) {
            expect(encode(Number(value))).toBe(code);
            expect(decode(code)).toBe(Number(value));
          }
        }
      }
    }
  });

  it("agrees with @sindresorhus/base62 on 200,000 numbers of every size", () => {
    let state = 1;
    const random = () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state / 2 ** 32;
    };
    for (let i = 0; i < 200_000; i++) {
      const value = Math.floor((random() + random() / 2 ** 32) * 2 ** (random() * 53));
      const code = encode(value);
      if (code !== base62.encodeInteger(value) || decode(code) !== value) expect.unreachable(`${value} is ${code}`);
    }
  });

  it("agrees with @sindresorhus/base62 on big integers of up to 6,000 bits, however they are halved", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 600n }), fc.nat(9), (value, power) => {
        const large = value ** BigInt(power + 1);
        const code = encode(large);
        expect(code).toBe(base62.encodeBigInt(large));
        expect(encodeBigInt(large)).toBe(code);
        expect(decodeBigInt(code)).toBe(large);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("keeps the order of numbers in codes of one length", () => {
    const numbers = fc.integer({ min: 62 ** 5, max: 62 ** 6 - 1 });
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        expect(encode(a) < encode(b)).toBe(a < b);
      }),
      { seed: 2, numRuns: 2_000 },
    );
  });

  it("refuses every string that it does not produce, and says why", () => {
    for (const code of ["-", "WW 8", "é", "Ā", "İ", "W\u0130", "😀", "a\u0000"]) {
      expect(problemOf(() => decode(code))).toBe("CHARACTER");
      expect(problemOf(() => decodeBigInt(code))).toBe("CHARACTER");
    }
    for (const code of ["", "00", "0WW8", "0000000000000000"]) {
      expect(problemOf(() => decode(code))).toBe("CANONICAL");
      expect(problemOf(() => decodeBigInt(code))).toBe("CANONICAL");
    }
    for (const code of ["fFgnDxSe8", "fFgnDxSe9", "zzzzzzzzz", "1000000000", "z".repeat(2_000)]) {
      expect(problemOf(() => decode(code))).toBe("RANGE");
      expect(encode(decodeBigInt(code))).toBe(code);
    }
  });

  it("refuses what is no string", () => {
    for (const value of [7, 0, 7n, [], ["1"], true]) {
      expect(() => decode(value as unknown as string), String(value)).toThrow(Error);
    }
    expect(problemOf(() => decode(7 as unknown as string))).toBe("CHARACTER");
    for (const value of [7, 0, undefined, null, 7n, ["1"]]) {
      const expected = new TypeError(`Expected \`code\` to be a string, got ${value}.`);
      for (const decodeLarge of [decodeBigInt, decodeBytes]) {
        expect(() => decodeLarge(value as unknown as string)).toThrow(expected);
      }
    }
  });

  it("refuses a character of every kind but the 62, at every place", () => {
    for (let unit = 0; unit < 65_536; unit++) {
      const character = String.fromCharCode(unit);
      if (isCode(`1${character}`) !== BASE62.includes(character)) expect.unreachable(`U+${unit.toString(16)}`);
    }
    for (let at = 0; at < 9; at++) expect(isCode(`${"111111111".slice(0, at)}-${"111111111".slice(at)}`)).toBe(false);
  });

  it("decodes a string exactly when encoding gives it back", () => {
    const near = fc.string({ unit: fc.constantFrom(..."0019AZaz-_ é"), maxLength: 12 });
    fc.assert(
      fc.property(near, (code) => {
        const canonical = /^(0|[1-9A-Za-z][0-9A-Za-z]*)$/.test(code);
        expect(isCode(code)).toBe(canonical);
        expect(problemOf(() => decodeBigInt(code)) === "none").toBe(canonical);
        if (canonical) expect(encode(decodeBigInt(code))).toBe(code);
        if (problemOf(() => decode(code)) === "none") expect(encode(decode(code))).toBe(code);
      }),
      { seed: 3, numRuns: 5_000 },
    );
    for (const value of [undefined, null, 7, 7n, {}, ["1"]]) expect(isCode(value)).toBe(false);
  });

  it("names what it refuses to encode", () => {
    for (const value of [-1n, 1 as unknown as bigint]) {
      expect(() => encodeBigInt(value)).toThrow(`Expected \`value\` to be a bigint ≥ 0, got ${value}.`);
    }
    for (const value of [-1, 0.5, Number.NaN, Infinity, 2 ** 53, -1n, "7" as unknown as number]) {
      expect(() => encode(value)).toThrow(
        new RangeError(`Expected \`value\` to be a safe integer or bigint ≥ 0, got ${value}.`),
      );
    }
  });
});
