import { digitsValue } from "./base62.ts";
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
  const value = digitsValue(code, 0, code.length);
  const problem =
    typeof code !== "string" || !(value >= 0)
      ? "CHARACTER"
      : // Of digits alone, only nothing and what begins with a zero come before "1".
        code < "1" && code !== "0"
        ? "CANONICAL"
        : value >= 2 ** 53 && "RANGE";
  if (problem) throw new CodeError(problem, code);
  return value;
}
