/**
 * How long to wait before the next attempt, in milliseconds.
 *
 * `attempt` is the attempt that just failed, counted from 1. `previousMs` is the delay that this function gave last
 * time; only decorrelated jitter reads it. A backoff keeps no state, so one may serve every call and every process.
 */
export type Backoff = (attempt: number, previousMs?: number) => number;

/**
 * How a delay is spread, so that callers who failed together do not return together.
 *
 * - `"none"`: the delay itself.
 * - `"full"`: anywhere from 0 to the delay.
 * - `"equal"`: half of the delay, plus anywhere from 0 to the other half.
 */
export type Jitter = "none" | "full" | "equal";

/** Refuses a jitter that {@link spread} does not know. */
export function checkJitter(jitter: Jitter): void {
  if (jitter !== "none" && jitter !== "full" && jitter !== "equal") {
    throw new TypeError(`Expected \`jitter\` to be a known kind of jitter, got ${JSON.stringify(jitter)}.`);
  }
}

/** Spreads one delay. */
export function spread(delayMs: number, jitter: Jitter, random: () => number): number {
  if (jitter === "full") return random() * delayMs;
  if (jitter === "equal") return (delayMs * (1 + random())) / 2;
  return delayMs;
}

/** Refuses what is not a finite number of at least `least`. */
export function checkAtLeast(name: string, value: number, least: number): void {
  if (!(value >= least && value < Infinity)) {
    throw new RangeError(`Expected \`${name}\` to be a finite number ≥ ${least}, got ${value}.`);
  }
}
