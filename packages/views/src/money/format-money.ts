import { currencyExponent } from "./currency-exponent.ts";

/**
 * Minor units as people write them: `formatMoney(123_45, "EUR", "en")` is "€123.45". The decimals are those of
 * ISO 4217, not of the locale's data.
 */
export function formatMoney(amount: number, currency: string, locale?: string): string {
  const exponent = currencyExponent(currency);
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
  }).format(amount / 10 ** exponent);
}
