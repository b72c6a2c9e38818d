import type { Signal, Timers } from "@groundwork/retry";
import type { TaskRetry } from "./next-delay.ts";
import type { Store, TaskState } from "./store.ts";
import { StoreWorker } from "./store-worker.ts";

/** What a worker's handler is told besides the data. */
export interface AttemptContext {
  readonly id: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** Aborted when the attempt times out, its lease is lost, or the worker's grace is over. */
  readonly signal: Signal;
}

/** What happened in a worker. */
export type WorkerEvent =
  | { type: "started"; id: string; at: number; attempt: number }
  /** The store has recorded it; `"lost"` when it refused, because the task is no longer this worker's. */
  | {
      type: "settled";
      id: string;
      at: number;
      attempt: number;
      state: TaskState | "lost";
      runMs: number;
      error?: unknown;
    }
  /** The store could not be reached; the worker tries again. */
  | { type: "error"; at: number; error: unknown };

/** Options of {@link createWorker}. */
export interface WorkerOptions<T, R> {
  store: Store<T>;
  /** The handler. What it gives is stored as the task's value, so it must be JSON. */
  run: (data: T, context: AttemptContext) => R | PromiseLike<R>;
  /** How many tasks run at once, and how many are claimed at most. Default 10. */
  concurrency?: number;
  /** How long an attempt may take before it is aborted and has failed; default: as long as it likes. */
  timeoutMs?: number;
  /** Which failures are tried again, and when; how often is the store's `maxAttempts`. Default: all, `exponential()`. */
  retry?: Omit<TaskRetry, "maxAttempts">;
  /** How often to look for tasks when there were none. Default 200. */
  pollMs?: number;
  onEvent?: (event: WorkerEvent) => void;
  /** Milliseconds, steady; default as for `createQueue`. */
  clock?: () => number;
  /** Default: those of the platform. */
  timers?: Timers;
}

/** What `worker.close` gives. */
export interface WorkerReport {
  /** Tasks that were still running when the grace was over: aborted, and handed back with the attempt not counted. */
  released: string[];
  elapsedMs: number;
}

/** Runs the tasks of a store. */
export interface Worker {
  /** Looks for tasks now, and not at the next poll: call it after adding some. */
  wake(): void;
  /** How many handlers run. */
  readonly running: number;
  /**
   * Claims nothing more; running tasks have `graceMs` (default 10,000) to end before they are aborted and handed back.
   * Called again, it can only shorten.
   */
  close(options?: { graceMs?: number }): Promise<WorkerReport>;
}

/**
 * Claims tasks from a store and runs them, so many at a time, until it is closed.
 *
 * Claims and outcomes go in batches: while one round trip is under way, what ends gathers for the next. It claims no more
 * than it can start at once, so that a crash costs an attempt only to tasks that had begun. Leases are renewed at a third
 * of their time; a task whose lease is lost has its signal aborted with {@link LeaseLost}, and whatever it gives then is
 * refused by the store.
 *
 * @throws RangeError when a number is out of range.
 * @example
 * const store = createMemoryStore<number>({ policy: fifo() });
 * await store.add([{ id: "seven", data: 7 }]);
 * const done = [];
 * const worker = createWorker({ store, run: (n) => done.push(n * n) });
 * while (done.length < 1) await new Promise((resolve) => setTimeout(resolve, 1));
 * await worker.close();
 * (await store.list({ state: "completed" })).map(({ id }) => id); // => ["seven"]
 */
export function createWorker<T, R>(options: WorkerOptions<T, R>): Worker {
  return new StoreWorker(options);
}
