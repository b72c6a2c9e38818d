import { checkAtLeast } from "./backoff.ts";

/** Options of {@link createBudget}. */
export interface BudgetOptions {
  /** Retries allowed for each call. Default 0.2: 20 %. */
  ratio?: number;
  /** Retries allowed each second besides, so that a quiet client may retry at all. Default 10. */
  perSecond?: number;
  /** How long unspent credit lasts: it fades with this time constant. Default 10,000. */
  fadeMs?: number;
  /** The clock, in milliseconds; a step back is taken as no time. Default `Date.now`. */
  now?: () => number;
}

/** Credit for retries, shared by the calls of one client. */
export interface Budget {
  /** A call begins: credits `ratio` of a retry. */
  deposit(): void;
  /** Takes one retry out of the credit, or says that there is none. */
  withdraw(): boolean;
  /** The retries that are in credit now; not always whole. */
  balance(): number;
}

/**
 * Bounds what retries add to the load of a service that is failing: over any time, from the budget's creation on, at
 * most `ratio` retries a call, plus `perSecond` a second, plus one second's worth to begin with. Credit not spent fades
 * with time constant `fadeMs`, so that a good hour does not pay for a storm. Constant time and memory.
 *
 * The idea is Finagle's `RetryBudget`, which keeps a window of ten seconds where this keeps one fading number.
 *
 * @throws RangeError when a number is out of range.
 * @example
 * // A clock that stands still, so that nothing fades.
 * const budget = createBudget({ ratio: 0.5, perSecond: 0, now: () => 0 });
 * const answers = [];
 * for (let call = 0; call < 4; call++) {
 *   budget.deposit();
 *   answers.push(budget.withdraw());
 * }
 * answers; // => [false, true, false, true]
 */
export function createBudget(options: BudgetOptions = {}): Budget {
  const { ratio = 0.2, perSecond = 10, fadeMs = 10_000, now = Date.now } = options;
  checkAtLeast("ratio", ratio, 0);
  checkAtLeast("perSecond", perSecond, 0);
  checkAtLeast("fadeMs", fadeMs, 1);
  const ceiling = (perSecond * fadeMs) / 1000;
  let credit = perSecond;
  let lastMs = now();

  // The solution of credit' = perSecond − credit / fade: drawn towards what `perSecond` alone would hold up.
  function refresh(): void {
    const nowMs = now();
    if (nowMs > lastMs) credit = ceiling + (credit - ceiling) * Math.exp((lastMs - nowMs) / fadeMs);
    lastMs = nowMs;
  }

  return {
    deposit() {
      refresh();
      credit += ratio;
    },
    withdraw() {
      refresh();
      // A hair below 1 counts: five deposits of 0.2 are one retry whatever their binary sum.
      if (credit < 1 - 1e-9) return false;
      credit = Math.max(0, credit - 1);
      return true;
    },
    balance() {
      refresh();
      return credit;
    },
  };
}
