import { digitsValue, FIVE_DIGITS } from "./base62.ts";
import { type BaseChange, baseChange, changeBase } from "./change-base.ts";

/** As many digits as one change of base takes in: 32 groups of five. */
export const SHORT_DIGITS = 160;

let change: BaseChange | undefined;

/** The change from groups of five digits to words of 16 bits; the words stand in its `out`, the least first. */
export function digitsToWords(): BaseChange {
  change ??= baseChange(FIVE_DIGITS, 65_536);
  return change;
}

/** Changes the digits from `start` to `end`: gives the number of words, or −1 when a character is no digit. */
export function changeDigits(code: string, start: number, end: number): number {
  const { limbs } = digitsToWords();
  let count = 0;
  let sum = 0;
  for (let right = end; right > start; right -= 5) {
    const limb = digitsValue(code, Math.max(start, right - 5), right);
    limbs[count++] = limb;
    sum += limb;
  }
  return Number.isNaN(sum) ? -1 : changeBase(digitsToWords(), count);
}
