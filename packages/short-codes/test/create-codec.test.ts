import {
  BASE62,
  CodeError,
  CROCKFORD32,
  createCodec,
  decodeBigInt,
  encode,
  UNAMBIGUOUS,
} from "@groundwork/short-codes";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("createCodec", () => {
  it("is `encode` when its alphabet is base 62", () => {
    const codec = createCodec(BASE62);
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 400n }), (value) => {
        expect(codec.encode(value)).toBe(encode(value));
        expect(codec.decodeBigInt(codec.encode(value))).toBe(decodeBigInt(encode(value)));
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it("is `toString(base)` when its alphabet is the beginning of base 36", () => {
    const digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    for (let base = 2; base <= 36; base++) {
      const codec = createCodec(digits.slice(0, base));
      for (const value of [0n, 1n, BigInt(base), 2n ** 53n - 1n, 2n ** 53n, 7n ** 100n]) {
        expect(codec.encode(value)).toBe(value.toString(base));
        expect(codec.decodeBigInt(value.toString(base))).toBe(value);
      }
    }
  });

  it("fills up to a fixed width, and then takes no other", () => {
    const codec = createCodec(UNAMBIGUOUS, { length: 5 });
    const size = UNAMBIGUOUS.length;
    expect(codec.encode(0)).toBe("33333");
    expect(codec.decode(codec.encode(size ** 5 - 1))).toBe(size ** 5 - 1);
    expect(() => codec.encode(size ** 5)).toThrow("Expected `value` to fit 5 digits");
    for (const code of ["", "3333", "333333"]) expect(() => codec.decode(code)).toThrow(CodeError);
  });

  it("takes small letters for capitals when told, and nothing else for a digit", () => {
    const codec = createCodec(CROCKFORD32, { ignoreCase: true });
    const small = createCodec(CROCKFORD32.toLowerCase(), { ignoreCase: true });
    expect(codec.decode("zz")).toBe(codec.decode("ZZ"));
    expect(small.encode(1_023)).toBe("zz");
    expect(small.decode("ZZ")).toBe(1_023);
    for (const code of ["I", "l", "O", "U", "ß", "ﬀ", "ı", "ſ", "\u212a", "-"]) expect(codec.isCode(code)).toBe(false);
    expect(createCodec(CROCKFORD32).isCode("z")).toBe(false);
  });

  it("decodes a string exactly when encoding gives it back", () => {
    const codec = createCodec("xyz");
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."xyzw"), maxLength: 40 }), (code) => {
        const canonical = /^(x|[yz][xyz]*)$/.test(code);
        expect(codec.isCode(code)).toBe(canonical);
        if (canonical) expect(codec.encode(codec.decodeBigInt(code))).toBe(code);
        else expect(() => codec.decodeBigInt(code)).toThrow(CodeError);
      }),
      { seed: 6, numRuns: 2_000 },
    );
    expect(() => codec.decode("z".repeat(40))).toThrow("RANGE");
  });

  it("names what it refuses", () => {
    for (const alphabet of ["", "a", "aa", "abca", "a b", "aé", "a\n"]) {
      expect(() => createCodec(alphabet)).toThrow(
        "Expected `alphabet` to be 2 to 94 different visible ASCII characters",
      );
    }
    expect(() => createCodec(BASE62, { ignoreCase: true })).toThrow(RangeError);
    expect(() => createCodec("ab", { length: 0 })).toThrow("Expected `length` to be an integer ≥ 1, got 0.");
    for (const codec of [createCodec("0123456789"), createCodec(CROCKFORD32, { length: 6, ignoreCase: true })]) {
      for (const decode of [codec.decode, codec.decodeBigInt]) {
        expect(() => decode(7 as unknown as string)).toThrow(new TypeError("Expected `code` to be a string, got 7."));
      }
    }
    for (const value of [-1, 0.5, -1n, 2 ** 53]) expect(() => createCodec("ab").encode(value)).toThrow(RangeError);
  });

  it("the alphabet that is read by eye holds one of each group that looks alike", () => {
    for (const group of ["0Oo", "1Il", "2Zz", "5Ss"]) {
      expect(Array.from(group).filter((character) => UNAMBIGUOUS.includes(character))).toEqual([]);
    }
  });
});
