import type { Job } from "bullmq";
import type { FailedAttempt } from "./store.ts";
import type { RankedTask, Task } from "./task.ts";

/** What a job carries. */
export interface Envelope<T> {
  id: string;
  data: T;
  ranked: RankedTask;
  /** Which call of `add` made the job. */
  addedBy: string;
  releases: number;
  redrives: number;
  history: FailedAttempt[];
  dead: boolean;
}

/** The id of a task as BullMQ takes it: it gives colons and plain numbers a meaning of their own. */
export function jobId(id: string): string {
  return `t-${encodeURIComponent(id)}`;
}

/** Which attempt is under way; those that were handed back do not count. */
export function attemptOf<T>({ attemptsStarted, data }: Job<Envelope<T>>): number {
  return attemptsStarted - data.releases;
}

/** The task that was added. */
export function taskOf<T>({ data: { id, data, ranked } }: Job<Envelope<T>>): Task<T> {
  return { ...ranked, id, data };
}

/** What BullMQ throws when the lock is gone. */
export function lockLost(): Error {
  return Object.assign(new Error("The lock is lost."), { code: -2 });
}

/** Whether BullMQ says that the claim is no longer held: job gone, lock gone, not active, lock of another. */
export function isLockLost(error: unknown): boolean {
  return [-1, -2, -3, -6].includes((error as { code?: number }).code ?? 0);
}
