export type { Concurrency } from "./crew.ts";
export { earliestDeadlineFirst } from "./earliest-deadline-first.ts";
export { Entry, type EntryState } from "./entry.ts";
export { PoolClosed, QueueFull, TaskCancelled } from "./errors.ts";
export type { PoolEvent, PoolMetrics } from "./events.ts";
export { fifo } from "./fifo.ts";
export { binaryHeap } from "./heap.ts";
export type { RunContext, TaskHandle, TaskResult } from "./job.ts";
export { type KeyLimit, perKey } from "./key-lines.ts";
export { createMemoryStore, type MemoryStoreOptions } from "./memory-store.ts";
export { type MultilevelFeedbackOptions, multilevelFeedback } from "./multilevel-feedback.ts";
export type { TaskRetry } from "./next-delay.ts";
export type { HeapFactory, MinHeap, Policy } from "./policy.ts";
export { type CloseReport, createPool, type Pool, type PoolOptions } from "./pool.ts";
export { type PriorityOptions, priority } from "./priority.ts";
export { createQueue, type Queue, type QueueOptions } from "./queue.ts";
export { roundRobin } from "./round-robin.ts";
export { type LearnedState, type ShortestJobFirstOptions, shortestJobFirst } from "./shortest-job-first.ts";
export {
  type Segment,
  type SimulatedRun,
  type SimulatedTask,
  type SimulateOptions,
  type Simulation,
  simulate,
} from "./simulate.ts";
export {
  type Claim,
  type FailedAttempt,
  LeaseLost,
  PolicyMismatch,
  type Settlement,
  type Sql,
  type Store,
  type StoredTask,
  type TaskState,
} from "./store.ts";
export { type Load, targetWorkers } from "./target-workers.ts";
export type { Outcome, RankedTask, Task } from "./task.ts";
export { type FairState, type WeightedFairOptions, weightedFair } from "./weighted-fair.ts";
export {
  type AttemptContext,
  createWorker,
  type Worker,
  type WorkerEvent,
  type WorkerOptions,
  type WorkerReport,
} from "./worker.ts";
