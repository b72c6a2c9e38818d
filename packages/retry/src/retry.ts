import type { Backoff } from "./backoff.ts";
import type { Budget } from "./create-budget.ts";
import { AttemptTimeout } from "./errors.ts";
import { fullJitter } from "./full-jitter.ts";
import type { AbortSignalLike, Platform, Signal, Timers } from "./platform.ts";
import { retryAfterMs } from "./retry-after-ms.ts";

/** What an attempt is told. */
export interface AttemptContext {
  /** 1 for the first call. */
  readonly attempt: number;
  /** Aborted when the caller aborts, and when this attempt times out or has failed. */
  readonly signal: Signal;
}

/** One failed attempt, as {@link RetryOptions.onFailure} is told of it. */
export interface FailedAttempt {
  readonly attempt: number;
  readonly error: unknown;
  /** The wait before the next attempt; undefined when there will be none. */
  readonly waitMs: number | undefined;
  /**
   * Why there will be no further attempt: `attempts` are used up, `retryIf` said no, the `budget` is spent, or the
   * server's hint is longer than `maxHintMs`.
   */
  readonly stopped: "attempts" | "retryIf" | "budget" | "hint" | undefined;
}

/** Options of {@link retry}. */
export interface RetryOptions {
  /** How often `run` is called at most, the first call included. Default 3. */
  maxAttempts?: number;
  /** The wait after each failure. Default {@link exponential}`()`: full jitter, 100 ms doubled up to 30 s. */
  backoff?: Backoff;
  /** Stops everything at once: the attempt under way, and the wait for the next. */
  signal?: AbortSignalLike;
  /** How long one attempt may take, in whole milliseconds. Default: as long as it likes. */
  timeoutMs?: number;
  /** Which failures are worth another attempt. Default: all. */
  retryIf?: (error: unknown, attempt: number) => boolean | PromiseLike<boolean>;
  /** A budget shared between calls, see {@link createBudget}. Default: none. */
  budget?: Budget;
  /** The longest pause that a server may ask for, see {@link retryAfterMs}; asked for more, the call gives up. Default 60,000. */
  maxHintMs?: number;
  /** Called after every failed attempt, for logs and for the history of a dead letter. What it throws ends the call. */
  onFailure?: (failure: FailedAttempt) => void;
  /** Default: those of the platform. */
  timers?: Timers;
}

/**
 * Calls `run` until it succeeds, at most `maxAttempts` times, and gives its result; when it does not succeed, throws
 * the error of the last attempt, unwrapped.
 *
 * Between attempts it waits for the backoff, or, when the server asked for a longer pause (Retry-After), for that pause
 * plus the backoff, so that callers who were told the same moment do not return at the same moment.
 * An attempt that times out or is aborted is left behind at once; work that ignores its signal may still be running
 * when the next attempt begins.
 *
 * @throws the reason of `signal` once it is aborted; RangeError for options out of range.
 * @example
 * const answer = await retry(({ attempt }) => {
 *   if (attempt < 3) throw new Error("busy");
 *   return `answered at attempt ${attempt}`;
 * }, { maxAttempts: 5, backoff: exponential({ baseMs: 1 }) });
 * answer; // => "answered at attempt 3"
 */
export async function retry<T>(
  run: (context: AttemptContext) => T | PromiseLike<T>,
  options: RetryOptions = {},
): Promise<T> {
  const {
    maxAttempts = 3,
    backoff = fullJitter,
    signal,
    timeoutMs = Infinity,
    retryIf,
    budget,
    maxHintMs = 60_000,
    onFailure,
    timers = globalThis as unknown as Platform,
  } = options;
  checkWhole("maxAttempts", maxAttempts);
  checkWhole("timeoutMs", timeoutMs);
  budget?.deposit();
  let delayMs: number | undefined;
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(run, attempt, timeoutMs, signal, timers);
    } catch (error) {
      signal?.throwIfAborted();
      const hintMs = retryAfterMs(error) ?? 0;
      let stopped: FailedAttempt["stopped"];
      let waitMs: number | undefined;
      if (attempt >= maxAttempts) stopped = "attempts";
      else if (retryIf && !(await retryIf(error, attempt))) stopped = "retryIf";
      else if (hintMs > maxHintMs) stopped = "hint";
      else if (budget && !budget.withdraw()) stopped = "budget";
      else {
        delayMs = backoff(attempt, delayMs);
        waitMs = hintMs + delayMs;
      }
      onFailure?.({ attempt, error, waitMs, stopped });
      if (stopped) throw error;
      await within(waitMs!, signal, timers, (timeIsUp) => timeIsUp);
    }
  }
}

function checkWhole(name: string, value: number): void {
  // Infinity, which is no limit, passes: Infinity % 1 is NaN.
  if (!(value >= 1) || value % 1) throw new RangeError(`Expected \`${name}\` to be an integer ≥ 1, got ${value}.`);
}

/** One attempt: the outcome of `run`, unless its time or the caller's signal is up first. */
function runOnce<T>(
  run: (context: AttemptContext) => T | PromiseLike<T>,
  attempt: number,
  timeoutMs: number,
  signal: AbortSignalLike | undefined,
  timers: Timers,
): Promise<T> {
  const controller = new (globalThis as unknown as Platform).AbortController();
  return within(timeoutMs, signal, timers, (timeIsUp) =>
    Promise.race([
      timeIsUp.then(() => {
        throw new AttemptTimeout(timeoutMs);
      }),
      // Called inside a promise, so that a synchronous throw is a failed attempt too.
      new Promise<T>((settle) => settle(run({ attempt, signal: controller.signal }))),
    ]).catch((error) => {
      controller.abort(error);
      throw error;
    }),
  );
}

/** Runs `work` beside a promise that resolves after `waitMs` and rejects when `signal` aborts; leaves no timer behind. */
async function within<T>(
  waitMs: number,
  signal: AbortSignalLike | undefined,
  timers: Timers,
  work: (timeIsUp: Promise<void>) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  let timer: unknown;
  let onAbort: () => void;
  try {
    return await work(
      new Promise((resolve, reject) => {
        // A timer of more than 2^31 − 1 ms (24.8 days) would fire at once.
        if (waitMs < Infinity) timer = timers.setTimeout(resolve, Math.min(waitMs, 2 ** 31 - 1));
        onAbort = () => reject(signal!.reason);
        signal?.addEventListener("abort", onAbort);
      }),
    );
  } finally {
    timers.clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort!);
  }
}
