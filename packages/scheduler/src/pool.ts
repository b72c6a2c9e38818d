import type { Timers } from "@groundwork/retry";
import type { Concurrency } from "./crew.ts";
import type { PoolEvent, PoolMetrics } from "./events.ts";
import type { RunContext, TaskHandle } from "./job.ts";
import type { TaskRetry } from "./next-delay.ts";
import type { Queue } from "./queue.ts";
import type { Task } from "./task.ts";
import { taskPool } from "./task-pool.ts";

/** Options of {@link createPool}. */
export interface PoolOptions<T, R> {
  /** Where tasks wait. It may hold tasks already; a pool has its queue to itself. */
  queue: Queue<T>;
  /** The handler. */
  run: (data: T, context: RunContext<T>) => R | PromiseLike<R>;
  /** Default 1; `targetWaitMs` defaults to 1,000. */
  concurrency?: Concurrency;
  /** How long an attempt may take before it is aborted and counts as failed; default: as long as it likes. */
  timeoutMs?: number;
  /** `maxAttempts` counts the first call, default 3 when `retry` is given; `backoff` defaults to `exponential()`. */
  retry?: TaskRetry;
  /** `add` refuses to have more tasks waiting than this; default: no bound. */
  maxQueued?: number;
  /** Told of everything that happens; what it throws becomes an unhandled rejection, not a failure of the task. */
  onEvent?: (event: PoolEvent) => void;
  /** Default: those of the platform. */
  timers?: Timers;
}

/** What `pool.close` gives. */
export interface CloseReport<T = unknown> {
  /** Tasks that never began, or waited for another attempt: to be added again elsewhere. */
  handedBack: Task<T>[];
  /** Tasks still running when the grace was over; their signals were aborted. */
  interrupted: Task<T>[];
  elapsedMs: number;
}

/** Workers over a queue. */
export interface Pool<T = unknown, R = unknown> {
  /**
   * Enqueues a task. It begins no earlier than the next microtask, so that tasks added together are ranked together.
   *
   * @throws QueueFull, PoolClosed, and what `queue.enqueue` throws.
   */
  add(task: Task<T>): TaskHandle<R>;
  /** Resolves when fewer than `maxQueued` tasks wait. */
  ready(): Promise<void>;
  /** Begins no further task until `resume`. */
  pause(): void;
  resume(): void;
  /** Resolves when nothing waits, is delayed, or runs. */
  drain(): Promise<void>;
  /**
   * Begins nothing more and hands back what waits; running tasks have `graceMs` (default 10,000) to end before they are
   * aborted. The `done` of both resolves as cancelled, with a {@link PoolClosed}. Called again, it can only shorten.
   */
  close(options?: { graceMs?: number }): Promise<CloseReport<T>>;
  metrics(): PoolMetrics;
}

/**
 * Runs the tasks of a queue, so many at a time.
 *
 * A task goes from waiting to running to completed, failed, dead or cancelled; with `retry`, a failed attempt returns it
 * to the line after the backoff, at the rank it had. An attempt that times out has failed even if its handler goes on, but
 * the worker stays with it, and a next attempt waits, until the handler ends. No timer is set while there is nothing to
 * wait for.
 *
 * @throws RangeError when a number is out of range.
 * @example
 * const pool = createPool({
 *   queue: createQueue<number>({ policy: fifo() }),
 *   run: async (n) => n * n,
 *   concurrency: 4,
 * });
 * const { done } = pool.add({ data: 7 });
 * (await done).value; // => 49
 */
export function createPool<T, R>(options: PoolOptions<T, R>): Pool<T, R> {
  return taskPool(options);
}
