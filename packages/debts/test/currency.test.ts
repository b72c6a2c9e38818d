import {
  CurrencyError,
  convert,
  convertEntry,
  currencyExponent,
  inverseRate,
  netBalances,
  rateBetween,
  splitEqually,
} from "@groundwork/debts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const run = { seed: 31, numRuns: 400 };
const rate = fc.tuple(fc.integer({ min: 1, max: 10 ** 7 }), fc.integer({ min: 0, max: 6 })).map(([digits, places]) => {
  const text = String(digits).padStart(places + 1, "0");
  return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
});
const currency = fc.constantFrom("EUR", "JPY", "KWD", "CLF");

describe("currencyExponent", () => {
  test("follows ISO 4217", () => {
    expect(["EUR", "JPY", "KRW", "VND", "ISK", "BHD", "TND", "CLF", "UYW", "MGA"].map(currencyExponent)).toEqual([
      2, 0, 0, 0, 0, 3, 3, 4, 4, 2,
    ]);
    // Codes that stand across two entries of a list are not entries.
    expect(currencyExponent("IFC")).toBe(2);
    expect(() => currencyExponent("eur")).toThrow(RangeError);
  });
});

describe("convert", () => {
  test("is the nearest unit to the exact fraction, half away from zero, and mirrors refunds", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        rate,
        currency,
        currency,
        (amount, text, from, to) => {
          const result = convert(amount, { from, to, rate: text });
          const [whole, decimals = ""] = text.split(".");
          const above = amount * BigInt(whole + decimals) * 10n ** BigInt(currencyExponent(to));
          const below = 10n ** BigInt(decimals.length + currencyExponent(from));
          const twice = 2n * (result * below - above);
          // |result - exact| ≤ 1/2, and exactly 1/2 only away from zero.
          expect(twice <= below && twice >= -below).toBe(true);
          if (twice === (amount > 0n ? -below : below)) throw new Error("a half was rounded towards zero");
          expect(convert(-amount, { from, to, rate: text })).toBe(-result);
        },
      ),
      run,
    );
  });

  test("inverts exactly: there and back is the same amount where the first step was exact", () => {
    const third = { from: "EUR", to: "USD", rate: "3" };
    expect(convert(convert(1001, third), inverseRate(third))).toBe(1001);
    expect(convert(300, inverseRate(third))).toBe(100);
    expect(convert(100, inverseRate(inverseRate({ ...third, rate: "1.0834" })))).toBe(108);
  });

  test("derives the rate from both amounts, and converts the one into the other", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 9 }),
        fc.integer({ min: 1, max: 10 ** 9 }),
        currency,
        currency,
        (given, got, from, to) => {
          const derived = rateBetween({ amount: given, currency: from }, { amount: got, currency: to }, "2026-11-23");
          expect(derived.asOf).toBe("2026-11-23");
          expect(convert(given, derived)).toBe(got);
          expect(convert(got, inverseRate(derived))).toBe(given);
        },
      ),
      run,
    );
  });

  test("refuses rates that are not above 0, unsafe results and wrong codes", () => {
    for (const text of ["0", "0.00", "1/0", "-1", "1e3", "", "1,5", "1/2/3"]) {
      expect(() => convert(1, { from: "EUR", to: "USD", rate: text }), text).toThrow(/rate/);
    }
    expect(() => convert(Number.MAX_SAFE_INTEGER, { from: "EUR", to: "USD", rate: "2" })).toThrow(/bigint/);
    expect(() => convert(1, { from: "EUR", to: "dollar", rate: "2" })).toThrow(/dollar/);
  });
});

describe("convertEntry", () => {
  test("converts the total and allocates it, so that shares and payers still sum", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), rate, fc.string(), (total, text, key) => {
        const entry = {
          id: "e",
          amount: total,
          title: "hotel",
          paidBy: splitEqually(total, ["a", "b"]),
          shares: splitEqually(total, ["a", "b", "c"]),
          currency: "EUR",
        };
        const converted = convertEntry(entry, { from: "EUR", to: "JPY", rate: text }, { key });
        expect(converted.amount).toBe(convert(total, { from: "EUR", to: "JPY", rate: text }));
        expect(converted).toMatchObject({ title: "hotel", currency: "JPY" });
        expect([...netBalances([converted]).values()].reduce((a, b) => a + b, 0)).toBe(0);
      }),
      run,
    );
  });

  test("converts payments, and refuses another currency than the rate's", () => {
    const payment = { from: "a", to: "b", amount: 1000n, currency: "EUR" };
    expect(convertEntry(payment, { from: "EUR", to: "USD", rate: "1.1" })).toEqual({
      from: "a",
      to: "b",
      amount: 1100n,
      currency: "USD",
    });
    expect(() => convertEntry(payment, { from: "USD", to: "EUR", rate: "1.1" })).toThrow(CurrencyError);
  });
});
