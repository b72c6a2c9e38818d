import { bigDigits } from "./big-digits.ts";
import { SHORT_WORDS, wordDigits, wordsToDigits } from "./word-digits.ts";

/** Leaves of 128 digits: 763 bits, which are 48 words. */
const LEAF_LEVEL = 4;

let view: DataView | undefined;

/**
 * The code that {@link encode} gives, sooner for numbers beyond 2^53: up to 120 bytes there is no division of big integers.
 * A function of its own, because it is longer than `encode`.
 *
 * @throws RangeError when it is no bigint ≥ 0.
 * @example
 * encodeBigInt(2n ** 64n); // => "LygHa16AHYG"
 */
export function encodeBigInt(value: bigint): string {
  if (typeof value !== "bigint" || value < 0n) {
    throw new RangeError(`Expected \`value\` to be a bigint ≥ 0, got ${value}.`);
  }
  return bigDigits(value, LEAF_LEVEL, leafDigits) || "0";
}

function leafDigits(value: bigint): string {
  view ??= new DataView(new ArrayBuffer(8));
  const { limbs } = wordsToDigits();
  let count = 0;
  for (let rest = value; rest && count < SHORT_WORDS; rest >>= 64n) {
    view.setBigUint64(0, rest, true);
    for (let i = 0; i < 8; i += 2) limbs[count++] = view.getUint16(i, true);
  }
  return wordDigits(count);
}
