import { digitTables } from "./base62.ts";
import { CodeError } from "./code-error.ts";

/**
 * The number that {@link encode} made a code from. Refuses whatever `encode` does not produce, so that no two codes mean
 * the same number.
 *
 * @throws CodeError for a character that is no digit, an empty code, a leading zero, or a number beyond 2^53 − 1 (use
 * {@link decodeBigInt}).
 * @example
 * decode("WW8"); // => 125000
 * decode("0WW8"); // throws CodeError
 */
export function decode(code: string): number {
  const { values } = digitTables();
  let seen = 0;
  let value = 0;
  for (let i = 0; i < code.length; i++) {
    const character = code.charCodeAt(i);
    const digit = values[character & 127]!;
    seen |= digit | character;
    value = value * 62 + digit;
  }
  const problem =
    // A character past ASCII, or one that is no digit, has left a bit beyond 127.
    seen > 127
      ? "CHARACTER"
      : !code || (code[0] === "0" && code[1])
        ? "CANONICAL"
        : !Number.isSafeInteger(value) && "RANGE";
  if (problem) throw new CodeError(problem, code);
  return value;
}
