const EXPONENTS = { 0: "BIFCLPDJFGNFISKJPYKMFKRWPYGRWFUGXUYIVNDVUVXAFXOFXPF", 3: "BHDIQDJODKWDLYDOMRTND", 4: "CLFUYW" };

/**
 * How many decimals the minor unit of a currency has by ISO 4217: 2, but 0 for JPY, 3 for KWD, 4 for CLF.
 *
 * Not what `Intl` displays, which follows CLDR and differs for some currencies and versions.
 *
 * @throws RangeError when `currency` is not three capital letters.
 * @example
 * currencyExponent("EUR"); // => 2
 * currencyExponent("JPY"); // => 0
 */
export function currencyExponent(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) {
    throw new RangeError(`Expected a currency code such as "EUR", got ${JSON.stringify(currency)}.`);
  }
  for (const [exponent, codes] of Object.entries(EXPONENTS)) {
    for (let i = 0; i < codes.length; i += 3) if (codes.slice(i, i + 3) === currency) return Number(exponent);
  }
  return 2;
}
