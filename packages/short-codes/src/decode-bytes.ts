import { digitTables, FIVE_DIGITS } from "./base62.ts";
import { type BaseChange, baseChange, changeBase } from "./change-base.ts";
import { checkDigits } from "./check-digits.ts";
import { CodeError } from "./code-error.ts";
import { bigValue } from "./decode-big-int.ts";

/** As many digits as one change of base sums exactly: 32 groups of five. */
const SHORT_DIGITS = 160;

let digitsToWords: BaseChange | undefined;

/**
 * The bytes that {@link encodeBytes} made a code from. Every string of digits is the code of some bytes, and of no others.
 *
 * @throws CodeError for a character that is no digit.
 * @example
 * decodeBytes("0H31"); // => Uint8Array.of(0, 255, 255)
 */
export function decodeBytes(code: string): Uint8Array {
  let zeros = 0;
  while (zeros < code.length && code.charCodeAt(zeros) === 48) zeros++;
  if (code.length - zeros > SHORT_DIGITS) return longBytes(code, zeros);
  digitsToWords ??= baseChange(FIVE_DIGITS, 65_536);
  const { limbs, out } = digitsToWords;
  const { values } = digitTables();
  let count = 0;
  let seen = 0;
  for (let end = code.length; end > zeros; end -= 5) {
    let limb = 0;
    for (let i = Math.max(zeros, end - 5); i < end; i++) {
      const character = code.charCodeAt(i);
      const digit = values[character & 127]!;
      seen |= digit | character;
      limb = limb * 62 + digit;
    }
    limbs[count++] = limb;
  }
  if (seen > 127) throw new CodeError("CHARACTER", code);
  const words = changeBase(digitsToWords, count);
  const odd = words > 0 && out[words - 1]! < 256 ? 1 : 0;
  const bytes = new Uint8Array(zeros + words * 2 - odd);
  let at = bytes.length;
  for (let i = 0; i < words; i++) {
    const word = out[i]!;
    bytes[--at] = word;
    // Past the last byte of an odd number this writes a zero, which is there already.
    bytes[--at] = word >> 8;
  }
  return bytes;
}

function longBytes(code: string, zeros: number): Uint8Array {
  checkDigits(code);
  const hex = bigValue(code, zeros).toString(16);
  const bytes = new Uint8Array(zeros + ((hex.length + 1) >> 1));
  for (let at = bytes.length - 1, end = hex.length; end > 0; end -= 2) {
    bytes[at--] = Number.parseInt(hex.slice(Math.max(0, end - 2), end), 16);
  }
  return bytes;
}
