/** What ended a search early. */
export type Stopped = "nodeLimit" | "timeLimit" | "caller";

/** Counts search steps against a limit. */
export interface Spender {
  /** Takes steps off; false, from then on, once a limit is reached. */
  spend(steps: number): boolean;
}

/** Counts search steps against all limits of the caller. */
export interface Budget extends Spender {
  stopped: Stopped | undefined;
}

/** Limits and progress of a search. */
export interface SearchLimits {
  /** Search steps at most (default 30 million, a few seconds); the same input then gives the same answer everywhere. */
  readonly nodeLimit?: number | undefined;
  /** A ceiling in milliseconds on top; an answer that it stopped may differ from run to run. */
  readonly timeLimitMs?: number | undefined;
  /** Called every 65,536 steps with the steps done and `nodeLimit`; returning `false` stops the search. */
  readonly onProgress?: ((done: number, total: number) => unknown) | undefined;
  /** A clock in milliseconds for `timeLimitMs`; by default `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** A budget over the given limits. */
export function createBudget({
  nodeLimit = 3e7,
  timeLimitMs = Infinity,
  onProgress,
  now = Date.now,
}: SearchLimits): Budget {
  if (!(nodeLimit >= 0)) throw new RangeError(`Expected \`nodeLimit\` to be a number ≥ 0, got ${nodeLimit}.`);
  if (!(timeLimitMs >= 0)) throw new RangeError(`Expected \`timeLimitMs\` to be a number ≥ 0, got ${timeLimitMs}.`);
  const start = timeLimitMs === Infinity ? 0 : now();
  let done = 0;
  let check = 0;
  return {
    stopped: undefined,
    spend(steps) {
      if (this.stopped !== undefined) return false;
      done += steps;
      if (done > nodeLimit) this.stopped = "nodeLimit";
      else if (done >= check) {
        check = done + 65_536;
        if (timeLimitMs !== Infinity && now() - start >= timeLimitMs) this.stopped = "timeLimit";
        else if (onProgress?.(done, nodeLimit) === false) this.stopped = "caller";
      }
      return this.stopped === undefined;
    },
  };
}

/** A part of a budget: at most `steps` of it. */
export function portion(budget: Spender, steps: number): Spender {
  let left = steps;
  return {
    spend(spent) {
      left -= spent;
      return left >= 0 && budget.spend(spent);
    },
  };
}
