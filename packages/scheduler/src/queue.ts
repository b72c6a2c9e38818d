import { check, checkFinite } from "./check.ts";
import { steadyClock } from "./clock.ts";
import { byRank, Entry } from "./entry.ts";
import type { KeyLimit } from "./key-lines.ts";
import { createOrder, type Order } from "./order.ts";
import type { Policy } from "./policy.ts";
import { surface } from "./surface.ts";
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
   * as after a slice of running time. Throws, and changes nothing, when a policy set in the meantime refuses it.
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
  const { keyLimit, clock: now = steadyClock() } = options;
  let { policy } = options;
  checkPolicy(policy);
  let state = policy.init();
  let generation = 0;
  let sequence = 0;
  let size = 0;
  let ready: Order<Entry<T>>;
  let delayed: Order<Entry<T>>;
  clear();
  const keys = keyLimit?.<T>((entry) => ready.push(entry));

  const queue: Queue<T> = {
    get size() {
      return size;
    },
    get delayed() {
      return delayed.size;
    },
    get policy() {
      return policy;
    },
    get state() {
      return JSON.parse(JSON.stringify(state));
    },
    now,
    enqueue: (task) => queue.put(new Entry(task)),
    put(entry) {
      const at = now();
      const { delayMs = 0 } = entry.task;
      checkFinite("delayMs", delayMs);
      entry.enqueuedAt = at;
      rank(entry, at);
      place(entry, at, delayMs);
      return entry;
    },
    dequeue(at = now()) {
      for (let due = delayed.peek(); due !== undefined && due.readyAt <= at; due = delayed.peek()) {
        ready.push(delayed.shift()!);
      }
      for (let entry = ready.shift(); entry !== undefined; entry = ready.shift()) {
        if (keys?.enter(entry, policy.heap) === false) continue;
        size--;
        entry.state = "running";
        try {
          policy.onDispatch?.(entry.task, entry.rank, at, state);
        } catch (error) {
          surface(error);
        }
        return entry;
      }
      return undefined;
    },
    cancel(entry) {
      if (entry.state !== "waiting" || entry.home === undefined) return false;
      (entry.home as Order<Entry<T>>).drop(entry);
      entry.state = "cancelled";
      size--;
      // It may have been the one that its key had sent to compete.
      keys?.unpark(entry.task.key);
      return true;
    },
    settle(entry, outcome, at = now()) {
      if (entry.state !== "running") return;
      keys?.leave(entry.task.key);
      entry.state = outcome.status;
      try {
        policy.onSettle?.(entry.task, outcome, at, state);
      } catch (error) {
        surface(error);
      }
    },
    requeue(entry, { delayMs = 0, rerank } = {}) {
      checkFinite("delayMs", delayMs);
      const running = entry.state === "running";
      check(running || entry.state === "retrying", "entry", "running or retrying", entry.state);
      const at = now();
      if (rerank) rank(entry, at);
      else if (entry.generation !== generation) rank(entry, entry.enqueuedAt, entry.sequence);
      if (running) keys?.leave(entry.task.key);
      place(entry, at, delayMs);
    },
    nextAt: () => delayed.peek()?.readyAt,
    waiting: () => [...ready.items(), ...(keys?.parked(false) ?? []), ...delayed.items()].sort(byRank),
    setPolicy(next) {
      checkPolicy(next);
      const entries = queue.waiting().sort((a, b) => a.sequence - b.sequence);
      // Rank everything before anything moves: a task that the new policy refuses leaves the queue as it was.
      const nextState = next.init();
      const ranks = entries.map((entry) => checkedRank(next, entry, entry.enqueuedAt, nextState));
      const at = now();
      policy = next;
      state = nextState;
      generation++;
      clear();
      keys?.parked(true);
      entries.forEach((entry, i) => {
        entry.rank = ranks[i]!;
        entry.generation = generation;
        (entry.readyAt > at ? delayed : ready).push(entry);
      });
    },
  };
  return queue;

  function clear(): void {
    ready = createOrder<Entry<T>>(byRank, policy.heap);
    delayed = createOrder<Entry<T>>(byTime, policy.heap);
  }

  function rank(entry: Entry<T>, at: number, place: number = ++sequence): void {
    entry.rank = checkedRank(policy, entry, at, state);
    entry.generation = generation;
    entry.sequence = place;
  }

  function place(entry: Entry<T>, at: number, delayMs: number): void {
    entry.state = "waiting";
    // Nothing is added to the time of arrival in the common case, so that it stays the integer that V8 stores for free.
    entry.offsetMs = delayMs === 0 && at === entry.enqueuedAt ? 0 : at + delayMs - entry.enqueuedAt;
    size++;
    (delayMs > 0 ? delayed : ready).push(entry);
  }
}

function byTime<T>(a: Entry<T>, b: Entry<T>): number {
  return a.readyAt - b.readyAt || byRank(a, b);
}

function checkedRank<T>(policy: Policy, entry: Entry<T>, now: number, state: unknown): number {
  const rank = policy.onEnqueue(entry.task, now, state);
  check(rank >= -Infinity, "rank", `a number from ${policy.name}`, rank);
  return rank;
}

function checkPolicy(policy: Policy): void {
  check(typeof policy?.onEnqueue === "function", "policy", "a policy such as fifo()", policy, TypeError);
}
