/**
 * The backoff that {@link retry} waits by when it is given none: what {@link exponential}`()` gives, full jitter over
 * 100 ms doubled up to 30 s, without the bytes of its options.
 *
 * @example
 * fullJitter(1) < 100; // => true
 * fullJitter(1_100) < 30_000; // => true
 */
export function fullJitter(attempt: number): number {
  return Math.random() * Math.min(30_000, 100 * 2 ** (attempt - 1));
}
