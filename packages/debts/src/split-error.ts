/** What did not add up; see {@link SplitError}. */
export type SplitErrorCode = "sum" | "percent" | "adjustments" | "items" | "payers" | "shares" | "balances";

/**
 * Amounts that should add up and do not.
 *
 * `difference` is `expected - got`: positive when something is missing, negative when there is too much.
 * `code` says which rule failed: `"sum"` exact amounts, `"percent"` percentages against 100, `"adjustments"` leave less
 * than nothing to share, `"items"` items, tax and tip against the total, `"payers"` and `"shares"` of an expense
 * against its amount, `"balances"` against zero.
 *
 * @example
 * splitExactly(1000, [["ann", 600], ["ben", 399]]); // throws SplitError
 */
export class SplitError extends Error {
  override name = "SplitError" as const;
  readonly code: SplitErrorCode;
  readonly expected: number | bigint;
  readonly got: number | bigint;
  readonly difference: number | bigint;

  constructor(
    code: SplitErrorCode,
    what: string,
    expected: number | bigint,
    got: number | bigint,
    difference: number | bigint,
  ) {
    super(`Expected ${what} to be ${expected}, got ${got} (difference ${difference}).`);
    this.code = code;
    this.expected = expected;
    this.got = got;
    this.difference = difference;
  }
}
