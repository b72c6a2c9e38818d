import type { Policy } from "./policy.ts";
import type { Task } from "./task.ts";

/** Where a stored task stands. `"waiting"` may run now, `"delayed"` not yet. */
export type TaskState = "waiting" | "delayed" | "running" | "completed" | "failed" | "dead" | "cancelled";

/** What an SQL store speaks to: `pg`'s Pool and Client, PGlite, and its transactions all are one. */
export interface Sql {
  query(text: string, params?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** A task in the hands of one worker, until its lease ends. */
export interface Claim<T = unknown> {
  readonly id: string;
  readonly task: Task<T>;
  /** 1 for the first; a claim that was released does not count, one whose lease ran out does. */
  readonly attempt: number;
  readonly rank: number;
  /** Tells this claim from every other of the same task: a store refuses what comes with an old one. */
  readonly token: string;
}

/** How the attempt of a claim ended. */
export type Settlement<T = unknown> =
  | { claim: Claim<T>; status: "completed"; value?: unknown; runMs: number }
  /** Tried again after `delayMs`, unless attempts are used up; not at all without it. */
  | { claim: Claim<T>; status: "failed"; error: unknown; runMs: number; delayMs?: number };

/** An attempt that did not complete. */
export interface FailedAttempt {
  attempt: number;
  /** Milliseconds since the epoch. */
  at: number;
  runMs: number;
  error: { name: string; message: string; code?: string };
}

/** A task as a store shows it. */
export interface StoredTask<T = unknown> {
  id: string;
  state: TaskState;
  task: Task<T>;
  rank: number;
  attempts: number;
  /** How often it was redriven. */
  redrives: number;
  /** What a completed task gave. */
  value?: unknown;
  /** Attempts that failed or whose worker was lost, over all redrives. */
  history: FailedAttempt[];
}

/**
 * Tasks that outlive a process, shared by any number of workers.
 *
 * At least once: an acknowledged task is run until it completes, fails for good, is dead, or is cancelled. A worker that
 * stops in the middle loses its lease, and another runs the task again; what the first then says is refused. Give work
 * with outside effects an idempotency key.
 */
export interface Store<T = unknown> {
  /** How long a claim is held without being extended. */
  readonly leaseMs: number;
  /**
   * Adds tasks and gives their ids, in order. An id that the queue knows already is left as it is (`added: false`).
   * With `tx`, they are added by that transaction: they exist if and only if it commits.
   */
  add(tasks: readonly Task<T>[], options?: { tx?: Sql }): Promise<{ id: string; added: boolean }[]>;
  /** The first `limit` tasks that may run, in order of rank. Leases that ran out are taken back first, now and then. */
  claim(limit: number): Promise<Claim<T>[]>;
  /** Renews leases; gives the ids that are still held. */
  extend(claims: readonly Claim<T>[]): Promise<string[]>;
  /** Records how attempts ended; gives the new state of each, `"lost"` for a claim that is no longer held. */
  settle(settlements: readonly Settlement<T>[]): Promise<{ id: string; state: TaskState | "lost" }[]>;
  /** Hands claims back: their attempts do not count. Gives the ids that were still held. */
  release(claims: readonly Claim<T>[]): Promise<string[]>;
  /** Cancels tasks that have not ended; a running one loses its claim. Gives the ids cancelled. */
  cancel(ids: readonly string[]): Promise<string[]>;
  /** Tasks by state. */
  counts(): Promise<Record<TaskState, number>>;
  /** Tasks of one state in order of arrival, after the task `after`. */
  list(options: { state: TaskState; limit?: number; after?: string }): Promise<StoredTask<T>[]>;
  /** Puts failed and dead tasks back in line with attempts counted anew; gives the ids it did that for. */
  redrive(ids: readonly string[]): Promise<string[]>;
  /** Changes the order of service; everything that waits is ranked anew, by its own time of arrival. */
  setPolicy(policy: Policy): Promise<void>;
}

/** The queue is ordered by a policy that this process was not given. */
export class PolicyMismatch extends Error {
  override readonly name = "PolicyMismatch";
  readonly code = "POLICY_MISMATCH";
  /** The name of the policy that orders the queue. */
  readonly policy: string;

  constructor(queue: string, policy: string, known: string) {
    super(`Queue ${queue} is ordered by "${policy}", not "${known}": pass that policy, or change it with setPolicy().`);
    this.policy = policy;
  }
}

/** The claim is no longer held: its lease ran out, or its task was cancelled. The reason of the handler's signal. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
  readonly code = "LEASE_LOST";
  readonly id: string;

  constructor(id: string) {
    super(`The lease of task ${id} was lost.`);
    this.id = id;
  }
}

/**
 * A settlement that can be written down: an attempt whose value is no JSON, and would hold up all that is settled with
 * it, has failed for good.
 */
export function storable<T>(settlement: Settlement<T>): Settlement<T> {
  if (settlement.status === "failed" || settlement.value === undefined) return settlement;
  const { claim, value, runMs } = settlement;
  try {
    toJson(value, "the value of a task");
    return settlement;
  } catch (error) {
    return { claim, status: "failed", error, runMs };
  }
}

/** JSON text, or a TypeError that says what has none. */
export function toJson(value: unknown, what: string): string {
  const text = JSON.stringify(value);
  if (text === undefined) throw new TypeError(`Expected ${what} to be JSON, got ${typeof value}.`);
  return text;
}

/** An error as it is stored. */
export function describeError(error: unknown): FailedAttempt["error"] {
  const { name, message, code } = (error ?? {}) as { name?: unknown; message?: unknown; code?: unknown };
  return {
    name: text(name ?? "Error"),
    message: text(message ?? error),
    ...(typeof code === "string" && { code: text(code) }),
  };
}

// A failure has to be recorded whatever it says: databases refuse U+0000 and half characters, and an object may have no text.
function text(value: unknown): string {
  try {
    return String(value)
      .slice(0, 10_000)
      .replace(/[\0\p{Surrogate}]/gu, "\uFFFD");
  } catch {
    return typeof value;
  }
}
