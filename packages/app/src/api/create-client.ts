import createFetchClient, { type Client } from "openapi-fetch";
import { offline, type ProblemDetails, ProblemError } from "./problem-error.ts";
import type { paths } from "./schema.d.ts";

export type ApiClient = Client<paths>;

/** How a client gets the token of whoever is signed in. */
export interface TokenSource {
  /** The access token at hand, if any. */
  current(): string | undefined;
  /** A fresh one, or undefined when the session is over. */
  renew(): Promise<string | undefined>;
}

/** The API, typed by its OpenAPI document. A token that has expired is renewed once, and the request sent again. */
export function createClient(
  tokens: TokenSource,
  fetch: typeof globalThis.fetch = globalThis.fetch.bind(globalThis),
): ApiClient {
  async function send(request: Request): Promise<Response> {
    const again = request.clone();
    const token = tokens.current();
    if (token) request.headers.set("authorization", `Bearer ${token}`);
    const response = await fetch(request).catch(() => Promise.reject(offline()));
    if (response.status !== 401 || !token) return response;
    const renewed = await tokens.renew();
    if (!renewed) return response;
    again.headers.set("authorization", `Bearer ${renewed}`);
    return fetch(again).catch(() => Promise.reject(offline()));
  }
  return createFetchClient<paths>({ fetch: send });
}

/** The data of an answer. @throws ProblemError for every other. */
export async function dataOf<T>(answer: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await answer;
  if (response.ok) return data as T;
  const problem = error as ProblemDetails | undefined;
  if (problem?.code) throw new ProblemError(response.status, problem.code, sentenceOf(problem), problem);
  throw new ProblemError(response.status, "unknown", `The server answered ${response.status}. Try again in a moment.`);
}

function sentenceOf({ detail, errors }: ProblemDetails): string {
  return errors?.length ? errors.map((field) => field.detail).join(" ") : detail;
}
