/** What {@link targetWorkers} reckons with. */
export interface Load {
  /** Tasks that wait. */
  depth: number;
  /** Tasks that run. */
  running: number;
  /** Mean running time. */
  runMs: number;
  /** The wait that is acceptable. */
  targetWaitMs: number;
  min: number;
  max: number;
}

/**
 * How many workers bring the wait of the last in line down to `targetWaitMs`: `depth · runMs / targetWaitMs`, but no fewer
 * than are busy, within `min` and `max`. Depth alone would say nothing: a thousand tasks of a millisecond are a second's
 * work, a thousand of a minute are not.
 *
 * @example
 * targetWorkers({ depth: 1_000, running: 2, runMs: 1, targetWaitMs: 100, min: 1, max: 64 }); // => 10
 * targetWorkers({ depth: 1_000, running: 2, runMs: 60_000, targetWaitMs: 100, min: 1, max: 64 }); // => 64
 * targetWorkers({ depth: 0, running: 2, runMs: 1, targetWaitMs: 100, min: 1, max: 64 }); // => 2
 */
export function targetWorkers({ depth, running, runMs, targetWaitMs, min, max }: Load): number {
  return Math.min(max, Math.max(min, running, Math.ceil((depth * runMs) / targetWaitMs)));
}
