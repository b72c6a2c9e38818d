/**
 * Amounts of different currencies in one computation.
 *
 * @example
 * netBalances([
 *   { paidBy: "ann", shares: [["ben", 100]], currency: "EUR" },
 *   { paidBy: "ann", shares: [["ben", 100]], currency: "JPY" },
 * ]); // throws CurrencyError
 */
export class CurrencyError extends Error {
  override name = "CurrencyError" as const;
  readonly code = "mixedCurrencies" as const;
  readonly expected: string | undefined;
  readonly got: string | undefined;

  constructor(expected: string | undefined, got: string | undefined) {
    super(
      `Expected entries of one currency, ${expected ?? "none named"}, got ${got ?? "one that names none"}: convert them first.`,
    );
    this.expected = expected;
    this.got = got;
  }
}
