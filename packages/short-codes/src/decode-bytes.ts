import { checkCode } from "./check-code.ts";
import { CodeError } from "./code-error.ts";
import { bigValue } from "./decode-big-int.ts";
import { changeDigits, digitsToWords, SHORT_DIGITS } from "./digits-words.ts";

/**
 * The bytes that {@link encodeBytes} made a code from. Every string of digits is the code of some bytes, and of no others.
 *
 * @throws CodeError for a character that is no digit; TypeError for what is no string.
 * @example
 * decodeBytes("0H31"); // => Uint8Array.of(0, 255, 255)
 */
export function decodeBytes(code: string): Uint8Array {
  checkCode(code);
  let zeros = 0;
  while (zeros < code.length && code.charCodeAt(zeros) === 48) zeros++;
  if (code.length - zeros > SHORT_DIGITS) return longBytes(code, zeros);
  const words = changeDigits(code, zeros, code.length);
  if (words < 0) throw new CodeError("CHARACTER", code);
  const { out } = digitsToWords();
  const odd = words > 0 && out[words - 1]! < 256 ? 1 : 0;
  const bytes = new Uint8Array(zeros + words * 2 - odd);
  let at = bytes.length;
  for (let i = 0; i < words; i++) {
    const word = out[i]!;
    bytes[--at] = word;
    // Above the last byte of an odd number stands nothing, or a zero that is there already.
    bytes[--at] = word >> 8;
  }
  return bytes;
}

function longBytes(code: string, zeros: number): Uint8Array {
  const hex = bigValue(code, zeros).toString(16);
  const bytes = new Uint8Array(zeros + ((hex.length + 1) >> 1));
  const nibble = (i: number) => {
    const character = hex.charCodeAt(i);
    return character < 58 ? character - 48 : character - 87;
  };
  let at = bytes.length;
  for (let i = hex.length - 1; i >= 0; i -= 2) bytes[--at] = nibble(i) | (i > 0 ? nibble(i - 1) << 4 : 0);
  return bytes;
}
