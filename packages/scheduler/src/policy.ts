import type { Outcome, RankedTask } from "./task.ts";

/**
 * An order of service: a number for each task at the moment it is enqueued, smaller first, ties by arrival.
 *
 * The rank never changes while the task waits (a push-in first-out queue; Sivaraman et al., SIGCOMM 2016), which is what
 * lets a heap, a Postgres index and a Redis sorted set hold the same order. Whether a task *may* run now, because of a
 * delay or a limit, is not the policy's business. The state is plain JSON, is changed by these calls only, and is stored
 * with the queue; `null` means that the policy keeps none.
 */
export interface Policy<S = unknown> {
  /** Tells policies apart; what a store writes down. It names every setting that changes the order. */
  readonly name: string;
  /** The state of an empty queue. */
  init(): S;
  /** The task's rank: any number but NaN. May change `state`. `now` is the queue's clock in milliseconds. */
  onEnqueue(task: RankedTask, now: number, state: S): number;
  /** Called when the task is handed to a worker. What this and `onSettle` throw in memory becomes an unhandled rejection. */
  onDispatch?(task: RankedTask, rank: number, now: number, state: S): void;
  /** Called when the attempt ended. */
  onSettle?(task: RankedTask, outcome: Outcome, now: number, state: S): void;
  /**
   * The heap that keeps waiting tasks in order in memory. Without one they are kept in a sorted ring: as fast when
   * ranks arrive in order, O(n) an insertion when they do not.
   */
  readonly heap?: HeapFactory;
}

/** Makes an empty binary heap, or one of the given items. */
export type HeapFactory = <E>(compare: (a: E, b: E) => number, items?: E[]) => MinHeap<E>;

/** What a queue asks of a heap. */
export interface MinHeap<E> {
  push(item: E): unknown;
  peek(): E | undefined;
  pop(): E | undefined;
  toArray(): E[];
}
