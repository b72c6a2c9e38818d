/** What happened to a task, or to the pool, and when on its clock. Plain data, for logs and metrics. */
export type PoolEvent =
  | { type: "enqueued"; id: string; at: number; depth: number }
  | { type: "started"; id: string; at: number; attempt: number; waitMs: number }
  | { type: "retrying"; id: string; at: number; attempt: number; runMs: number; delayMs: number; error: unknown }
  | {
      type: "completed" | "failed" | "dead" | "cancelled";
      id: string;
      at: number;
      attempts: number;
      waitMs: number;
      runMs: number;
      error?: unknown;
    }
  | { type: "scaled"; at: number; workers: number };

/** Where a pool stands. Means are moving averages over about the last twenty tasks; the rest counts since it was made. */
export interface PoolMetrics {
  /** Tasks that wait: ready, delayed, or held back by the limit of their key. */
  depth: number;
  /** Handlers that have not ended. */
  running: number;
  /** How many may run at once now. */
  workers: number;
  completed: number;
  /** Failed, and not to be tried again. */
  failed: number;
  /** Failed at every attempt allowed. */
  dead: number;
  cancelled: number;
  /** Attempts that failed and were followed by another. */
  retried: number;
  waitMs: number;
  runMs: number;
  /** Time that workers were busy, summed. */
  busyMs: number;
  /** Time that workers were there, summed. */
  workerMs: number;
  /** `busyMs / workerMs`; between two readings, divide the differences. */
  utilisation: number;
}
