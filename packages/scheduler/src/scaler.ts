import { targetWorkers } from "./target-workers.ts";

/** The number of workers between `min` and `max`: grows at once, shrinks by one every `targetWaitMs`. */
export class Scaler {
  workers: number;
  readonly min: number;
  readonly max: number;
  readonly targetWaitMs: number;
  #scaledAt: number;

  constructor({ min, max, targetWaitMs }: { min: number; max: number; targetWaitMs: number }, now: number) {
    this.workers = min;
    this.min = min;
    this.max = max;
    this.targetWaitMs = targetWaitMs;
    this.#scaledAt = now;
  }

  /** The number of workers for this load. */
  next(depth: number, running: number, runMs: number, now: number): number {
    const { min, max, targetWaitMs, workers } = this;
    const wanted = targetWorkers({ depth, running, runMs, targetWaitMs, min, max });
    if (wanted >= workers) return wanted;
    return now - this.#scaledAt < targetWaitMs ? workers : workers - 1;
  }

  set(workers: number, now: number): void {
    this.workers = workers;
    this.#scaledAt = now;
  }
}
