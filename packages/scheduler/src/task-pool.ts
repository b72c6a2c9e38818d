import { AttemptTimeout, exponential, type Timers } from "@groundwork/retry";
import { Alarm } from "./alarm.ts";
import { platformTimers } from "./clock.ts";
import { checkConcurrency, checkPositive } from "./concurrency.ts";
import { PoolClosed, QueueFull, TaskCancelled } from "./errors.ts";
import type { PoolEvent, PoolMetrics } from "./events.ts";
import { Gauge } from "./gauge.ts";
import { adopt, Job, type TaskHandle, type TaskResult } from "./job.ts";
import { nextDelay, type TaskRetry } from "./next-delay.ts";
import type { CloseReport, Pool, PoolOptions } from "./pool.ts";
import type { Queue } from "./queue.ts";
import { Scaler } from "./scaler.ts";
import type { Task } from "./task.ts";

interface Closing<T> {
  report: CloseReport<T>;
  end: () => void;
  done: Promise<CloseReport<T>>;
}

/** What {@link createPool} makes. A worker is a loop of `#work`; `#running` holds the task of each. */
export class TaskPool<T, R> implements Pool<T, R> {
  readonly #queue: Queue<T>;
  readonly #options: PoolOptions<T, R>;
  readonly #retry: TaskRetry;
  readonly #timers: Timers;
  readonly #scaler: Scaler;
  readonly #alarm: Alarm;
  readonly #running: Job<T, R>[] = [];
  readonly #gauge: Gauge;
  readonly #counts = { completed: 0, failed: 0, dead: 0, cancelled: 0, retried: 0 };
  readonly #cancel = (job: Job<T, R>): boolean => this.#cancelJob(job);
  #scheduled = false;
  #paused = false;
  #closing: Closing<T> | undefined;
  #drained: (() => void)[] = [];
  #roomy: (() => void)[] = [];

  constructor(options: PoolOptions<T, R>) {
    const { queue, concurrency = 1, timeoutMs, retry = { maxAttempts: 1 } as TaskRetry, maxQueued, timers } = options;
    const { maxAttempts = 3, backoff = exponential() } = retry;
    if (!(maxAttempts >= 1 && (maxAttempts === Infinity || Number.isInteger(maxAttempts)))) {
      throw new RangeError(`Expected \`maxAttempts\` to be an integer ≥ 1 or Infinity, got ${maxAttempts}.`);
    }
    if (timeoutMs !== undefined) checkPositive("timeoutMs", timeoutMs);
    if (maxQueued !== undefined) checkPositive("maxQueued", maxQueued);
    const limits = checkConcurrency(concurrency);
    const now = queue.now();
    this.#queue = queue;
    this.#options = options;
    this.#retry = { ...retry, maxAttempts, backoff };
    this.#timers = timers ?? platformTimers();
    this.#scaler = new Scaler(limits, now);
    this.#alarm = new Alarm(this.#timers, queue.now, this.#pump);
    this.#gauge = new Gauge(now);
    if (queue.size > 0) this.#schedule();
  }

  add(task: Task<T>): TaskHandle<R> {
    const { maxQueued, onEvent } = this.#options;
    if (this.#closing) throw new PoolClosed();
    if (maxQueued !== undefined && this.#queue.size >= maxQueued) throw new QueueFull(maxQueued);
    const job = this.#queue.put(new Job<T, R>(task, this.#cancel));
    if (onEvent) this.#emit({ type: "enqueued", id: job.id, at: job.enqueuedAt, depth: this.#queue.size });
    this.#schedule();
    return job;
  }

  async ready(): Promise<void> {
    const { maxQueued = Infinity } = this.#options;
    while (!this.#closing && this.#queue.size >= maxQueued) {
      await new Promise<void>((resolve) => this.#roomy.push(resolve));
    }
  }

  pause(): void {
    this.#paused = true;
    this.#rest();
  }

  resume(): void {
    this.#paused = false;
    this.#schedule();
  }

  drain(): Promise<void> {
    return new Promise((resolve) => {
      this.#drained.push(resolve);
      this.#rest();
    });
  }

  close({ graceMs = 10_000 }: { graceMs?: number } = {}): Promise<CloseReport<T>> {
    if (!(graceMs >= 0)) throw new RangeError(`Expected \`graceMs\` to be a number ≥ 0, got ${graceMs}.`);
    const closing = this.#closing ?? this.#beginClose();
    const timer = this.#timers.setTimeout(() => {
      for (const job of this.#running) {
        if (job.result) continue;
        const reason = new PoolClosed();
        closing.report.interrupted.push(job.task);
        this.#conclude(job, "cancelled", reason, this.#queue.now());
        job.abort(reason);
      }
      closing.end();
    }, graceMs);
    void closing.done.then(() => this.#timers.clearTimeout(timer));
    this.#rest();
    return closing.done;
  }

  metrics(): PoolMetrics {
    this.#gauge.advance(this.#queue.now(), this.#running.length, this.#scaler.workers);
    const { waitMs, runMs, busyMs, workerMs } = this.#gauge;
    const utilisation = workerMs > 0 ? busyMs / workerMs : 0;
    const [depth, running, workers] = [this.#queue.size, this.#running.length, this.#scaler.workers];
    return {
      depth,
      running,
      workers,
      ...this.#counts,
      waitMs: waitMs || 0,
      runMs: runMs || 0,
      busyMs,
      workerMs,
      utilisation,
    };
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    void Promise.resolve().then(this.#pump);
  }

  readonly #pump = (): void => {
    this.#scheduled = false;
    const now = this.#queue.now();
    this.#scale(now);
    while (this.#running.length < this.#scaler.workers) {
      const job = this.#next(now);
      if (job === undefined) break;
      void this.#work(job);
    }
    this.#rest();
  };

  async #work(first: Job<T, R>): Promise<void> {
    const { run } = this.#options;
    for (let job: Job<T, R> | undefined = first; job !== undefined; ) {
      let delayMs: number | undefined;
      let now: number;
      try {
        const value = await run(job.task.data, job);
        if (job.timedOut !== undefined) throw job.timedOut;
        now = this.#queue.now();
        if (job.result === undefined) this.#conclude(job, "completed", value, now);
      } catch (error) {
        if (job.result === undefined) delayMs = await this.#failed(job, job.timedOut ?? error);
        now = this.#queue.now();
      }
      this.#release(job, delayMs, now);
      this.#scale(now);
      job = this.#running.length < this.#scaler.workers ? this.#next(now) : undefined;
    }
    this.#rest();
  }

  /** Takes the next task out of the line and begins its attempt. */
  #next(now: number): Job<T, R> | undefined {
    if (this.#paused || this.#closing) return undefined;
    const entry = this.#queue.dequeue(now);
    if (entry === undefined) return undefined;
    const job = adopt<T, R>(entry, this.#cancel);
    const { timeoutMs, maxQueued = Infinity, onEvent } = this.#options;
    this.#gauge.advance(now, this.#running.length, this.#scaler.workers);
    this.#gauge.waited(now - job.readyAt);
    job.slot = this.#running.push(job) - 1;
    job.begin(now);
    if (job.attempt === 1) this.#retry.budget?.deposit();
    if (timeoutMs !== undefined) job.timer = this.#timers.setTimeout(() => this.#timeOut(job, timeoutMs), timeoutMs);
    if (this.#roomy.length > 0 && this.#queue.size < maxQueued) for (const wake of this.#roomy.splice(0)) wake();
    if (onEvent) this.#emit({ type: "started", id: job.id, at: now, attempt: job.attempt, waitMs: now - job.readyAt });
    return job;
  }

  /** An attempt failed: the delay before the next one, or undefined when the task is concluded. */
  async #failed(job: Job<T, R>, error: unknown): Promise<number | undefined> {
    const { maxAttempts = 1 } = this.#retry;
    const verdict = await nextDelay(this.#retry, error, job.attempt, job.past?.delayMs);
    if (job.result !== undefined) return undefined;
    const now = this.#queue.now();
    if ("error" in verdict) {
      this.#conclude(job, maxAttempts > 1 && job.attempt >= maxAttempts ? "dead" : "failed", verdict.error, now);
      return undefined;
    }
    if (this.#closing) {
      this.#closing.report.handedBack.push(job.task);
      this.#conclude(job, "cancelled", new PoolClosed(), now);
      return undefined;
    }
    const { id, attempt } = job;
    const { delayMs } = verdict;
    const runMs = now - job.startedAt;
    this.#gauge.ran(runMs);
    job.past = { ...job.times(now), delayMs };
    this.#counts.retried++;
    this.#emit({ type: "retrying", id, at: now, attempt, runMs, delayMs, error });
    return delayMs;
  }

  /** The handler has ended: its worker is free. */
  #release(job: Job<T, R>, delayMs: number | undefined, now: number): void {
    this.#gauge.advance(now, this.#running.length, this.#scaler.workers);
    const last = this.#running.pop()!;
    if (last !== job) {
      last.slot = job.slot;
      this.#running[last.slot] = last;
    }
    job.slot = -1;
    if (job.timer !== undefined) this.#timers.clearTimeout(job.timer);
    job.timer = undefined;
    const runMs = now - job.startedAt;
    const { result } = job;
    // The result of a first attempt is its outcome. One that was cancelled while `retryIf` was thinking has a delay too.
    if (result !== undefined && job.past === undefined) this.#queue.settle(job, result, now);
    else if (result !== undefined || delayMs === undefined) {
      this.#queue.settle(job, { status: result!.status, runMs }, now);
    } else {
      this.#queue.settle(job, { status: "retrying", runMs }, now);
      this.#queue.requeue(job, { delayMs });
    }
  }

  #timeOut(job: Job<T, R>, timeoutMs: number): void {
    const { maxAttempts = 1 } = this.#retry;
    job.timedOut = new AttemptTimeout(timeoutMs);
    if (job.result === undefined && job.attempt >= maxAttempts) {
      this.#conclude(job, maxAttempts > 1 ? "dead" : "failed", job.timedOut, this.#queue.now());
    }
    job.abort(job.timedOut);
  }

  #cancelJob(job: Job<T, R>): boolean {
    if (job.result !== undefined) return false;
    const waited = this.#queue.cancel(job);
    this.#conclude(job, "cancelled", undefined, this.#queue.now());
    if (waited) this.#rest();
    else job.abort(new TaskCancelled(job.id));
    return true;
  }

  /** Decides the outcome, once. */
  #conclude(job: Job<T, R>, status: TaskResult["status"], outcome: unknown, now: number): void {
    if (job.slot >= 0) this.#gauge.ran(now - job.startedAt);
    this.#counts[status]++;
    const attempts = job.attempt;
    const { waitMs, runMs } = job.times(now);
    const result: TaskResult<R> =
      status === "completed"
        ? { status, value: outcome as R, attempts, waitMs, runMs }
        : { status, error: outcome, attempts, waitMs, runMs };
    job.resolve(result);
    if (this.#options.onEvent) {
      const { error } = result;
      this.#emit({ type: status, id: job.id, at: now, attempts, waitMs, runMs, ...(error !== undefined && { error }) });
    }
  }

  #beginClose(): Closing<T> {
    const since = this.#queue.now();
    const report: CloseReport<T> = { handedBack: [], interrupted: [], elapsedMs: 0 };
    let end = (): void => {};
    const done = new Promise<CloseReport<T>>((resolve) => {
      end = () => resolve({ ...report, elapsedMs: this.#queue.now() - since });
    });
    this.#closing = { report, end, done };
    for (const entry of this.#queue.waiting()) {
      this.#queue.cancel(entry);
      report.handedBack.push(entry.task);
      if (entry instanceof Job) this.#conclude(entry, "cancelled", new PoolClosed(), since);
    }
    for (const wake of this.#roomy.splice(0)) wake();
    return this.#closing;
  }

  #scale(now: number): void {
    const { min, max, workers } = this.#scaler;
    if (min === max) return;
    const running = this.#running.length;
    // Until something has ended, the best guess at a running time is how long the first task has run.
    const runMs = this.#gauge.runMs || now - (this.#running[0]?.startedAt ?? now);
    const next = this.#scaler.next(this.#queue.size - this.#queue.delayed, running, runMs, now);
    if (next === workers) return;
    this.#gauge.advance(now, running, workers);
    this.#scaler.set(next, now);
    if (next > workers) this.#schedule();
    this.#emit({ type: "scaled", at: now, workers: next });
  }

  /** After every step that may have been the last: sets the alarm for what comes by itself, or says that nothing does. */
  #rest(): void {
    const { workers, max, targetWaitMs } = this.#scaler;
    let at: number | undefined;
    if (!this.#paused && !this.#closing) {
      if (this.#running.length < workers) at = this.#queue.nextAt();
      else if (workers < max && this.#queue.size > this.#queue.delayed) at = this.#queue.now() + targetWaitMs;
    }
    this.#alarm.set(at);
    if (this.#running.length > 0) return;
    this.#closing?.end();
    if (this.#queue.size === 0) for (const wake of this.#drained.splice(0)) wake();
  }

  #emit(event: PoolEvent): void {
    try {
      this.#options.onEvent?.(event);
    } catch (error) {
      void Promise.reject(error);
    }
  }
}
