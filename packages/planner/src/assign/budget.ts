import { checkNumber } from "../check-number.ts";

/** How long a search may go on. */
export interface SearchLimits {
  /** Search steps, the deterministic limit: the same input gives the same answer. 5,000,000 when left out. */
  readonly nodeLimit?: number | undefined;
  /** An extra ceiling in milliseconds of the clock; none when left out. */
  readonly timeLimitMs?: number | undefined;
  /** Called every few thousand steps; returning `false` stops the search. */
  readonly onProgress?: ((done: number, total: number) => unknown) | undefined;
  /** Milliseconds of any clock; `Date.now` when left out. */
  readonly now?: (() => number) | undefined;
}

/** What ended a search before its proof was complete. */
export type Stopped = "nodeLimit" | "timeLimit" | "caller";

/** Counts search steps until a limit is reached. */
export interface Budget {
  readonly used: number;
  readonly stopped: Stopped | undefined;
  /** Takes one step, or several; false when there is none left. */
  spend(steps?: number): boolean;
}

/** @throws RangeError on a limit that is negative or NaN. */
export function createBudget(limits: SearchLimits = {}): Budget {
  const { nodeLimit = 5_000_000, timeLimitMs = Infinity, onProgress, now = () => Date.now() } = limits;
  for (const [name, value] of Object.entries({ nodeLimit, timeLimitMs })) {
    checkNumber(`\`${name}\``, value, "a number");
  }
  const end = now() + timeLimitMs;
  let used = 0;
  let checkAt = 4096;
  let stopped: Stopped | undefined;
  return {
    get used() {
      return used;
    },
    get stopped() {
      return stopped;
    },
    spend(steps = 1) {
      if (stopped) return false;
      used += steps;
      if (used > nodeLimit) stopped = "nodeLimit";
      else if (used >= checkAt) {
        checkAt = used + 4096;
        if (onProgress?.(used, nodeLimit) === false) stopped = "caller";
        else if (now() >= end) stopped = "timeLimit";
      }
      return !stopped;
    },
  };
}
