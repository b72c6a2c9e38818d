import { check, checkPositive } from "./check.ts";
import { targetWorkers } from "./target-workers.ts";

/** How many tasks run at once: so many, or as many between `min` and `max` as keep the wait near `targetWaitMs`. */
export type Concurrency = number | { min: number; max: number; targetWaitMs?: number };

/** The workers of a pool: how many there are, and how busy they were. */
export interface Crew {
  readonly workers: number;
  /** Moving means over about the last twenty tasks; 0 before the first. Busy and worker time are sums. */
  readonly figures: { waitMs: number; runMs: number; busyMs: number; workerMs: number };
  /** To be called before the number of running tasks changes. */
  advance(now: number, running: number): void;
  waited(ms: number): void;
  ran(ms: number): void;
  /**
   * Brings the number of workers to what the load asks for: it grows at once, and shrinks by one every `targetWaitMs`.
   * `true` when it changed.
   */
  scale(depth: number, running: number, runMs: number, now: number): boolean;
  /** How long to wait before looking again whether more workers are needed; undefined when there will be none. */
  readonly lookAgainMs: number | undefined;
}

/** A crew of the least size, to begin with. */
export function createCrew(concurrency: Concurrency, now: number): Crew {
  const {
    min,
    max,
    targetWaitMs = 1_000,
  } = typeof concurrency === "number" ? { min: concurrency, max: concurrency } : concurrency;
  const sound = Number.isInteger(min) && min >= 1 && max >= min && (max === Infinity || Number.isInteger(max));
  check(sound, "concurrency", "integers with 1 ≤ min ≤ max", `${min} and ${max}`);
  checkPositive("targetWaitMs", targetWaitMs);
  let workers = min;
  let at = now;
  let scaledAt = now;
  let waitMs: number | undefined;
  let runMs: number | undefined;
  let busyMs = 0;
  let workerMs = 0;

  const crew: Crew = {
    get workers() {
      return workers;
    },
    get figures() {
      return { waitMs: waitMs ?? 0, runMs: runMs ?? 0, busyMs, workerMs };
    },
    get lookAgainMs() {
      return workers < max ? targetWaitMs : undefined;
    },
    advance(later, running) {
      const elapsed = Math.max(0, later - at);
      busyMs += elapsed * running;
      workerMs += elapsed * workers;
      at = later;
    },
    waited(ms) {
      waitMs = mean(waitMs, ms);
    },
    ran(ms) {
      runMs = mean(runMs, ms);
    },
    scale(depth, running, guessMs, later) {
      if (min === max) return false;
      // Until something has ended, the best guess at a running time is the caller's.
      const wanted = targetWorkers({ depth, running, runMs: runMs || guessMs, targetWaitMs, min, max });
      if (wanted === workers || (wanted < workers && later - scaledAt < targetWaitMs)) return false;
      crew.advance(later, running);
      workers = wanted > workers ? wanted : workers - 1;
      scaledAt = later;
      return true;
    },
  };
  return crew;
}

function mean(before: number | undefined, value: number): number {
  return before === undefined ? value : before + 0.1 * (value - before);
}
