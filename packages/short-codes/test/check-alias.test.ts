import { aliasSkeleton, checkAlias } from "@groundwork/short-codes";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("checkAlias", () => {
  it("gives one spelling back, in small letters unless capitals count", () => {
    expect(checkAlias("My-Link_2")).toMatchObject({ ok: true, alias: "my-link_2" });
    expect(checkAlias("My-Link_2", { caseSensitive: true })).toMatchObject({ ok: true, alias: "My-Link_2" });
    expect(checkAlias("cafe\u0301", { unicode: true })).toMatchObject({ ok: true, alias: "caf\u00e9" });
  });

  it("bounds the length, counted in characters", () => {
    const wrong = { ok: false, problem: "length", least: 3, most: 64 };
    expect([checkAlias("ab"), checkAlias("a".repeat(65)), checkAlias("")]).toEqual([wrong, wrong, wrong]);
    expect(checkAlias("𝒜𝒷", { unicode: true })).toEqual(wrong);
    expect(checkAlias("a", { minLength: 1 })).toMatchObject({ ok: true });
  });

  it("says which character may not stand in it, and where", () => {
    expect(checkAlias("a b")).toEqual({ ok: false, problem: "character", character: " ", index: 1 });
    expect(checkAlias("../etc")).toEqual({ ok: false, problem: "character", character: ".", index: 0 });
    expect(checkAlias("abc\n")).toMatchObject({ problem: "character", index: 3 });
    expect(checkAlias("naïve")).toMatchObject({ problem: "character", character: "ï" });
    expect(checkAlias("naïve", { unicode: true })).toMatchObject({ ok: true });
    expect(checkAlias("abc😀", { unicode: true })).toMatchObject({ problem: "character", character: "😀", index: 3 });
    expect(checkAlias("abc\u200d", { unicode: true })).toMatchObject({ problem: "character" });
    expect(checkAlias("abc\u202e", { unicode: true })).toMatchObject({ problem: "character" });
  });

  it("allows separators inside only, one at a time", () => {
    for (const alias of ["-abc", "abc-", "a--b", "a_-b", "_ab", "ab_"]) {
      expect(checkAlias(alias)).toEqual({ ok: false, problem: "separator" });
    }
    expect(checkAlias("a-b_c")).toMatchObject({ ok: true });
  });

  it("refuses letters of several scripts, but takes those that are written together", () => {
    for (const alias of ["pаypal", "αbc", "приvет", "漢字abc"]) {
      expect(checkAlias(alias, { unicode: true })).toEqual({ ok: false, problem: "mixed-scripts" });
    }
    for (const alias of ["привет", "αβγ", "日本の東京タワー", "한국어", "עברית", "abc123", "привет-123"]) {
      expect(checkAlias(alias, { unicode: true })).toMatchObject({ ok: true });
    }
  });

  it("refuses reserved words and what looks like one", () => {
    const reserved = ["login", "admin", "__proto__", "modem"];
    for (const alias of ["login", "LOGIN", "log1n", "l0gin", "Iogin", "lоgіn"]) {
      const unicode = /[^ -~]/.test(alias);
      // Mixed scripts are refused before.
      expect(checkAlias(alias, { reserved, unicode })).toMatchObject(
        unicode ? { problem: "mixed-scripts" } : { problem: "reserved", word: "login" },
      );
    }
    expect(checkAlias("ｌｏｇｉｎ", { reserved, unicode: true })).toEqual({
      ok: false,
      problem: "reserved",
      word: "login",
    });
    expect(checkAlias("rnodern", { reserved })).toEqual({ ok: false, problem: "reserved", word: "modem" });
    expect(checkAlias("logins", { reserved })).toMatchObject({ ok: true });
    expect(checkAlias("constructor", { reserved })).toMatchObject({ ok: true });
  });

  it("always gives an alias that passes again unchanged, with a skeleton that is its own skeleton's", () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom(..."abIl10-_Z"), fc.string({ unit: "grapheme", maxLength: 1 })),
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, fc.boolean(), (input, unicode) => {
        const check = checkAlias(input, { unicode });
        if (!check.ok) return;
        expect(checkAlias(check.alias, { unicode })).toEqual(check);
        expect(aliasSkeleton(check.alias)).toBe(check.skeleton);
      }),
      { seed: 9, numRuns: 3_000 },
    );
  });

  it("names what it refuses", () => {
    expect(() => checkAlias(7 as unknown as string)).toThrow(new TypeError("Expected `alias` to be a string, got 7."));
  });
});

describe("aliasSkeleton", () => {
  it("is the same for what looks alike", () => {
    const groups = [
      ["paypal", "PayPal", "PAYPA1", "раураl", "pаypаl", "paypaI", "pɑypɑl", "páypàl"],
      ["modern", "rnodem", "MODEM", "м0dern"],
      ["wave", "vvave", "ωave"],
      ["a-b", "a_b", "a~b"],
      ["zoo5", "2OO5", "zο0s"],
    ];
    for (const group of groups) expect(new Set(group.map(aliasSkeleton)).size, group.join()).toBe(1);
  });

  it("differs for what does not", () => {
    const words = [
      "alice",
      "bob",
      "carol",
      "dave",
      "3d",
      "8-ball",
      "hello",
      "help",
      "link-4",
      "link-7",
      "ж",
      "я",
      "漢",
      "字",
    ];
    expect(new Set(words.map(aliasSkeleton)).size).toBe(words.length);
  });
});
