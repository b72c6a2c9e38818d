import { Piscina } from "piscina";
import type { RunContext } from "./job.ts";

/** What is handed to the thread's function: plain data, copied. */
export interface ThreadContext {
  id: string;
  attempt: number;
}

/** Options of {@link createThreads}. */
export interface ThreadsOptions {
  /** The module whose default export, `({ data, context }) => result`, runs in the threads: a path or a file URL. */
  filename: string;
  /** How many threads at most; give the pool or worker the same `concurrency`. Default: Piscina's, by the cores. */
  maxThreads?: number;
  /** Threads kept when there is nothing to do. Default 0. */
  minThreads?: number;
}

/** Handlers on other threads. */
export interface Threads<T = unknown, R = unknown> {
  /** A handler for `createPool` and `createWorker`. An abort ends the thread itself, in the middle of whatever it does. */
  run: (data: T, context: Pick<RunContext, "id" | "attempt" | "signal">) => Promise<R>;
  /** How many threads there are. */
  readonly threads: number;
  /** Ends all threads. */
  close(): Promise<void>;
}

/**
 * Runs CPU-bound tasks on worker threads, by Piscina.
 *
 * Data and results are copied between threads. A time-out or cancellation stops even an endless loop, because it ends
 * the thread; so does a crash, which fails the attempt of that task and no other.
 *
 * @example
 * ```ts no-run
 * const threads = createThreads<number, number>({ filename: new URL("./fibonacci.js", import.meta.url).href, maxThreads: 2 });
 * const pool = createPool({ queue: createQueue<number>({ policy: fifo() }), run: threads.run, concurrency: 2 });
 * ```
 */
export function createThreads<T, R>(options: ThreadsOptions): Threads<T, R> {
  const { filename, maxThreads, minThreads = 0 } = options;
  const piscina = new Piscina({ filename, minThreads, ...(maxThreads !== undefined && { maxThreads }) });
  return {
    run: (data, { id, attempt, signal }) => {
      const context: ThreadContext = { id, attempt };
      return piscina.run({ data, context }, { signal }) as Promise<R>;
    },
    get threads() {
      return piscina.threads.length;
    },
    close: () => piscina.destroy(),
  };
}
