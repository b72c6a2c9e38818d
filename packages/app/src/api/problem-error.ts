import type { components } from "./schema.d.ts";

export type ProblemDetails = components["schemas"]["Problem"];

/** What the server refused, with the sentence that it gave; status 0 when it could not be reached. */
export class ProblemError extends Error {
  override name = "ProblemError";
  readonly status: number;
  readonly code: string;
  readonly problem: ProblemDetails | undefined;

  constructor(status: number, code: string, detail: string, problem?: ProblemDetails) {
    super(detail);
    this.status = status;
    this.code = code;
    this.problem = problem;
  }
}

export function offline(): ProblemError {
  return new ProblemError(0, "offline", "The server cannot be reached. What you typed is kept: try again in a moment.");
}

/** The words for any failure that a page may meet. */
export function messageOf(error: unknown): string {
  return error instanceof ProblemError ? error.message : "Something went wrong on this page. Reload it and try again.";
}
