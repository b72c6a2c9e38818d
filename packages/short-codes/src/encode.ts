import { numberDigits } from "./base62.ts";
import { bigDigits } from "./big-digits.ts";

/**
 * A whole number ≥ 0 in base 62: digits, then capitals, then small letters, so that codes of one length sort as their
 * numbers do. A bigint may be of any size, in subquadratic time; where
 * many are long, {@link encodeBigInt} writes the same codes sooner.
 *
 * @throws RangeError when the number is negative or not whole, or is a `number` beyond 2^53 − 1 (give a bigint).
 * @example
 * encode(125_000); // => "WW8"
 * encode(2n ** 64n); // => "LygHa16AHYG"
 */
export function encode(value: number | bigint): string {
  if (value >= 0) {
    if (typeof value === "bigint") return bigDigits(value, 0, (part) => numberDigits(Number(part)));
    if (Number.isSafeInteger(value)) return numberDigits(value);
  }
  throw new RangeError(`Expected \`value\` to be a safe integer or bigint ≥ 0, got ${value}.`);
}
