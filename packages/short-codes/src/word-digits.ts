import { digitTables, FIVE_DIGITS } from "./base62.ts";
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
  let i = changeBase(wordsToDigits(), count);
  if (i === 0) return "";
  if (i % 2 === 1) out[i++] = 0;
  const first = tenDigits(out[i - 1]!, out[i - 2]!);
  let zeros = 0;
  while (first.charCodeAt(zeros) === 48) zeros++;
  let digits = zeros === 0 ? first : first.slice(zeros);
  for (i -= 4; i >= 0; i -= 2) digits += tenDigits(out[i + 1]!, out[i]!);
  return digits;
}

/** The ten digits of two integers below 62^5. */
function tenDigits(high: number, low: number): string {
  const { codes } = digitTables();
  const t = (high / 62) | 0;
  const u = (high / 3844) | 0;
  const v = (high / 238_328) | 0;
  const w = (high / 14_776_336) | 0;
  const p = (low / 62) | 0;
  const q = (low / 3844) | 0;
  const r = (low / 238_328) | 0;
  const s = (low / 14_776_336) | 0;
  return String.fromCharCode(
    codes[w]!,
    codes[v - w * 62]!,
    codes[u - v * 62]!,
    codes[t - u * 62]!,
    codes[high - t * 62]!,
    codes[s]!,
    codes[r - s * 62]!,
    codes[q - r * 62]!,
    codes[p - q * 62]!,
    codes[low - p * 62]!,
  );
}
