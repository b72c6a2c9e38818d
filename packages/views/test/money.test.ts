import { formatMoney, parseMoney } from "@groundwork/views";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("parseMoney", () => {
  it.each([
    ["12", "EUR", 12_00],
    ["12.5", "EUR", 12_50],
    ["12,50", "EUR", 12_50],
    [" 1 200.00 ", "EUR", 1_200_00],
    ["1'200", "CHF", 1_200_00],
    ["-3.10", "EUR", -3_10],
    ["1200", "JPY", 1200],
    ["1.234", "KWD", 1234],
  ])("reads %j in %s", (text, currency, amount) => {
    expect(parseMoney(text, currency)).toBe(amount);
  });

  it.each([
    ["", "EUR"],
    ["abc", "EUR"],
    ["1.234", "EUR"],
    ["1.5", "JPY"],
    ["1,200.00", "EUR"],
    ["1e5", "EUR"],
    ["99999999999999999", "EUR"],
    ["--1", "EUR"],
  ])("refuses %j in %s", (text, currency) => {
    expect(parseMoney(text, currency)).toBeUndefined();
  });

  it("reads back what formatMoney writes, in every kind of currency", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom("EUR", "JPY", "KWD"), (amount, currency) => {
        const digits = formatMoney(amount, currency, "en").replace(/[^\d.-]/g, "");
        expect(parseMoney(digits, currency)).toBe(amount);
      }),
      { seed: 5 },
    );
  });
});
