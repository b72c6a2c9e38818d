/** What a refused request is answered with: problem details (RFC 9457). */
export interface ProblemDetails {
  type: string;
  title: string;
  status: number;
  /** The same as the last part of `type`, to branch on. */
  code: string;
  detail: string;
  expected?: number;
  got?: number;
  difference?: number;
  errors?: FieldError[];
}

/** One field of a request that does not fit, by JSON pointer. */
export interface FieldError {
  pointer: string;
  detail: string;
}

/** A refusal that is the caller's to mend. Thrown by services, so that a transaction rolls back. */
export class Problem extends Error {
  readonly statusCode: number;
  readonly code: string;
  readonly data: Pick<ProblemDetails, "expected" | "got" | "difference" | "errors">;
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    statusCode: number,
    code: string,
    detail: string,
    data: Problem["data"] = {},
    headers: Record<string, string> = {},
  ) {
    super(detail);
    this.name = "Problem";
    this.statusCode = statusCode;
    this.code = code;
    this.data = data;
    this.headers = headers;
  }
}

/** The one answer for what does not exist and for what the caller may not see. */
export function notFound(): Problem {
  return new Problem(404, "not-found", "There is nothing here that you may see.");
}

export function problemDetails({ statusCode, code, message, data }: Problem): ProblemDetails {
  const title = `${code.charAt(0).toUpperCase()}${code.slice(1).replaceAll("-", " ")}`;
  return { type: `urn:groundwork:problem:${code}`, title, status: statusCode, code, detail: message, ...data };
}
