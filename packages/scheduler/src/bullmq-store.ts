import type { ConnectionOptions } from "bullmq";
import { bullTasks } from "./bullmq-tasks.ts";
import type { Policy } from "./policy.ts";
import type { Store } from "./store.ts";

/** Options of {@link createBullStore}. */
export interface BullStoreOptions {
  /** An ioredis connection with `maxRetriesPerRequest: null`, or its options. */
  connection: ConnectionOptions;
  /** Name of the queue. Default `"default"`. */
  queue?: string;
  /** Prefix of its keys. Default `"groundwork"`. */
  prefix?: string;
  /** `fifo()`, `priority()` without ageing, or `earliestDeadlineFirst()`. */
  policy: Policy;
  /** Deadlines in one bucket are served in order of arrival; there are 2,097,150 buckets. Default 1,000. */
  bucketMs?: number;
  /** How often a task is tried at most, the first attempt and those of lost workers included. Default 5. */
  maxAttempts?: number;
  /** How long a claim is held without being extended. Default 5,000. */
  leaseMs?: number;
}

/** A {@link Store} on BullMQ, and how to let go of its connections. */
export interface BullStore<T = unknown> extends Store<T> {
  close(): Promise<void>;
}

/**
 * Tasks in Redis, in the hands of BullMQ, for those who outgrow Postgres.
 *
 * It differs from the other stores where BullMQ does: a retried or handed back task goes behind its equals; a running
 * task cannot be cancelled; a cancelled one leaves no trace; dead is decided when the task would be claimed once more;
 * there are no transactions and no limits by key; the policy can be changed only while nothing waits.
 *
 * @throws UnsupportedPolicy for a policy that BullMQ's integer priorities cannot carry.
 * @example
 * ```ts no-run
 * const store = createBullStore<string>({ connection: { host: "127.0.0.1" }, policy: priority() });
 * await store.add([{ data: "hello", priority: 3 }]);
 * ```
 */
export function createBullStore<T = unknown>(options: BullStoreOptions): BullStore<T> {
  return bullTasks<T>(options);
}
