import { checkAlphabet } from "./check-alphabet.ts";
import { checkCode } from "./check-code.ts";
import { CodeError, type CodeProblem } from "./code-error.ts";

/** Options of {@link createCodec}. */
export interface CodecOptions {
  /** Every code has this many digits, filled up from the left with the first of the alphabet. Default: as few as it takes. */
  length?: number;
  /** Take small and capital letters for the same. The alphabet must not hold a letter in both. Default `false`. */
  ignoreCase?: boolean;
}

/** Encoding in an alphabet of one's own. */
export interface Codec {
  encode(value: number | bigint): string;
  /** @throws CodeError for what `encode` does not produce, and beyond 2^53 − 1; TypeError for what is no string. */
  decode(code: string): number;
  /** @throws CodeError for what `encode` does not produce; TypeError for what is no string. */
  decodeBigInt(code: string): bigint;
  /** Whether `decodeBigInt` would take it. */
  isCode(value: unknown): value is string;
}

/**
 * What {@link encode} and {@link decode} do, in any alphabet and in any fixed width. Decoding refuses whatever encoding does
 * not produce; with `ignoreCase`, letters of the other case are the one liberty.
 *
 * @throws RangeError for an alphabet with doubles, or a `length` that is no integer ≥ 1.
 * @example
 * const codec = createCodec(CROCKFORD32, { length: 6, ignoreCase: true });
 * codec.encode(1_000_000); // => "00YGJ0"
 * codec.decode("00ygj0"); // => 1000000
 * codec.decode("YGJ0"); // throws CodeError
 */
export function createCodec(alphabet: string, options: CodecOptions = {}): Codec {
  const { length, ignoreCase = false } = options;
  checkAlphabet(alphabet);
  if (ignoreCase) checkAlphabet(alphabet.toUpperCase());
  if (length !== undefined && !(Number.isInteger(length) && length >= 1)) {
    throw new RangeError(`Expected \`length\` to be an integer ≥ 1, got ${length}.`);
  }
  const base = alphabet.length;
  const zero = alphabet[0]!;
  const values = new Map(Array.from(ignoreCase ? alphabet.toUpperCase() : alphabet, (digit, value) => [digit, value]));
  const chunk = Math.floor(Math.log(2 ** 53) / Math.log(base));
  const chunkValue = BigInt(base ** chunk);

  function encode(value: number | bigint): string {
    if (!(value >= 0 && (typeof value === "bigint" || Number.isSafeInteger(value)))) {
      throw new RangeError(`Expected \`value\` to be a safe integer or bigint ≥ 0, got ${value}.`);
    }
    let digits = "";
    let rest = BigInt(value);
    for (; rest >= chunkValue; rest /= chunkValue) {
      digits = digitsOf(Number(rest % chunkValue)).padStart(chunk, zero) + digits;
    }
    digits = digitsOf(Number(rest)) + digits;
    if (length === undefined) return digits;
    if (digits.length > length) throw new RangeError(`Expected \`value\` to fit ${length} digits, got ${value}.`);
    return digits.padStart(length, zero);
  }

  function digitsOf(value: number): string {
    let digits = "";
    do {
      digits = alphabet[value % base]! + digits;
      value = Math.floor(value / base);
    } while (value > 0);
    return digits;
  }

  function problemOf(code: string): CodeProblem | undefined {
    const text = ignoreCase ? code.toUpperCase() : code;
    // Beyond ASCII, capitals may be of another length, and of another letter.
    for (let i = 0; i < code.length; i++) {
      if (code.charCodeAt(i) > 126 || !values.has(text[i]!)) return "CHARACTER";
    }
    if (length !== undefined) return code.length === length ? undefined : "LENGTH";
    return code === "" || (code.length > 1 && values.get(text[0]!) === 0) ? "CANONICAL" : undefined;
  }

  function decodeBigInt(code: string): bigint {
    checkCode(code);
    const problem = problemOf(code);
    if (problem) throw new CodeError(problem, code);
    const text = ignoreCase ? code.toUpperCase() : code;
    let value = 0n;
    for (let start = 0; start < text.length; start += chunk) {
      const part = text.slice(start, start + chunk);
      let partValue = 0;
      for (const digit of part) partValue = partValue * base + values.get(digit)!;
      value = value * (part.length === chunk ? chunkValue : BigInt(base ** part.length)) + BigInt(partValue);
    }
    return value;
  }

  return {
    encode,
    decode(code) {
      const value = decodeBigInt(code);
      if (value > Number.MAX_SAFE_INTEGER) throw new CodeError("RANGE", code);
      return Number(value);
    },
    decodeBigInt,
    isCode: (value): value is string => typeof value === "string" && problemOf(value) === undefined,
  };
}
