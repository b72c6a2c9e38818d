import { digitTables } from "./base62.ts";
import { checkAlphabet } from "./check-alphabet.ts";

/** Options of {@link randomCode}. */
export interface RandomCodeOptions {
  /** 2 to 94 different visible ASCII characters. Default base 62. */
  alphabet?: string;
  /**
   * A source of numbers in [0, 1), for tests. Default: the platform's cryptographic generator, which is what makes codes
   * hard to guess; `Math.random` here would not.
   */
  random?: () => number;
}

/** 16 bits a draw, 16 KiB at a time, because one call of the generator costs as much as a hundred codes. */
let pool: Uint16Array | undefined;
let next = 0;

/**
 * A random code of `length` digits, every code equally likely: a draw that would favour some digits is thrown away, not
 * folded in. Two digits a draw.
 *
 * @throws RangeError when `length` is no integer ≥ 1, or the alphabet has doubles.
 * @example
 * randomCode(10).length; // => 10
 * randomCode(4, { alphabet: "ab", random: () => 0 }); // => "aaaa"
 */
export function randomCode(length: number, options?: RandomCodeOptions): string {
  if (!(Number.isInteger(length) && length >= 1)) {
    throw new RangeError(`Expected \`length\` to be an integer ≥ 1, got ${length}.`);
  }
  if (options?.alphabet !== undefined || options?.random) return customCode(length, options);
  const { codes } = digitTables();
  let code = "";
  let left = length;
  // Eight digits at a time: joining strings costs more than drawing them.
  for (; left >= 8; left -= 8) {
    const a = drawPair();
    const b = drawPair();
    const c = drawPair();
    const d = drawPair();
    const [p, q, r, s] = [(a / 62) | 0, (b / 62) | 0, (c / 62) | 0, (d / 62) | 0];
    code += String.fromCharCode(
      codes[p]!,
      codes[a - p * 62]!,
      codes[q]!,
      codes[b - q * 62]!,
      codes[r]!,
      codes[c - r * 62]!,
      codes[s]!,
      codes[d - s * 62]!,
    );
  }
  for (; left > 0; left -= 2) {
    const pair = drawPair();
    const first = (pair / 62) | 0;
    const last = codes[pair - first * 62]!;
    code += left > 1 ? String.fromCharCode(codes[first]!, last) : String.fromCharCode(last);
  }
  return code;
}

/** A number below 62². */
function drawPair(): number {
  let drawn = draw();
  // 17 · 3844 of the 65,536 draws; the others are thrown away.
  while (drawn >= 65_348) drawn = draw();
  return drawn % 3844;
}

function customCode(length: number, { alphabet, random }: RandomCodeOptions): string {
  if (alphabet !== undefined) checkAlphabet(alphabet);
  const digits = alphabet ?? String.fromCharCode(...digitTables().codes);
  const base = digits.length;
  const limit = 65_536 - (65_536 % (base * base));
  let code = "";
  while (code.length < length) {
    const drawn = random ? Math.floor(random() * 65_536) : draw();
    if (drawn >= limit) continue;
    const pair = drawn % (base * base);
    code += digits[Math.floor(pair / base)]!;
    if (code.length < length) code += digits[pair % base]!;
  }
  return code;
}

function draw(): number {
  pool ??= new Uint16Array(8192);
  if (next === 0) {
    (globalThis as unknown as { crypto: { getRandomValues(array: Uint16Array): void } }).crypto.getRandomValues(pool);
    next = pool.length;
  }
  const drawn = pool[--next]!;
  // A code that was given away is nowhere in memory afterwards.
  pool[next] = 0;
  return drawn;
}
