/**
 * Why a string is no code: a `CHARACTER` outside the alphabet; not `CANONICAL`: encoding writes the value otherwise, such
 * as without a leading zero; another `LENGTH` than was agreed; a value out of the `RANGE` of what is decoded.
 */
export type CodeProblem = "CHARACTER" | "CANONICAL" | "LENGTH" | "RANGE";

/** A string that encoding does not produce; `code` says why. */
export class CodeError extends Error {
  override readonly name = "CodeError";
  readonly code: CodeProblem;

  constructor(code: CodeProblem, input: string) {
    super(`Not a code (${code}): ${input}`);
    this.code = code;
  }
}
