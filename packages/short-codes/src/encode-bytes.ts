import { encodeBigInt } from "./encode-big-int.ts";
import { SHORT_WORDS, wordDigits, wordsToDigits } from "./word-digits.ts";

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
  const short = bytes.length - zeros <= 2 * SHORT_WORDS;
  const digits = short ? shortDigits(bytes, zeros) : encodeBigInt(bigOf(bytes));
  return zeros === 0 ? digits : "0".repeat(zeros) + digits;
}

function shortDigits(bytes: Uint8Array, start: number): string {
  const { limbs } = wordsToDigits();
  let count = 0;
  let i = bytes.length - 1;
  for (; i > start; i -= 2) limbs[count++] = bytes[i]! + bytes[i - 1]! * 256;
  if (i === start) limbs[count++] = bytes[i]!;
  return wordDigits(count);
}

function bigOf(bytes: Uint8Array): bigint {
  const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
  let text = "0x";
  for (const byte of bytes) text += hex[byte]!;
  return BigInt(text);
}
