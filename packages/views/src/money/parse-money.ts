import { currencyExponent } from "./currency-exponent.ts";

/**
 * Reads what people type for an amount ("12", "12.5", "12,50", "1 200.00") as minor units of the currency.
 *
 * A single comma or point is the decimal mark, whichever it is; spaces and apostrophes group digits.
 *
 * @returns undefined for anything else: more decimals than the currency has, several marks, no digit, too large.
 */
export function parseMoney(text: string, currency: string): number | undefined {
  const match = /^(-?)(\d+)(?:[.,](\d+))?$/.exec(text.trim().replace(/[\s'’]/g, ""));
  if (match === null) return undefined;
  const exponent = currencyExponent(currency);
  const decimals = match[3] ?? "";
  if (decimals.length > exponent) return undefined;
  const amount = Number(`${match[1]}${match[2]}${decimals.padEnd(exponent, "0")}`);
  return Number.isSafeInteger(amount) ? amount : undefined;
}
