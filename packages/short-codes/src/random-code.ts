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
  const { pairs } = digitTables();
  let code = "";
  for (let left = length; left > 0; ) {
    const drawn = draw();
    // 17 · 3844 of the 65,536 draws; the others are thrown away.
    if (drawn >= 65_348) continue;
    const pair = pairs[drawn % 3844]!;
    code += left > 1 ? pair : pair[1]!;
    left -= 2;
  }
  return code;
}

function customCode(length: number, { alphabet, random }: RandomCodeOptions): string {
  if (alphabet !== undefined) checkAlphabet(alphabet);
  const digits =
    alphabet ??
    digitTables()
      .pairs.slice(0, 62)
      .map((pair) => pair[1]!);
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
