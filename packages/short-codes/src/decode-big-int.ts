import { bigPower } from "./big-digits.ts";
import { checkCode } from "./check-code.ts";
import { CodeError } from "./code-error.ts";
import { changeDigits, digitsToWords } from "./digits-words.ts";

/** Leaves of 128 digits: one change of base each. */
const LEAF_LEVEL = 4;

let view: DataView | undefined;

/**
 * The number that {@link encode} made a code from, as a bigint of any size, in subquadratic time.
 *
 * @throws CodeError for a character that is no digit, an empty code, or a leading zero; TypeError for what is no string.
 * @example
 * decodeBigInt("LygHa16AHYG"); // => 18446744073709551616n
 */
export function decodeBigInt(code: string): bigint {
  checkCode(code);
  const value = bigValue(code, 0);
  if (code === "" || (code.charCodeAt(0) === 48 && code.length > 1)) throw new CodeError("CANONICAL", code);
  return value;
}

/** The value of the digits from `start` on; leading zeros are fine here. */
export function bigValue(code: string, start: number): bigint {
  let level = LEAF_LEVEL;
  while (8 << level < code.length - start) level++;
  return join(code, start, code.length, level);
}

/** The value of at most 8 · 2^level digits. */
function join(code: string, start: number, end: number, level: number): bigint {
  if (level === LEAF_LEVEL) return leafValue(code, start, end);
  const middle = end - (4 << level);
  if (middle <= start) return join(code, start, end, level - 1);
  return join(code, start, middle, level - 1) * bigPower(level - 1) + join(code, middle, end, level - 1);
}

function leafValue(code: string, start: number, end: number): bigint {
  let count = changeDigits(code, start, end);
  if (count < 0) throw new CodeError("CHARACTER", code);
  const { out } = digitsToWords();
  view ??= new DataView(new ArrayBuffer(8));
  let value = 0n;
  // Whole groups of four words: beyond the words in use there may be others' left.
  while (count % 4 > 0) out[count++] = 0;
  for (let i = count - 4; i >= 0; i -= 4) {
    view.setUint32(0, out[i]! + out[i + 1]! * 65_536, true);
    view.setUint32(4, out[i + 2]! + out[i + 3]! * 65_536, true);
    const group = view.getBigUint64(0, true);
    value = i === count - 4 ? group : (value << 64n) | group;
  }
  return value;
}
