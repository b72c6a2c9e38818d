import { checkPositive, checkWhole } from "./check.ts";
import type { Policy } from "./policy.ts";
import { PostgresTasks } from "./postgres-tasks.ts";
import type { Sql, Store } from "./store.ts";

/** Options of {@link createPostgresStore}. */
export interface PostgresStoreOptions {
  /** Name of the queue; queues of one database do not see each other. Default `"default"`. */
  queue?: string;
  /** The order of service. A queue that exists keeps the policy it has until `setPolicy`. */
  policy: Policy;
  /** Further policies that another process may change the queue to; this one then follows. */
  policies?: readonly Policy[];
  /** How often a task is tried at most, the first attempt and those of lost workers included. Default 5. */
  maxAttempts?: number;
  /** How long a claim is held without being extended. Default 5,000. */
  leaseMs?: number;
  /** How many tasks of one `key` may run at once over all workers; default: no limit. */
  keyLimit?: number;
  /** How often delayed tasks and leases are looked at, at most. Default 200. */
  sweepMs?: number;
  /** The time that tasks are ranked by; default: the database's. Leases and delays go by the database's clock always. */
  clock?: () => number;
}

/** A {@link Store} on Postgres, and what it can do besides. */
export interface PostgresStore<T = unknown> extends Store<T> {
  /** With `tx`, in that transaction; else in one of its own, for which a store on a single connection needs that free. */
  setPolicy(policy: Policy, options?: { tx?: Sql }): Promise<void>;
  /** Forgets up to 10,000 tasks that completed or were cancelled longer ago than this; gives how many. */
  prune(options: { olderThanMs: number }): Promise<number>;
}

/**
 * Tasks in Postgres 15 or later, or in PGlite: apply {@link migrations} (or call {@link migrate}) first.
 *
 * The rank is an indexed column, so that a claim reads the first `limit` rows that no other worker has locked. Every
 * call is one statement for a policy without state; one with state (`weightedFair`, `roundRobin`, `shortestJobFirst`)
 * reads it first and writes it in the statement that depends on it, and concurrent writers take turns. Leases and delays
 * go by the database's clock. What ended stays, with its history, until `prune`.
 *
 * PGlite keeps what it acknowledged when its process is killed, not when the power fails.
 *
 * @throws RangeError when a number is out of range; the calls throw {@link PolicyMismatch}.
 * @example
 * ```ts no-run
 * const store = createPostgresStore<string>(new Pool(), { policy: weightedFair() });
 * await store.add([{ data: "hello", tenant: "a" }]);
 * const [claim] = await store.claim(1);
 * await store.settle([{ claim, status: "completed", runMs: 3 }]);
 * ```
 */
export function createPostgresStore<T = unknown>(sql: Sql, options: PostgresStoreOptions): PostgresStore<T> {
  const { maxAttempts = 5, keyLimit = 1, leaseMs = 5_000, sweepMs = 200 } = options;
  for (const [name, value] of Object.entries({ maxAttempts, keyLimit })) checkWhole(name, value);
  for (const [name, value] of Object.entries({ leaseMs, sweepMs })) checkPositive(name, value);
  return new PostgresTasks<T>(sql, options);
}
