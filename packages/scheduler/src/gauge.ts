/** Busy time, worker time and moving means of a pool. */
export class Gauge {
  /** Means over about the last twenty tasks; NaN before the first. */
  waitMs: number = Number.NaN;
  runMs: number = Number.NaN;
  busyMs = 0;
  workerMs = 0;
  #at: number;

  constructor(now: number) {
    this.#at = now;
  }

  /** Call before the number of running tasks or of workers changes. */
  advance(now: number, running: number, workers: number): void {
    const elapsed = Math.max(0, now - this.#at);
    this.busyMs += elapsed * running;
    this.workerMs += elapsed * workers;
    this.#at = now;
  }

  waited(ms: number): void {
    this.waitMs = mean(this.waitMs, ms);
  }

  ran(ms: number): void {
    this.runMs = mean(this.runMs, ms);
  }
}

function mean(before: number, value: number): number {
  return Number.isNaN(before) ? value : before + 0.1 * (value - before);
}
