/** 62^5, the largest power of 62 whose arithmetic fits a 32-bit integer. */
export const FIVE_DIGITS = 916_132_832;

/** What digits are looked up in. */
export interface DigitTables {
  /** Every two digits, by value. */
  readonly pairs: string[];
  /** The value of each character code below 128; 128 where it is no digit. */
  readonly values: Uint8Array;
}

let tables: DigitTables | undefined;

/** The tables, made at the first call. */
export function digitTables(): DigitTables {
  if (!tables) {
    tables = { pairs: [], values: new Uint8Array(128).fill(128) };
    const digits = Array.from({ length: 62 }, (_, i) => String.fromCharCode(i + (i < 10 ? 48 : i < 36 ? 55 : 61)));
    for (const first of digits) {
      tables.values[first.charCodeAt(0)] = tables.pairs.length / 62;
      for (const second of digits) tables.pairs.push(first + second);
    }
  }
  return tables;
}

/** The digits of a safe integer ≥ 0, as few as it takes, two at a time. */
export function numberDigits(value: number): string {
  const { pairs } = digitTables();
  if (value < 3844) return value < 62 ? pairs[value]![1]! : pairs[value]!;
  // Below 62^4, and in its remainders, all arithmetic is on 32-bit integers.
  const top = Math.floor(value / 14_776_336);
  const low = value - top * 14_776_336;
  const rest = (low / 3844) | 0;
  const pair = pairs[low - rest * 3844]!;
  return (top ? numberDigits(top) + pairs[rest]! : numberDigits(rest)) + pair;
}

/** The five digits of an integer below 62^5. */
export function fiveDigits(value: number): string {
  const { pairs } = digitTables();
  const top = (value / 238_328) | 0;
  const rest = value - top * 238_328;
  const middle = (rest / 62) | 0;
  return pairs[top]! + pairs[middle]! + pairs[rest - middle * 62]![1]!;
}
