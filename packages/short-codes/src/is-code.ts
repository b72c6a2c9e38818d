import { digitsValue } from "./base62.ts";

/**
 * Whether `encode` could have made this: digits of base 62 and no leading zero. What holds here is decoded by
 * {@link decodeBigInt} without an error, and by {@link decode} if it is at most 2^53 − 1.
 *
 * @example
 * ["WW8", "0", "0WW8", "W-8", "", 7].map(isCode); // => [true, true, false, false, false, false]
 */
export function isCode(value: unknown): value is string {
  if (typeof value !== "string" || value === "" || (value.startsWith("0") && value !== "0")) return false;
  return !Number.isNaN(digitsValue(value, 0, value.length));
}
