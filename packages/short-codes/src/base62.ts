/** 62^5, the largest power of 62 whose arithmetic fits a 32-bit integer. */
export const FIVE_DIGITS = 916_132_832;

/** What digits are looked up in. */
export interface DigitTables {
  /** The character code of each digit. */
  readonly codes: Uint8Array;
  /** The digit of each character code below 128; NaN where it is none, and beyond the table there is `undefined`. */
  readonly values: Float64Array;
}

let tables: DigitTables | undefined;

/** The tables, made at the first call. */
export function digitTables(): DigitTables {
  if (!tables) {
    tables = { codes: new Uint8Array(62), values: new Float64Array(128).fill(NaN) };
    for (let i = 0; i < 62; i++) {
      const code = i + (i < 10 ? 48 : i < 36 ? 55 : 61);
      tables.codes[i] = code;
      tables.values[code] = i;
    }
  }
  return tables;
}

/**
 * The digits of a safe integer ≥ 0, as few as it takes. Two halves of 32-bit arithmetic side by side, and one call that
 * makes all nine digits: joining strings costs more than all else.
 */
export function numberDigits(value: number): string {
  const { codes } = digitTables();
  const high = Math.floor(value / FIVE_DIGITS);
  const low = value - high * FIVE_DIGITS;
  const p = (low / 62) | 0;
  const q = (p / 62) | 0;
  const r = (q / 62) | 0;
  const s = (r / 62) | 0;
  const t = (high / 62) | 0;
  const u = (t / 62) | 0;
  const v = (u / 62) | 0;
  const digits = String.fromCharCode(
    codes[v]!,
    codes[u - v * 62]!,
    codes[t - u * 62]!,
    codes[high - t * 62]!,
    codes[s]!,
    codes[r - s * 62]!,
    codes[q - r * 62]!,
    codes[p - q * 62]!,
    codes[low - p * 62]!,
  );
  let zeros = 0;
  while (zeros < 8 && digits.charCodeAt(zeros) === 48) zeros++;
  return digits.slice(zeros);
}

/** The value of the digits from `start` to `end`; NaN when a character is no digit. Exact up to 2^53. */
export function digitsValue(code: string, start: number, end: number): number {
  const { values } = digitTables();
  let value = 0;
  for (let i = start; i < end; i++) value = value * 62 + values[code.charCodeAt(i)]!;
  return value;
}
