import { bigPower } from "./big-digits.ts";
import { checkDigits, digitsValue } from "./check-digits.ts";
import { CodeError } from "./code-error.ts";

/**
 * The number that {@link encode} made a code from, as a bigint of any size, in subquadratic time.
 *
 * @throws CodeError for a character that is no digit, an empty code, or a leading zero.
 * @example
 * decodeBigInt("LygHa16AHYG"); // => 18446744073709551616n
 */
export function decodeBigInt(code: string): bigint {
  checkDigits(code);
  if (code === "" || (code.startsWith("0") && code !== "0")) throw new CodeError("CANONICAL", code);
  return bigValue(code, 0);
}

/** The value of the digits from `start` on; digits only, but leading zeros are fine. */
export function bigValue(code: string, start: number): bigint {
  let level = 0;
  while (8 << level < code.length - start) level++;
  return join(code, start, code.length, level);
}

/** The value of at most 8 · 2^level digits. */
function join(code: string, start: number, end: number, level: number): bigint {
  if (level === 0) return BigInt(digitsValue(code, start, end));
  const middle = end - (4 << level);
  const low = (from: number) => join(code, from, end, level - 1);
  return middle <= start ? low(start) : join(code, start, middle, level - 1) * bigPower(level - 1) + low(middle);
}
