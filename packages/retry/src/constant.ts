import { type Backoff, checkAtLeast, checkJitter, type Jitter, spread } from "./backoff.ts";

/** Options of {@link constant}. */
export interface ConstantOptions {
  /** How the delay is spread. Default `"none"`. */
  jitter?: Jitter;
  /** A source of numbers in [0, 1). Default `Math.random`. */
  random?: () => number;
}

/**
 * A backoff that waits `delayMs` after every failure, spread by the jitter.
 *
 * @throws RangeError when `delayMs` is negative or not finite, TypeError when the jitter is unknown.
 * @example
 * const backoff = constant(250);
 * [backoff(1), backoff(50)]; // => [250, 250]
 */
export function constant(delayMs: number, options: ConstantOptions = {}): Backoff {
  const { jitter = "none", random = Math.random } = options;
  checkAtLeast("delayMs", delayMs, 0);
  checkJitter(jitter);
  return () => spread(delayMs, jitter, random);
}
