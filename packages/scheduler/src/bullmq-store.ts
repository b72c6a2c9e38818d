import { type ConnectionOptions, type Job, Queue, UnrecoverableError, Worker } from "bullmq";
import { type BullPriority, bullPriority } from "./bullmq-priority.ts";
import type { Policy } from "./policy.ts";
import {
  type Claim,
  describeError,
  type FailedAttempt,
  type Settlement,
  type Sql,
  type Store,
  type StoredTask,
  type TaskState,
} from "./store.ts";
import type { RankedTask, Task } from "./task.ts";
import { UnsupportedPolicy } from "./unsupported-policy.ts";

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

/** What a job carries. */
interface Envelope<T> {
  id: string;
  data: T;
  ranked: RankedTask;
  releases: number;
  redrives: number;
  history: FailedAttempt[];
  dead: boolean;
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
  return new BullTasks<T>(options);
}

class BullTasks<T> implements BullStore<T> {
  readonly leaseMs: number;
  readonly #queue: Queue<Envelope<T>>;
  readonly #worker: Worker<Envelope<T>>;
  readonly #maxAttempts: number;
  readonly #bucketMs: number;
  readonly #jobs = new Map<string, Job<Envelope<T>>>();
  #policy: Policy;
  #priority: BullPriority | undefined;
  #stalledCheck: Promise<void> | undefined;

  constructor(options: BullStoreOptions) {
    const { connection, queue = "default", prefix = "groundwork", policy } = options;
    const { maxAttempts = 5, leaseMs = 5_000, bucketMs = 1_000 } = options;
    if (!(Number.isInteger(maxAttempts) && maxAttempts >= 1)) {
      throw new RangeError(`Expected \`maxAttempts\` to be an integer ≥ 1, got ${maxAttempts}.`);
    }
    for (const [name, value] of Object.entries({ leaseMs, bucketMs })) {
      if (!(value > 0)) throw new RangeError(`Expected \`${name}\` to be a number > 0, got ${value}.`);
    }
    bullPriority(policy, { originMs: 0, bucketMs });
    this.leaseMs = leaseMs;
    this.#maxAttempts = maxAttempts;
    this.#bucketMs = bucketMs;
    this.#policy = policy;
    this.#queue = new Queue(queue, { connection, prefix });
    this.#worker = new Worker<Envelope<T>>(queue, null, {
      connection,
      prefix,
      autorun: false,
      lockDuration: leaseMs,
      stalledInterval: Math.max(100, leaseMs / 4),
      // How often a task may be lost is counted here, with the other attempts.
      maxStalledCount: 1_000_000,
      skipLockRenewal: true,
    });
    // Without a listener, a lost connection would end the process; the call that meets it rejects.
    this.#queue.on("error", () => {});
    this.#worker.on("error", () => {});
  }

  async add(tasks: readonly Task<T>[], { tx }: { tx?: Sql } = {}): Promise<{ id: string; added: boolean }[]> {
    if (tx !== undefined) throw new TypeError("Expected no `tx`: Redis cannot take part in a transaction of Postgres.");
    const priority = await this.#prioritize();
    const jobs = tasks.map((task) => {
      const { delayMs = 0, data, key: _, id = crypto.randomUUID(), ...ranked } = task;
      if (!(delayMs >= 0 && delayMs < Infinity)) {
        throw new RangeError(`Expected \`delayMs\` to be a finite number ≥ 0, got ${delayMs}.`);
      }
      const envelope: Envelope<T> = { id, data, ranked, releases: 0, redrives: 0, history: [], dead: false };
      const opts = { jobId: jobId(id), priority: priority(ranked), delay: delayMs, attempts: 1 };
      return { name: "task", data: envelope, opts };
    });
    const known = await Promise.all(jobs.map(({ opts }) => this.#queue.getJob(opts.jobId)));
    const seen = new Set<string>();
    const results = jobs.map(({ data: { id } }, i) => {
      const added = known[i] === undefined && !seen.has(id);
      seen.add(id);
      return { id, added };
    });
    await this.#queue.addBulk(jobs.filter((_, i) => results[i]!.added) as never);
    return results;
  }

  async claim(limit: number): Promise<Claim<T>[]> {
    if (!(Number.isInteger(limit) && limit >= 1)) {
      throw new RangeError(`Expected \`limit\` to be an integer ≥ 1, got ${limit}.`);
    }
    this.#stalledCheck ??= this.#worker.startStalledCheckTimer();
    await this.#stalledCheck;
    // Sent together, Redis serves them in this order.
    const tokens = Array.from({ length: limit }, () => crypto.randomUUID());
    const jobs = await Promise.all(tokens.map((token) => this.#worker.getNextJob(token, { block: false })));
    const claims: Claim<T>[] = [];
    for (const [i, job] of jobs.entries()) {
      const token = tokens[i]!;
      if (job === undefined) continue;
      const attempt = attemptOf(job);
      if (attempt > this.#maxAttempts) {
        const lost = { name: "LeaseLost", code: "LEASE_LOST", message: "The worker did not renew its lease." };
        await this.#bury(job, token, { attempt: attempt - 1, at: Date.now(), runMs: 0, error: lost }, true);
        continue;
      }
      this.#jobs.set(token, job);
      claims.push({ id: job.data.id, task: taskOf(job), attempt, rank: job.priority, token });
    }
    return claims;
  }

  async extend(claims: readonly Claim<T>[]): Promise<string[]> {
    return this.#each(claims, async (job, token) => {
      if ((await job.extendLock(token, this.leaseMs)) !== 1) throw lockLost();
    });
  }

  async settle(settlements: readonly Settlement<T>[]): Promise<{ id: string; state: TaskState | "lost" }[]> {
    return Promise.all(
      settlements.map(async (settlement) => {
        const { claim } = settlement;
        let state: TaskState | "lost" = "lost";
        await this.#each([claim], async (job, token) => {
          state = await this.#settleOne(job, token, settlement);
          this.#jobs.delete(token);
        });
        return { id: claim.id, state };
      }),
    );
  }

  async release(claims: readonly Claim<T>[]): Promise<string[]> {
    return this.#each(claims, async (job, token) => {
      if ((await job.extendLock(token, this.leaseMs)) !== 1) throw lockLost();
      await job.updateData({ ...job.data, releases: job.data.releases + 1 });
      await job.moveToWait(token);
      this.#jobs.delete(token);
    });
  }

  async cancel(ids: readonly string[]): Promise<string[]> {
    const cancelled: string[] = [];
    for (const id of ids) {
      const job = await this.#queue.getJob(jobId(id));
      const state = await job?.getState();
      if (!["waiting", "prioritized", "delayed"].includes(state ?? "")) continue;
      const gone = await job!.remove().then(
        () => true,
        () => false,
      );
      if (gone) cancelled.push(id);
    }
    return cancelled;
  }

  async counts(): Promise<Record<TaskState, number>> {
    const counts = await this.#queue.getJobCounts("wait", "prioritized", "delayed", "active", "completed");
    const { wait = 0, prioritized = 0, delayed = 0, active = 0, completed = 0 } = counts;
    const ended = await this.#queue.getFailed();
    const dead = ended.filter(({ data }) => data.dead).length;
    const waiting = wait + prioritized;
    return { waiting, delayed, running: active, completed, failed: ended.length - dead, dead, cancelled: 0 };
  }

  async list(options: { state: TaskState; limit?: number; after?: string }): Promise<StoredTask<T>[]> {
    const { state, limit = 100, after } = options;
    const types = {
      waiting: ["wait", "prioritized"],
      delayed: ["delayed"],
      running: ["active"],
      completed: ["completed"],
      failed: ["failed"],
      dead: ["failed"],
      cancelled: [],
    } as const;
    if (types[state].length === 0) return [];
    const jobs = await this.#queue.getJobs([...types[state]]);
    const matching = jobs.filter(({ data }) => (state === "dead" ? data.dead : state !== "failed" || !data.dead));
    matching.sort((a, b) => a.timestamp - b.timestamp);
    const from = after === undefined ? 0 : matching.findIndex(({ data }) => data.id === after) + 1;
    return matching.slice(from, from + limit).map((job) => {
      const { id, redrives, history } = job.data;
      const value = job.returnvalue == null ? {} : { value: job.returnvalue as unknown };
      return {
        id,
        state,
        task: taskOf(job),
        rank: job.priority,
        attempts: attemptOf(job),
        redrives,
        ...value,
        history,
      };
    });
  }

  async redrive(ids: readonly string[]): Promise<string[]> {
    const redriven: string[] = [];
    for (const id of ids) {
      const job = await this.#queue.getJob(jobId(id));
      if (job === undefined || !(await job.isFailed())) continue;
      await job.updateData({
        ...job.data,
        redrives: job.data.redrives + 1,
        releases: job.attemptsStarted,
        dead: false,
      });
      const again = await job.retry("failed").then(
        () => true,
        () => false,
      );
      if (again) redriven.push(id);
    }
    return redriven;
  }

  async setPolicy(policy: Policy): Promise<void> {
    bullPriority(policy, { originMs: 0, bucketMs: this.#bucketMs });
    const { waiting, delayed } = await this.counts();
    if (waiting + delayed > 0) {
      throw new UnsupportedPolicy(
        policy.name,
        `${waiting + delayed} tasks wait, and it cannot rank them anew in one step`,
      );
    }
    this.#policy = policy;
    this.#priority = undefined;
  }

  async close(): Promise<void> {
    await this.#worker.close(true);
    await this.#queue.close();
  }

  async #settleOne(job: Job<Envelope<T>>, token: string, settlement: Settlement<T>): Promise<TaskState> {
    if (settlement.status === "completed") {
      await job.moveToCompleted((settlement.value ?? null) as never, token, false);
      return "completed";
    }
    const { claim, error, runMs, delayMs } = settlement;
    const failure = { attempt: claim.attempt, at: Date.now(), runMs, error: describeError(error) };
    if (delayMs === undefined || claim.attempt >= this.#maxAttempts) {
      const dead = delayMs !== undefined && this.#maxAttempts > 1;
      await this.#bury(job, token, failure, dead);
      return dead ? "dead" : "failed";
    }
    if ((await job.extendLock(token, this.leaseMs)) !== 1) throw lockLost();
    await job.updateData({ ...job.data, history: [...job.data.history, failure] });
    if (delayMs > 0) await job.moveToDelayed(Date.now() + delayMs, token);
    else await job.moveToWait(token);
    return delayMs > 0 ? "delayed" : "waiting";
  }

  async #bury(job: Job<Envelope<T>>, token: string, failure: FailedAttempt, dead: boolean): Promise<void> {
    if ((await job.extendLock(token, this.leaseMs)) !== 1) throw lockLost();
    await job.updateData({ ...job.data, dead, history: [...job.data.history, failure] });
    await job.moveToFailed(new UnrecoverableError(failure.error.message), token, false);
  }

  /** Does something to the job of each claim that is still held; gives the ids of those. */
  async #each(
    claims: readonly Claim<T>[],
    act: (job: Job<Envelope<T>>, token: string) => Promise<void>,
  ): Promise<string[]> {
    const held = await Promise.all(
      claims.map(async ({ token }) => {
        const job = this.#jobs.get(token);
        if (job === undefined) return false;
        try {
          await act(job, token);
          return true;
        } catch (error) {
          if (!isLockLost(error)) throw error;
          this.#jobs.delete(token);
          return false;
        }
      }),
    );
    return claims.filter((_, i) => held[i]).map(({ id }) => id);
  }

  async #prioritize(): Promise<BullPriority> {
    if (this.#priority !== undefined) return this.#priority;
    const client = await this.#queue.backend.client;
    const key = this.#queue.toKey("deadline-origin");
    // Some buckets are left for deadlines that had passed when the queue was made.
    const proposed = Math.floor(Date.now() - 2 ** 17 * this.#bucketMs);
    const redis = client as unknown as {
      setnx(k: string, v: string): Promise<number>;
      get(k: string): Promise<string>;
    };
    await redis.setnx(key, String(proposed));
    const originMs = Number(await redis.get(key));
    this.#priority = bullPriority(this.#policy, { originMs, bucketMs: this.#bucketMs });
    return this.#priority;
  }
}

// BullMQ gives colons and plain numbers a meaning of their own.
function jobId(id: string): string {
  return `t-${encodeURIComponent(id)}`;
}

function attemptOf<T>({ attemptsStarted, data }: Job<Envelope<T>>): number {
  return attemptsStarted - data.releases;
}

function taskOf<T>({ data: { id, data, ranked } }: Job<Envelope<T>>): Task<T> {
  return { ...ranked, id, data };
}

function lockLost(): Error {
  return Object.assign(new Error("The lock is lost."), { code: -2 });
}

// Job gone, lock gone, not active, lock of another.
function isLockLost(error: unknown): boolean {
  return [-1, -2, -3, -6].includes((error as { code?: number }).code ?? 0);
}
