import { digitsValue, numberDigits } from "./base62.ts";
import { type ChaskeyKey, chaskeyKey, chaskeyTag } from "./chaskey.ts";
import { checkCode } from "./check-code.ts";
import { CodeError } from "./code-error.ts";

/** Options of {@link createSequence}. */
export interface SequenceOptions {
  /** 128 bits: 16 bytes, or 32 hexadecimal digits. Keep it secret, and keep it: codes cannot be decoded without it. */
  key: Uint8Array | string;
  /** The length of the first codes, 2 to 9. Default 6. When 62^length codes are used up, the next are one digit longer. */
  length?: number;
}

/** Numbers to codes and back, under one key. */
export interface Sequence {
  /** The code of the `index`-th thing, from 0 to 2^53 − 1. */
  encode(index: number): string;
  /** @throws CodeError for what `encode` does not produce; TypeError for what is no string. */
  decode(code: string): number;
}

const ROUNDS = 10;

/**
 * Codes for 0, 1, 2, 3 … that never collide and do not tell which comes next: under each key another bijection between
 * numbers and codes. The first 62^length numbers get codes of that length, the following ones are one digit longer.
 *
 * The code is two halves of digits; ten Feistel rounds add to each half, modulo its size, a Chaskey-12 tag of the other half,
 * the round and the length, under the key. It is the shape of NIST's FF1 with a lighter function. What that gives and
 * what not: without the key a code looks like a random one and the next cannot be computed from those seen, as far as is
 * known; but it is no encryption of secrets. Codes are as short as they are: who may try a million codes of 6 digits
 * finds any one thing with a chance of 1 in 57,000, and who counts how long codes are learns roughly how many there are.
 *
 * @throws TypeError when the key is not 128 bits, RangeError for a length or index out of range.
 * @example
 * const sequence = createSequence({ key: "000102030405060708090a0b0c0d0e0f", length: 6 });
 * [1, 2, 3].map((index) => sequence.decode(sequence.encode(index))); // => [1, 2, 3]
 */
export function createSequence(options: SequenceOptions): Sequence {
  const { length: first = 6 } = options;
  if (!(Number.isInteger(first) && first >= 2 && first <= 9)) {
    throw new RangeError(`Expected \`length\` to be an integer from 2 to 9, got ${first}.`);
  }
  const key = chaskeyKey(keyBytes(options.key));

  return {
    encode(index) {
      if (!(Number.isSafeInteger(index) && index >= 0)) {
        throw new RangeError(`Expected \`index\` to be a safe integer ≥ 0, got ${index}.`);
      }
      let length = first;
      for (; index >= 62 ** length; length++) index -= 62 ** length;
      const right = 62 ** (length >> 1);
      const left = 62 ** (length - (length >> 1));
      let high = Math.floor(index / right);
      let low = index - high * right;
      for (let round = 0; round < ROUNDS; round += 2) {
        high = (high + shift(key, low, round, length, left)) % left;
        low = (low + shift(key, high, round + 1, length, right)) % right;
      }
      const digits = length >> 1;
      return numberDigits(high).padStart(length - digits, "0") + numberDigits(low).padStart(digits, "0");
    },
    decode(code) {
      checkCode(code);
      const { length } = code;
      if (Number.isNaN(digitsValue(code, 0, length))) throw new CodeError("CHARACTER", code);
      // 62^9 is beyond 2^53, so no number has a longer code.
      if (length < first || length > 9) throw new CodeError("LENGTH", code);
      const digits = length >> 1;
      const right = 62 ** digits;
      const left = 62 ** (length - digits);
      let high = digitsValue(code, 0, length - digits);
      let low = digitsValue(code, length - digits, length);
      for (let round = ROUNDS - 2; round >= 0; round -= 2) {
        low = (low + right - shift(key, high, round + 1, length, right)) % right;
        high = (high + left - shift(key, low, round, length, left)) % left;
      }
      let index = high * right + low;
      for (let shorter = first; shorter < length; shorter++) index += 62 ** shorter;
      if (!Number.isSafeInteger(index)) throw new CodeError("RANGE", code);
      return index;
    },
  };
}

/** A keyed number below `size`. The tag has 53 bits and a size at most 30, so no number is favoured by one in a million. */
function shift(key: ChaskeyKey, half: number, round: number, length: number, size: number): number {
  return chaskeyTag(key, half, round, length, 0) % size;
}

function keyBytes(key: Uint8Array | string): Uint8Array {
  const bytes =
    typeof key === "string" && /^[0-9a-f]{32}$/i.test(key)
      ? Uint8Array.from(key.match(/../g)!, (byte) => Number.parseInt(byte, 16))
      : key;
  // The key is not in the message: messages end up in logs.
  if (!(bytes instanceof Uint8Array && bytes.length === 16)) {
    throw new TypeError("Expected `key` to be 16 bytes or 32 hexadecimal digits, got something else.");
  }
  return bytes;
}
