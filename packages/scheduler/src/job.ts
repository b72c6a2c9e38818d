import type { AttemptTimeout, Signal } from "@groundwork/retry";
import { Entry } from "./entry.ts";
import type { Task } from "./task.ts";

/** How a task ended. */
export interface TaskResult<R = unknown> {
  /**
   * `"failed"`: an attempt failed and was not to be followed by another. `"dead"`: it failed at every one of several
   * attempts.
   */
  status: "completed" | "failed" | "dead" | "cancelled";
  /** What the handler gave; only when completed. */
  value?: R;
  /** What the last attempt threw; {@link PoolClosed} when the pool cancelled it; nothing when its own `cancel` did. */
  error?: unknown;
  /** Attempts begun. */
  attempts: number;
  /** Time it could have run and did not, summed over attempts. */
  waitMs: number;
  /** Time it ran, summed over attempts. */
  runMs: number;
}

/** What a handler is told besides the data. */
export interface RunContext<T = unknown> {
  readonly id: string;
  readonly task: Task<T>;
  /** 1 for the first. */
  readonly attempt: number;
  /** Aborted when the task times out, is cancelled, loses its lease, or the pool's grace is over. */
  readonly signal: Signal;
}

/** What `pool.add` gives. */
export interface TaskHandle<R = unknown> {
  readonly id: string;
  /** How the task ended. Never rejects. */
  readonly done: Promise<TaskResult<R>>;
  /**
   * Takes the task out of the line, or aborts it. `done` says so at once; a worker is free when its handler has really
   * ended. `false` when the task had ended already.
   */
  cancel(): boolean;
}

/** A task in a pool: its place, its context while it runs, and its handle, in one object. */
export class Job<T, R> extends Entry<T> implements RunContext<T>, TaskHandle<R> {
  attempt = 0;
  startedAt = 0;
  /** Sums over earlier attempts, and the last delay; made by the first failure. */
  past: { waitMs: number; runMs: number; delayMs: number } | undefined = undefined;
  /** Set when the outcome is known, which for an aborted task is before its handler ends. */
  result: TaskResult<R> | undefined = undefined;
  /** Set when the attempt failed before its handler ended. */
  timedOut: AttemptTimeout | undefined = undefined;
  timer: unknown = undefined;
  /** Which of the pool's running jobs it is; −1 when it does not run. */
  slot = -1;
  #controller: Controller | undefined = undefined;
  #resolve: ((result: TaskResult<R>) => void) | undefined = undefined;
  #done: Promise<TaskResult<R>> | undefined = undefined;
  readonly #cancel: (job: Job<T, R>) => boolean;

  constructor(task: Task<T>, cancel: (job: Job<T, R>) => boolean) {
    super(task);
    this.#cancel = cancel;
  }

  // Controllers and promises are made for those who ask: most handlers never look at the signal.
  get signal(): Signal {
    this.#controller ??= newController();
    return this.#controller.signal;
  }

  get done(): Promise<TaskResult<R>> {
    this.#done ??= this.result
      ? Promise.resolve(this.result)
      : new Promise((resolve) => {
          this.#resolve = resolve;
        });
    return this.#done;
  }

  cancel(): boolean {
    return this.#cancel(this);
  }

  begin(now: number): void {
    this.attempt++;
    this.startedAt = now;
    this.timedOut = undefined;
    this.#controller = undefined;
  }

  /** How long this attempt has run at `now`; no less than nothing, whatever the clock did. */
  ranFor(now: number): number {
    return Math.max(0, now - this.startedAt);
  }

  /** Waiting and running time up to `now`, over all attempts. */
  times(now: number): { waitMs: number; runMs: number } {
    const running = this.slot >= 0;
    const { waitMs = 0, runMs = 0 } = this.past ?? {};
    return {
      waitMs: waitMs + Math.max(0, (running ? this.startedAt : now) - this.readyAt),
      runMs: runMs + (running ? this.ranFor(now) : 0),
    };
  }

  abort(reason: unknown): void {
    this.#controller ??= newController();
    this.#controller.abort(reason);
  }

  resolve(result: TaskResult<R>): void {
    this.result = result;
    this.#resolve?.(result);
  }
}

/** A job in the place of an entry that was enqueued without the pool. */
export function adopt<T, R>(entry: Entry<T>, cancel: (job: Job<T, R>) => boolean): Job<T, R> {
  return entry instanceof Job ? entry : Object.assign(new Job<T, R>(entry.task, cancel), entry);
}

/** An AbortController. */
export interface Controller {
  readonly signal: Signal;
  abort(reason: unknown): void;
}

/** Looked up when it is needed. */
export function newController(): Controller {
  return new (globalThis as unknown as { AbortController: new () => Controller }).AbortController();
}
