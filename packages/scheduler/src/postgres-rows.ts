import { check } from "./check.ts";
import type { Claim, FailedAttempt, StoredTask, TaskState } from "./store.ts";
import type { RankedTask, Task } from "./task.ts";

/** A task as the statements give it; JSON comes as text, so that every driver gives the same. */
export interface TaskRow {
  id: string;
  data: string;
  task: string;
  key: string | null;
  rank: number;
  sequence: string;
  attempts: number;
  fence: string;
}

/** A task as `list` reads it. */
export interface ListedRow extends TaskRow {
  state: TaskState;
  redrives: number;
  value: string | null;
  history: string;
}

/**
 * What a policy may need again, as JSON. Infinity has no JSON; the largest number stands for it. NaN is refused: what this
 * policy does not read, the next one may.
 */
export function rankedJson({ priority, cost, kind, deadline, tenant, weight }: RankedTask): string {
  const finite = (name: string, value: unknown): unknown => {
    check(!Number.isNaN(value), name, "a number", value);
    return value === Infinity ? Number.MAX_VALUE : value === -Infinity ? -Number.MAX_VALUE : value;
  };
  return JSON.stringify({ priority, cost, kind, deadline, tenant, weight }, finite);
}

/** The task that was added. */
export function taskOf<T>({ id, data, task, key }: TaskRow): Task<T> {
  return { ...(JSON.parse(task) as RankedTask), id, ...(key !== null && { key }), data: JSON.parse(data) as T };
}

export function claimOf<T>(row: TaskRow): Claim<T> {
  return { id: row.id, task: taskOf<T>(row), attempt: row.attempts, rank: row.rank, token: row.fence };
}

export function storedOf<T>(row: ListedRow): StoredTask<T> {
  const { id, state, rank, attempts, redrives, value } = row;
  const history = JSON.parse(row.history) as FailedAttempt[];
  const result = value === null ? {} : { value: JSON.parse(value) as unknown };
  return { id, state, task: taskOf<T>(row), rank, attempts, redrives, ...result, history };
}
