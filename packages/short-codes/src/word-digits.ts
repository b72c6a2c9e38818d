import { FIVE_DIGITS, fiveDigits } from "./base62.ts";
import { type BaseChange, baseChange, changeBase } from "./change-base.ts";

/** As many words of 16 bits as one change of base takes in. */
export const SHORT_WORDS = 60;

let change: BaseChange | undefined;

/** The change from words of 16 bits to groups of five digits; words are written into its limbs, the least first. */
export function wordsToDigits(): BaseChange {
  change ??= baseChange(65_536, FIVE_DIGITS);
  return change;
}

/** The digits of the first `count` words in {@link wordsToDigits}, as few as it takes; none for zero. */
export function wordDigits(count: number): string {
  const { out } = wordsToDigits();
  let i = changeBase(wordsToDigits(), count) - 1;
  if (i < 0) return "";
  const first = fiveDigits(out[i]!);
  let zeros = 0;
  while (first.charCodeAt(zeros) === 48) zeros++;
  let digits = zeros === 0 ? first : first.slice(zeros);
  while (--i >= 0) digits += fiveDigits(out[i]!);
  return digits;
}
