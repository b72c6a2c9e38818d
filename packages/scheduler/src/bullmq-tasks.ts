import { type Job, Queue, Worker } from "bullmq";
import { addJobs } from "./bullmq-add.ts";
import { attemptOf, type Envelope, isLockLost, jobId, taskOf } from "./bullmq-envelope.ts";
import { countJobs, listJobs } from "./bullmq-listing.ts";
import { deadlineOrigin } from "./bullmq-origin.ts";
import { type BullPriority, bullPriority } from "./bullmq-priority.ts";
import { buryJob, holdJob, settleJob } from "./bullmq-settle.ts";
import type { BullStore, BullStoreOptions } from "./bullmq-store.ts";
import { checkPositive, checkWhole } from "./check.ts";
import type { Policy } from "./policy.ts";
import { type Claim, type Settlement, type Sql, type StoredTask, storable, type TaskState } from "./store.ts";
import type { Task } from "./task.ts";
import { UnsupportedPolicy } from "./unsupported-policy.ts";

/** What {@link createBullStore} makes. */
export function bullTasks<T>(options: BullStoreOptions): BullStore<T> {
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
    checkWhole("maxAttempts", maxAttempts);
    for (const [name, value] of Object.entries({ leaseMs, bucketMs })) checkPositive(name, value);
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
    return addJobs(this.#queue, tasks, await this.#prioritize());
  }

  async claim(limit: number): Promise<Claim<T>[]> {
    checkWhole("limit", limit);
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
        const error = { name: "LeaseLost", code: "LEASE_LOST", message: "The worker did not renew its lease." };
        await buryJob(job, token, this.leaseMs, { attempt: attempt - 1, at: Date.now(), runMs: 0, error }, true);
        continue;
      }
      this.#jobs.set(token, job);
      claims.push({ id: job.data.id, task: taskOf(job), attempt, rank: job.priority, token });
    }
    return claims;
  }

  async extend(claims: readonly Claim<T>[]): Promise<string[]> {
    return this.#each(claims, async (job, token) => {
      await holdJob(job, token, this.leaseMs);
    });
  }

  async settle(settlements: readonly Settlement<T>[]): Promise<{ id: string; state: TaskState | "lost" }[]> {
    return Promise.all(
      settlements.map(storable).map(async (settlement) => {
        const { claim } = settlement;
        let state: TaskState | "lost" = "lost";
        await this.#each([claim], async (job, token) => {
          state = await settleJob(job, token, settlement, this.leaseMs, this.#maxAttempts);
          this.#jobs.delete(token);
        });
        return { id: claim.id, state };
      }),
    );
  }

  async release(claims: readonly Claim<T>[]): Promise<string[]> {
    return this.#each(claims, async (job, token) => {
      await holdJob(job, token, this.leaseMs);
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

  counts(): Promise<Record<TaskState, number>> {
    return countJobs(this.#queue);
  }

  list(options: { state: TaskState; limit?: number; after?: string }): Promise<StoredTask<T>[]> {
    return listJobs(this.#queue, options);
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
    const originMs = await deadlineOrigin(this.#queue, this.#bucketMs);
    this.#priority = bullPriority(this.#policy, { originMs, bucketMs: this.#bucketMs });
    return this.#priority;
  }
}
