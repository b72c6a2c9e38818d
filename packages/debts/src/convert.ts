import { type Amount, exact, inKind, type SameKind } from "./amount.ts";
import { currencyExponent } from "./currency-exponent.ts";

/** What one whole unit of `from` is worth in `to`, and when. Plain data. */
export interface Rate {
  readonly from: string;
  readonly to: string;
  /** A decimal above 0, or a fraction of two: `"1.0834"`, `"1/1.0834"`. Kept as text, so nothing is lost. */
  readonly rate: string;
  /** When the rate held, such as `"2026-11-23"`; carried along, not interpreted. */
  readonly asOf?: string | undefined;
}

/**
 * Converts minor units of `from` into minor units of `to`.
 *
 * Computed as a fraction with both currencies' ISO 4217 exponents and rounded once, half away from zero, so that a
 * refund mirrors its purchase. Convert a total before splitting it: converted shares need not sum to the converted total.
 *
 * @throws RangeError when the rate is not a decimal above 0 or a fraction of two.
 * @example
 * convert(10000, { from: "EUR", to: "USD", rate: "1.0834", asOf: "2026-11-23" }); // => 10834
 * convert(10000, { from: "EUR", to: "JPY", rate: "164.25" }); // => 16425
 */
export function convert<A extends Amount>(amount: A, { from, to, rate }: Rate): SameKind<A> {
  const [numerator, denominator] = readRate(rate);
  const above = exact(amount, "`amount`") * numerator * 10n ** BigInt(currencyExponent(to)) * 2n;
  const below = denominator * 10n ** BigInt(currencyExponent(from));
  return inKind((above + (above < 0n ? -below : below)) / (below * 2n), amount);
}

/**
 * The same rate the other way round, exact: a fraction, not a rounded decimal.
 *
 * @example
 * inverseRate({ from: "EUR", to: "USD", rate: "1.25" }); // => { from: "USD", to: "EUR", rate: "100/125" }
 */
export function inverseRate({ rate, ...rest }: Rate): Rate {
  const [numerator, denominator] = readRate(rate);
  return { ...rest, from: rest.to, to: rest.from, rate: `${denominator}/${numerator}` };
}

/**
 * The rate that a conversion was made at, from both amounts as a bank statement shows them.
 *
 * @throws RangeError unless both amounts are above 0.
 * @example
 * rateBetween({ amount: 10000, currency: "EUR" }, { amount: 16425, currency: "JPY" });
 * // => { from: "EUR", to: "JPY", rate: "1642500/10000" }
 */
export function rateBetween(given: Money, got: Money, asOf?: string): Rate {
  const above = exact(got.amount, "`amount`") * 10n ** BigInt(currencyExponent(given.currency));
  const below = exact(given.amount, "`amount`") * 10n ** BigInt(currencyExponent(got.currency));
  if (above <= 0n || below <= 0n)
    throw new RangeError(`Expected amounts above 0, got ${given.amount} and ${got.amount}.`);
  return { from: given.currency, to: got.currency, rate: `${above}/${below}`, ...(asOf === undefined ? {} : { asOf }) };
}

/** An amount with its currency. */
export interface Money {
  readonly amount: Amount;
  readonly currency: string;
}

function readRate(rate: string): [bigint, bigint] {
  const match = /^(\d+)(?:\.(\d+))?(?:\/(\d+)(?:\.(\d+))?)?$/.exec(rate);
  const [, whole = "", decimals = "", lower = "1", lowerDecimals = ""] = match ?? [];
  const numerator = BigInt(whole + decimals) * 10n ** BigInt(lowerDecimals.length);
  const denominator = BigInt(lower + lowerDecimals) * 10n ** BigInt(decimals.length);
  if (numerator * denominator === 0n)
    throw new RangeError(`Expected \`rate\` such as "1.0834" or "1/1.0834", got ${JSON.stringify(rate)}.`);
  return [numerator, denominator];
}
