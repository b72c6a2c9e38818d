import { FIVE_DIGITS, fiveDigits } from "./base62.ts";
import { bigDigits } from "./big-digits.ts";
import { type BaseChange, baseChange, changeBase } from "./change-base.ts";

/** As many bytes as one change of base sums exactly: 60 words. */
const SHORT_BYTES = 120;

let wordsToDigits: BaseChange | undefined;

/**
 * Bytes in base 62, as one large number, big end first; each leading zero byte is a leading "0". The format is that of
 * `base-x`. Up to 120 bytes without a big integer; beyond that in subquadratic time.
 *
 * @throws TypeError when it is not a Uint8Array.
 * @example
 * encodeBytes(Uint8Array.of(0, 255, 255)); // => "0H31"
 */
export function encodeBytes(bytes: Uint8Array): string {
  if (!(bytes instanceof Uint8Array)) throw new TypeError(`Expected \`bytes\` to be a Uint8Array, got ${bytes}.`);
  let zeros = 0;
  while (zeros < bytes.length && bytes[zeros] === 0) zeros++;
  const digits = bytes.length - zeros > SHORT_BYTES ? bigDigits(bigOf(bytes)) : shortDigits(bytes, zeros);
  return zeros === 0 ? digits : "0".repeat(zeros) + digits;
}

function shortDigits(bytes: Uint8Array, start: number): string {
  wordsToDigits ??= baseChange(65_536, FIVE_DIGITS);
  const { limbs, out } = wordsToDigits;
  let count = 0;
  let i = bytes.length - 1;
  for (; i > start; i -= 2) limbs[count++] = bytes[i]! + bytes[i - 1]! * 256;
  if (i === start) limbs[count++] = bytes[i]!;
  let top = changeBase(wordsToDigits, count) - 1;
  if (top < 0) return "";
  const first = fiveDigits(out[top]!);
  let zeros = 0;
  while (first.charCodeAt(zeros) === 48) zeros++;
  let digits = zeros === 0 ? first : first.slice(zeros);
  while (--top >= 0) digits += fiveDigits(out[top]!);
  return digits;
}

function bigOf(bytes: Uint8Array): bigint {
  const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
  let text = "0x";
  for (const byte of bytes) text += hex[byte]!;
  return BigInt(text);
}
