/** What a policy may rank a task by. It reads the fields that it needs and ignores the rest. */
export interface RankedTask {
  /** Larger runs first; 0 when absent. Read by `priority`. */
  priority?: number;
  /** Expected running time in milliseconds. Read by `shortestJobFirst` and `weightedFair`. */
  cost?: number;
  /** What sort of work this is, so that running times can be learned. Read by `shortestJobFirst`. */
  kind?: string;
  /** When it should be done, in milliseconds on the queue's clock. Read by `earliestDeadlineFirst`. */
  deadline?: number;
  /** Whose work this is. Read by `roundRobin` and `weightedFair`. */
  tenant?: string;
  /** The tenant's share, 1 when absent. Read by `weightedFair`. */
  weight?: number;
  /** How long it has run already, when it was put back unfinished. */
  ranMs?: number;
  /** The longest it may run before it is put back; absent when it runs to its end. */
  sliceMs?: number;
}

/** One piece of work. Only `data` is required. */
export interface Task<T = unknown> extends RankedTask {
  /** What the handler receives. */
  data: T;
  /** Any string. Made when absent; a store adds an id at most once. */
  id?: string;
  /** Tasks of one key count against the queue's `keyLimit`. */
  key?: string;
  /** Not before this many milliseconds from now. */
  delayMs?: number;
}

/** How a run ended, as a policy sees it. */
export interface Outcome {
  /** `"retrying"` when the attempt failed and another will follow. */
  status: "completed" | "failed" | "dead" | "cancelled" | "retrying";
  /** How long the attempt ran. */
  runMs: number;
}
