import { steadyClock } from "./clock.ts";
import { byRank, Entry } from "./entry.ts";
import type { KeyLimit, KeyLines } from "./key-lines.ts";
import { Order } from "./order.ts";
import type { Policy } from "./policy.ts";
import type { Outcome, Task } from "./task.ts";

/** Options of {@link createQueue}. */
export interface QueueOptions {
  /** The order of service. */
  policy: Policy;
  /** {@link perKey}; default: no limit. */
  keyLimit?: KeyLimit;
  /** Milliseconds; default: the time since the epoch when the process started, counted on by its steady clock. */
  clock?: () => number;
}

/** Tasks that wait, in the order of a policy. All calls are synchronous. */
export interface Queue<T = unknown> {
  /** How many tasks wait: ready, delayed, or held back by the limit of their key. */
  readonly size: number;
  /** How many of these are not yet due. */
  readonly delayed: number;
  readonly policy: Policy;
  /** A copy of the policy's state. */
  readonly state: unknown;
  /** The queue's clock. */
  now(): number;
  /** Adds a task. O(1) when its rank is the largest so far, O(log n) otherwise. */
  enqueue(task: Task<T>): Entry<T>;
  /** Adds an entry made by the caller, who may have extended {@link Entry}. */
  put<E extends Entry<T>>(entry: E): E;
  /** Takes out the first task that may run now; its state becomes `"running"`. `now` spares a look at the clock. */
  dequeue(now?: number): Entry<T> | undefined;
  /** Takes a waiting task out in O(1); `false` when it does not wait. */
  cancel(entry: Entry<T>): boolean;
  /** Says how a running task's attempt ended, for the policy to learn from and to free its key. */
  settle(entry: Entry<T>, outcome: Outcome, now?: number): void;
  /**
   * Puts a task back that was dequeued. It keeps its place; with `rerank` it is ranked anew and stands behind its equals,
   * as after a slice of running time.
   */
  requeue(entry: Entry<T>, options?: { delayMs?: number; rerank?: boolean }): void;
  /** When the next delayed task falls due; undefined when none is delayed. */
  nextAt(): number | undefined;
  /** The waiting tasks by rank. O(n log n). */
  waiting(): Entry<T>[];
  /** Changes the order of service: everything that waits is ranked anew, by its own time of arrival. O(n log n). */
  setPolicy(policy: Policy): void;
}

/**
 * A queue in memory, ordered by any {@link Policy}. A delayed or limited task does not hold up those behind it.
 *
 * @throws TypeError when the policy is not one; RangeError on enqueue when a delay
 * is negative or the policy's rank is NaN.
 * @example
 * const queue = createQueue({ policy: priority() });
 * const slow = queue.enqueue({ data: "slow", priority: 1 });
 * queue.enqueue({ data: "urgent", priority: 5 });
 * queue.cancel(slow); // => true
 * queue.dequeue()?.task.data; // => "urgent"
 * queue.dequeue(); // => undefined
 */
export function createQueue<T = unknown>(options: QueueOptions): Queue<T> {
  return new MemoryQueue<T>(options);
}

class MemoryQueue<T> implements Queue<T> {
  readonly now: () => number;
  readonly #keys: KeyLines<T> | undefined;
  #policy: Policy;
  #state: unknown;
  #generation = 0;
  #sequence = 0;
  #size = 0;
  #ready: Order<Entry<T>>;
  #delayed: Order<Entry<T>>;

  constructor({ policy, keyLimit, clock = steadyClock() }: QueueOptions) {
    checkPolicy(policy);
    this.now = clock;
    this.#keys = keyLimit?.((entry) => this.#ready.push(entry));
    this.#policy = policy;
    this.#state = policy.init();
    this.#ready = new Order<Entry<T>>(byRank, policy.heap);
    this.#delayed = new Order<Entry<T>>(byTime, policy.heap);
  }

  get size(): number {
    return this.#size;
  }

  get delayed(): number {
    return this.#delayed.size;
  }

  get policy(): Policy {
    return this.#policy;
  }

  get state(): unknown {
    return JSON.parse(JSON.stringify(this.#state));
  }

  enqueue(task: Task<T>): Entry<T> {
    return this.put(new Entry(task));
  }

  put<E extends Entry<T>>(entry: E): E {
    const now = this.now();
    const { delayMs } = entry.task;
    if (delayMs !== undefined) checkDelay(delayMs);
    entry.enqueuedAt = now;
    this.#rank(entry, now);
    this.#place(entry, now, delayMs);
    return entry;
  }

  dequeue(now: number = this.now()): Entry<T> | undefined {
    for (let due = this.#delayed.peek(); due !== undefined && due.readyAt <= now; due = this.#delayed.peek()) {
      this.#ready.push(this.#delayed.shift()!);
    }
    for (let entry = this.#ready.shift(); entry !== undefined; entry = this.#ready.shift()) {
      if (!this.#enter(entry)) continue;
      this.#size--;
      entry.state = "running";
      this.#policy.onDispatch?.(entry.task, entry.rank, now, this.#state);
      return entry;
    }
    return undefined;
  }

  cancel(entry: Entry<T>): boolean {
    if (entry.state !== "waiting" || entry.home === undefined) return false;
    (entry.home as Order<Entry<T>>).drop(entry);
    entry.state = "cancelled";
    this.#size--;
    // It may have been the one that its key had sent to compete.
    if (entry.task.key !== undefined) this.#keys?.unpark(entry.task.key);
    return true;
  }

  settle(entry: Entry<T>, outcome: Outcome, now: number = this.now()): void {
    if (entry.state !== "running") return;
    this.#leave(entry);
    entry.state = outcome.status;
    this.#policy.onSettle?.(entry.task, outcome, now, this.#state);
  }

  requeue(entry: Entry<T>, { delayMs, rerank }: { delayMs?: number; rerank?: boolean } = {}): void {
    if (entry.state === "running") this.#leave(entry);
    else if (entry.state !== "retrying") {
      throw new TypeError(`Expected \`entry\` to be running or retrying, got one that is ${entry.state}.`);
    }
    if (delayMs !== undefined) checkDelay(delayMs);
    const now = this.now();
    if (rerank) this.#rank(entry, now);
    else if (entry.generation !== this.#generation) this.#rank(entry, entry.enqueuedAt, entry.sequence);
    this.#place(entry, now, delayMs);
  }

  nextAt(): number | undefined {
    return this.#delayed.peek()?.readyAt;
  }

  waiting(): Entry<T>[] {
    return [...this.#ready.items(), ...(this.#keys?.parked(false) ?? []), ...this.#delayed.items()].sort(byRank);
  }

  setPolicy(policy: Policy): void {
    checkPolicy(policy);
    const entries = this.waiting().sort((a, b) => a.sequence - b.sequence);
    // Rank everything before anything moves: a task that the new policy refuses leaves the queue as it was.
    const state = policy.init();
    const ranks = entries.map((entry) => checkedRank(policy, entry, entry.enqueuedAt, state));
    const now = this.now();
    this.#policy = policy;
    this.#state = state;
    this.#generation++;
    this.#ready = new Order<Entry<T>>(byRank, policy.heap);
    this.#delayed = new Order<Entry<T>>(byTime, policy.heap);
    this.#keys?.parked(true);
    entries.forEach((entry, i) => {
      entry.rank = ranks[i]!;
      entry.generation = this.#generation;
      (entry.readyAt > now ? this.#delayed : this.#ready).push(entry);
    });
  }

  #rank(entry: Entry<T>, now: number, sequence?: number): void {
    entry.rank = checkedRank(this.#policy, entry, now, this.#state);
    entry.generation = this.#generation;
    entry.sequence = sequence ?? ++this.#sequence;
  }

  #place(entry: Entry<T>, now: number, delayMs = 0): void {
    entry.state = "waiting";
    // Nothing is added to the time of arrival in the common case, so that it stays the integer that V8 stores for free.
    entry.offsetMs = delayMs === 0 && now === entry.enqueuedAt ? 0 : now + delayMs - entry.enqueuedAt;
    this.#size++;
    (delayMs > 0 ? this.#delayed : this.#ready).push(entry);
  }

  #enter(entry: Entry<T>): boolean {
    const { key } = entry.task;
    return this.#keys === undefined || key === undefined || this.#keys.enter(entry, key, this.#policy.heap);
  }

  #leave(entry: Entry<T>): void {
    if (entry.task.key !== undefined) this.#keys?.leave(entry.task.key);
  }
}

function byTime<T>(a: Entry<T>, b: Entry<T>): number {
  return a.readyAt - b.readyAt || byRank(a, b);
}

function checkedRank<T>(policy: Policy, entry: Entry<T>, now: number, state: unknown): number {
  const rank = policy.onEnqueue(entry.task, now, state);
  if (typeof rank === "number" && !Number.isNaN(rank)) return rank;
  throw new RangeError(
    `Expected the policy "${policy.name}" to rank task ${entry.task.id ?? ""} by a number, got ${rank}.`,
  );
}

function checkPolicy(policy: Policy): void {
  if (typeof policy?.onEnqueue !== "function" || typeof policy.init !== "function") {
    throw new TypeError(`Expected \`policy\` to be a policy such as fifo(), got ${String(policy)}.`);
  }
}

function checkDelay(delayMs: number): void {
  if (!(delayMs >= 0 && delayMs < Infinity)) {
    throw new RangeError(`Expected \`delayMs\` to be a finite number ≥ 0, got ${delayMs}.`);
  }
}
