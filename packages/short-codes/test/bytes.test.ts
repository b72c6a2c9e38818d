import { BASE62, CodeError, decodeBytes, encodeBytes } from "@groundwork/short-codes";
import baseX from "base-x";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const peer = baseX(BASE62);

describe("encodeBytes and decodeBytes", () => {
  it("keeps leading zeros, and takes nothing for nothing", () => {
    expect(encodeBytes(new Uint8Array())).toBe("");
    expect(encodeBytes(new Uint8Array(3))).toBe("000");
    expect(decodeBytes("")).toEqual(new Uint8Array());
    expect(decodeBytes("0001")).toEqual(Uint8Array.of(0, 0, 0, 1));
  });

  it("agrees with base-x on every length to 260, at both ends of each and in between", () => {
    for (let length = 0; length <= 260; length++) {
      const middle = Uint8Array.from({ length }, (_, i) => (i * 151 + length * 29 + 7) & 255);
      const one = new Uint8Array(length);
      if (length > 0) one[length - 1] = 1;
      const power = new Uint8Array(length);
      power[0] = 1;
      for (const bytes of [new Uint8Array(length).fill(255), middle, one, power]) {
        const code = encodeBytes(bytes);
        expect(code).toBe(peer.encode(bytes));
        expect(decodeBytes(code)).toEqual(bytes);
      }
    }
  });

  it("agrees with base-x on 100,000 random inputs", () => {
    let state = 9;
    const byte = () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state >>> 24;
    };
    for (let i = 0; i < 100_000; i++) {
      const bytes = Uint8Array.from({ length: byte() >> 3 }, byte);
      if (byte() < 60) bytes.fill(0, 0, byte() >> 5);
      const code = encodeBytes(bytes);
      if (code !== peer.encode(bytes)) expect.unreachable(`${bytes} is ${code}`);
      if (decodeBytes(code).join() !== bytes.join()) expect.unreachable(`${code} is ${bytes}`);
    }
  });

  it("is a bijection: every string of digits is the code of exactly the bytes that it decodes to", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...BASE62, ..."000000"), maxLength: 400 }), (code) => {
        expect(encodeBytes(decodeBytes(code))).toBe(code);
      }),
      { seed: 4, numRuns: 1_000 },
    );
  });

  it("goes there and back at 16 KiB, with leading zeros", () => {
    const bytes = Uint8Array.from({ length: 16_384 }, (_, i) => (i < 3 ? 0 : (i * 7_919) >> 3) & 255);
    expect(decodeBytes(encodeBytes(bytes))).toEqual(bytes);
  });

  it("refuses what is no digit, short and long, and what is no Uint8Array", () => {
    for (const code of ["-", "0-", "é1", `${"1".repeat(300)}_`, `${"1".repeat(300)}Ā`]) {
      expect(() => decodeBytes(code)).toThrow(CodeError);
    }
    expect(() => encodeBytes([1] as unknown as Uint8Array)).toThrow("Expected `bytes` to be a Uint8Array, got 1.");
  });

  it("takes a view into a larger buffer for what it shows", () => {
    const view = Uint8Array.of(9, 0, 1, 9).subarray(1, 3);
    expect(encodeBytes(view)).toBe("01");
  });
});
