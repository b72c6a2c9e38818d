/** How many tasks run at once: so many, or as many between `min` and `max` as keep the wait near `targetWaitMs`. */
export type Concurrency = number | { min: number; max: number; targetWaitMs?: number };

/** Written out and checked. */
export function checkConcurrency(concurrency: Concurrency): { min: number; max: number; targetWaitMs: number } {
  const {
    min,
    max,
    targetWaitMs = 1_000,
  } = typeof concurrency === "number" ? { min: concurrency, max: concurrency } : concurrency;
  if (!(Number.isInteger(min) && min >= 1 && max >= min && (max === Infinity || Number.isInteger(max)))) {
    throw new RangeError(`Expected \`concurrency\` to be integers with 1 ≤ min ≤ max, got ${min} and ${max}.`);
  }
  checkPositive("targetWaitMs", targetWaitMs);
  return { min, max, targetWaitMs };
}

/** Refuses what is not a number above zero. */
export function checkPositive(name: string, value: number): void {
  if (!(value > 0)) throw new RangeError(`Expected \`${name}\` to be a number > 0, got ${value}.`);
}
