import { type Backoff, checkAtLeast, checkJitter, type Jitter, spread } from "./backoff.ts";

/** Options of {@link exponential}. */
export interface ExponentialOptions {
  /** Delay after the first failure, before jitter. Default 100. */
  baseMs?: number;
  /** What each further failure multiplies the delay by, at least 1. Default 2. Decorrelated jitter does not use it. */
  factor?: number;
  /** No delay is longer than this. Default 30,000. */
  maxMs?: number;
  /**
   * How the delay is spread; default `"full"`. `"decorrelated"` draws from `baseMs` to three times the previous delay,
   * so each caller drifts on a course of its own.
   */
  jitter?: Jitter | "decorrelated";
  /** A source of numbers in [0, 1). Default `Math.random`. */
  random?: () => number;
}

/**
 * A backoff whose delay grows by `factor` with every failure, up to `maxMs`: `min(maxMs, baseMs · factor^(attempt − 1))`
 * spread by the jitter. Finite at every attempt. The jitters are those of "Exponential Backoff And Jitter" (AWS, 2015).
 *
 * @throws RangeError when a number is out of range, TypeError when the jitter is unknown.
 * @example
 * const backoff = exponential({ baseMs: 100, maxMs: 5_000, jitter: "none" });
 * [1, 2, 3, 1_100].map((attempt) => backoff(attempt)); // => [100, 200, 400, 5000]
 */
export function exponential(options: ExponentialOptions = {}): Backoff {
  const { baseMs = 100, factor = 2, maxMs = 30_000, jitter = "full", random = Math.random } = options;
  checkAtLeast("baseMs", baseMs, 0);
  checkAtLeast("factor", factor, 1);
  checkAtLeast("maxMs", maxMs, 0);
  if (jitter === "decorrelated") {
    return (_attempt, previousMs = baseMs) =>
      Math.min(maxMs, baseMs + random() * Math.max(0, Math.max(baseMs, previousMs) * 3 - baseMs));
  }
  checkJitter(jitter);
  // A power past the largest double would be Infinity, and 0 · Infinity is NaN.
  return (attempt) =>
    spread(Math.min(maxMs, baseMs * Math.min(factor ** (attempt - 1), Number.MAX_VALUE)), jitter, random);
}
