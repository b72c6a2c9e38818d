import { AttemptTimeout, fullJitter } from "@groundwork/retry";
import { createAlarm } from "./alarm.ts";
import { check, checkPositive } from "./check.ts";
import { platformTimers } from "./clock.ts";
import { createCrew } from "./crew.ts";
import { PoolClosed, QueueFull, TaskCancelled } from "./errors.ts";
import type { PoolEvent } from "./events.ts";
import { adopt, Job, type TaskResult } from "./job.ts";
import { nextDelay } from "./next-delay.ts";
import type { Pool, PoolOptions } from "./pool.ts";
import { beginClosing, type Closing } from "./pool-close.ts";
import { surface } from "./surface.ts";

/** What {@link createPool} makes. A worker is a loop of `work`; `running` holds the task of each. */
export function taskPool<T, R>(options: PoolOptions<T, R>): Pool<T, R> {
  const { queue, run, concurrency = 1, timeoutMs, maxQueued = Infinity, onEvent, timers = platformTimers() } = options;
  const { maxAttempts = options.retry ? 3 : 1, backoff = fullJitter } = options.retry ?? {};
  const retry = { ...options.retry, maxAttempts, backoff };
  const whole = maxAttempts === Infinity || Number.isInteger(maxAttempts);
  check(whole && maxAttempts >= 1, "maxAttempts", "an integer ≥ 1 or Infinity", maxAttempts);
  if (timeoutMs !== undefined) checkPositive("timeoutMs", timeoutMs);
  checkPositive("maxQueued", maxQueued);
  const { now } = queue;
  const crew = createCrew(concurrency, now());
  const counts = { completed: 0, failed: 0, dead: 0, cancelled: 0, retried: 0 };
  const running: Job<T, R>[] = [];
  const drained: (() => void)[] = [];
  const roomy: (() => void)[] = [];
  const setAlarm = createAlarm(timers, now, pump);
  let scheduled = false;
  let paused = false;
  let closing: Closing<T> | undefined;
  if (queue.size > 0) schedule();

  return {
    add(task) {
      if (closing) throw new PoolClosed();
      if (queue.size >= maxQueued) throw new QueueFull(maxQueued);
      const job = queue.put(new Job<T, R>(task, cancel));
      if (onEvent) emit({ type: "enqueued", id: job.id, at: job.enqueuedAt, depth: queue.size });
      schedule();
      return job;
    },
    async ready() {
      while (!closing && queue.size >= maxQueued) await new Promise<void>((resolve) => roomy.push(resolve));
    },
    pause() {
      paused = true;
      rest();
    },
    resume() {
      paused = false;
      schedule();
    },
    drain: () =>
      new Promise((resolve) => {
        drained.push(resolve);
        rest();
      }),
    close({ graceMs = 10_000 } = {}) {
      check(graceMs >= 0, "graceMs", "a number ≥ 0", graceMs);
      const { report, done, end } = closing ?? stop();
      const timer = timers.setTimeout(() => {
        for (const job of running) {
          if (job.result) continue;
          report.interrupted.push(job.task);
          giveUp(job);
        }
        end();
      }, graceMs);
      void done.then(() => timers.clearTimeout(timer));
      rest();
      return done;
    },
    metrics() {
      crew.advance(now(), running.length);
      const { figures, workers } = crew;
      const utilisation = figures.workerMs > 0 ? figures.busyMs / figures.workerMs : 0;
      return { depth: queue.size, running: running.length, workers, ...counts, ...figures, utilisation };
    },
  };

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    void Promise.resolve().then(pump);
  }

  function pump(): void {
    scheduled = false;
    const at = now();
    scale(at);
    for (let job = next(at); job !== undefined; job = next(at)) void work(job);
    rest();
  }

  async function work(first: Job<T, R>): Promise<void> {
    for (let job: Job<T, R> | undefined = first; job !== undefined; ) {
      let delayMs: number | undefined;
      let at: number;
      try {
        const value = await run(job.task.data, job);
        if (job.timedOut !== undefined) throw job.timedOut;
        at = now();
        if (job.result === undefined) conclude(job, "completed", value, at);
      } catch (error) {
        if (job.result === undefined) delayMs = await failed(job, job.timedOut ?? error);
        at = now();
      }
      release(job, delayMs, at);
      scale(at);
      job = next(at);
    }
    rest();
  }

  /** Takes the next task out of the line and begins its attempt, if a worker is free for it. */
  function next(at: number): Job<T, R> | undefined {
    if (paused || closing || running.length >= crew.workers) return undefined;
    const entry = queue.dequeue(at);
    if (entry === undefined) return undefined;
    const job = adopt<T, R>(entry, cancel);
    const waitMs = Math.max(0, at - job.readyAt);
    crew.advance(at, running.length);
    crew.waited(waitMs);
    job.slot = running.push(job) - 1;
    job.begin(at);
    if (job.attempt === 1) retry.budget?.deposit();
    if (timeoutMs !== undefined) job.timer = timers.setTimeout(() => timeOut(job), timeoutMs);
    if (roomy.length > 0 && queue.size < maxQueued) wake(roomy);
    if (onEvent) emit({ type: "started", id: job.id, at, attempt: job.attempt, waitMs });
    return job;
  }

  /** An attempt failed: the delay before the next one, or undefined when the task is concluded. */
  async function failed(job: Job<T, R>, error: unknown): Promise<number | undefined> {
    const { id, attempt } = job;
    const verdict = await nextDelay(retry, error, attempt, job.past?.delayMs);
    if (job.result !== undefined) return undefined;
    const at = now();
    if ("error" in verdict) fail(job, verdict.error, at);
    else if (closing) {
      closing.report.handedBack.push(job.task);
      giveUp(job);
    } else {
      const { delayMs } = verdict;
      const runMs = job.ranFor(at);
      crew.ran(runMs);
      job.past = { ...job.times(at), delayMs };
      counts.retried++;
      emit({ type: "retrying", id, at, attempt, runMs, delayMs, error });
      return delayMs;
    }
    return undefined;
  }

  /** The handler has ended: its worker is free. */
  function release(job: Job<T, R>, delayMs: number | undefined, at: number): void {
    crew.advance(at, running.length);
    const last = running.pop()!;
    if (last !== job) {
      last.slot = job.slot;
      running[last.slot] = last;
    }
    job.slot = -1;
    if (job.timer !== undefined) timers.clearTimeout(job.timer);
    job.timer = undefined;
    // It may have been cancelled by whoever was told that it is retried.
    const status = job.result?.status ?? "retrying";
    queue.settle(job, { status, runMs: job.ranFor(at) }, at);
    if (job.result !== undefined) return;
    try {
      queue.requeue(job, { delayMs: delayMs! });
    } catch (refusal) {
      // By a policy that came while it ran.
      conclude(job, "failed", refusal, at);
    }
  }

  function timeOut(job: Job<T, R>): void {
    job.timedOut = new AttemptTimeout(timeoutMs!);
    if (job.result === undefined && job.attempt >= maxAttempts) fail(job, job.timedOut, now());
    job.abort(job.timedOut);
  }

  function cancel(job: Job<T, R>): boolean {
    if (job.result !== undefined) return false;
    const waited = queue.cancel(job);
    conclude(job, "cancelled", undefined, now());
    if (waited) rest();
    else job.abort(new TaskCancelled(job.id));
    return true;
  }

  /** Cancels a task because the pool closes. */
  function giveUp(job: Job<T, R>): void {
    const reason = new PoolClosed();
    conclude(job, "cancelled", reason, now());
    if (job.slot >= 0) job.abort(reason);
  }

  function fail(job: Job<T, R>, error: unknown, at: number): void {
    conclude(job, maxAttempts > 1 && job.attempt >= maxAttempts ? "dead" : "failed", error, at);
  }

  /** Decides the outcome, once. */
  function conclude(job: Job<T, R>, status: TaskResult["status"], outcome: unknown, at: number): void {
    if (job.slot >= 0) crew.ran(job.ranFor(at));
    counts[status]++;
    const { attempt: attempts, id } = job;
    const { waitMs, runMs } = job.times(at);
    job.resolve(
      status === "completed"
        ? { status, value: outcome as R, attempts, waitMs, runMs }
        : { status, error: outcome, attempts, waitMs, runMs },
    );
    if (!onEvent) return;
    const error = status !== "completed" && outcome !== undefined && { error: outcome };
    emit({ type: status, id, at, attempts, waitMs, runMs, ...error });
  }

  function stop(): Closing<T> {
    closing = beginClosing(now);
    for (const entry of queue.waiting()) {
      // Whoever is told of one may cancel the next.
      if (!queue.cancel(entry)) continue;
      closing.report.handedBack.push(entry.task);
      if (entry instanceof Job) giveUp(entry);
    }
    wake(roomy);
    return closing;
  }

  function scale(at: number): void {
    const before = crew.workers;
    const guessMs = at - (running[0]?.startedAt ?? at);
    if (!crew.scale(queue.size - queue.delayed, running.length, guessMs, at)) return;
    if (crew.workers > before) schedule();
    emit({ type: "scaled", at, workers: crew.workers });
  }

  /** After every step that may have been the last: sets the alarm for what comes by itself, or says that nothing does. */
  function rest(): void {
    let at: number | undefined;
    if (!paused && !closing) {
      if (running.length < crew.workers) at = queue.nextAt();
      else if (crew.lookAgainMs !== undefined && queue.size > queue.delayed) at = now() + crew.lookAgainMs;
    }
    setAlarm(at);
    if (running.length > 0) return;
    closing?.end();
    if (queue.size === 0) wake(drained);
  }

  function emit(event: PoolEvent): void {
    try {
      onEvent?.(event);
    } catch (error) {
      surface(error);
    }
  }
}

function wake(sleepers: (() => void)[]): void {
  for (const wakeUp of sleepers.splice(0)) wakeUp();
}
