/**
 * The pause that a failure asks for, in milliseconds, or `undefined` when it asks for none.
 *
 * Either a number `retryAfterMs` on the error, or a `Retry-After` header (seconds or an HTTP date, RFC 9110) in its
 * `headers` or its `response.headers`: a `Headers` object, or a plain object with names in lower case. So a `Response`
 * may be given too. A moment that has passed is 0; a header that cannot be read is none.
 *
 * @example
 * retryAfterMs({ response: { headers: { "retry-after": "3" } } }); // => 3000
 */
export function retryAfterMs(failure: unknown, now: () => number = Date.now): number | undefined {
  const { retryAfterMs: known, headers, response } = (failure ?? {}) as Failure;
  const found = headers ?? response?.headers;
  const header = found?.get ? found.get("retry-after") : found?.["retry-after"];
  const ms = Number(known ?? (Number(header || NaN) >= 0 ? header * 1000 : Date.parse(header) - now()));
  return ms >= 0 ? ms : ms < 0 ? 0 : undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: what other people's errors carry is unknown
type Failure = { retryAfterMs?: any; headers?: any; response?: { headers?: any } };
