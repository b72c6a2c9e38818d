import type { Task } from "./task.ts";

/** Where a task stands. `"retrying"` lies between a failed attempt and its return to the line. */
export type EntryState = "waiting" | "running" | "retrying" | "completed" | "failed" | "dead" | "cancelled";

/** A task in a queue, with its place. The queue writes the fields; everyone else reads them. */
export class Entry<T = unknown> {
  readonly task: Task<T>;
  state: EntryState = "waiting";
  /** Given by the policy; smaller first. */
  rank = 0;
  /** Order of arrival; breaks ties of rank. */
  sequence = 0;
  /** Which of the queue's policies gave the rank. */
  generation = 0;
  /** When it was enqueued, on the queue's clock. */
  enqueuedAt = 0;
  /** How much later than that it may run: not at once when it was delayed or put back. */
  offsetMs = 0;
  home: unknown = undefined;

  constructor(task: Task<T>) {
    this.task = task;
  }

  /** From when it may run. */
  get readyAt(): number {
    return this.enqueuedAt + this.offsetMs;
  }

  get id(): string {
    return this.task.id ?? String(this.sequence);
  }
}

/** By rank, then by arrival. */
export function byRank<T>(a: Entry<T>, b: Entry<T>): number {
  // Two infinite ranks differ by NaN, which is as falsy as 0.
  return a.rank - b.rank || a.sequence - b.sequence;
}
