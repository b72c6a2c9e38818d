import type { Backoff, Budget } from "@groundwork/retry";
import { checkFinite } from "./check.ts";

/** Which failures are tried again, and when. */
export interface TaskRetry {
  /** How often a task is tried at most, the first attempt included. Default 3. */
  maxAttempts?: number;
  /** Default: {@link exponential}`()`. */
  backoff?: Backoff;
  /** Which failures are worth another attempt. Default: all. */
  retryIf?: (error: unknown, attempt: number) => boolean | PromiseLike<boolean>;
  /** Bounds what retries add to the load. Default: none. */
  budget?: Budget;
  /** The least delay that the failure itself asks for, such as `retryAfterMs`. Default: none. */
  hint?: (error: unknown) => number | undefined;
}

/** What follows a failed attempt: another after `delayMs`, or none, because of `error`. */
export type Verdict = { delayMs: number } | { error: unknown };

/** Asks `retryIf`, then the budget, then the backoff. If one of them throws, that is the task's error. */
export async function nextDelay(
  { maxAttempts = 3, backoff, retryIf, budget, hint }: TaskRetry,
  error: unknown,
  attempt: number,
  previousMs: number | undefined,
): Promise<Verdict> {
  if (attempt >= maxAttempts) return { error };
  try {
    if (retryIf !== undefined && !(await retryIf(error, attempt))) return { error };
    if (budget !== undefined && !budget.withdraw()) return { error };
    const delayMs = Math.max(hint?.(error) ?? 0, backoff?.(attempt, previousMs) ?? 0);
    checkFinite("delay", delayMs);
    return { delayMs };
  } catch (refusal) {
    return { error: refusal };
  }
}
