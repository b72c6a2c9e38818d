import { checkFinite, checkPositive, checkWhole } from "./check.ts";
import type { Entry } from "./entry.ts";
import type { Policy } from "./policy.ts";
import { createQueue } from "./queue.ts";
import type { RankedTask, Task } from "./task.ts";

/** A task to simulate. */
export interface SimulatedTask extends Omit<RankedTask, "ranMs" | "sliceMs"> {
  id: string;
  /** When it arrives. Default 0. */
  arrivalMs?: number;
  /** How long it really runs. */
  runMs: number;
}

/** Options of {@link simulate}. */
export interface SimulateOptions {
  policy: Policy;
  /** Default 1. */
  workers?: number;
  /** A task that has run this long is put back, and ranked anew. Default: tasks run to their end. */
  quantumMs?: number;
  /** What changing from one task to another costs a worker. Default 0. */
  switchMs?: number;
}

/** How one task fared. */
export interface SimulatedRun {
  id: string;
  arrivalMs: number;
  startMs: number;
  finishMs: number;
  /** Time from arrival to finish that it did not run. */
  waitingMs: number;
  /** Time from arrival to finish. */
  turnaroundMs: number;
  /** Time from arrival to the first moment of running. */
  responseMs: number;
  /** Finished after its deadline. */
  late: boolean;
}

/** A stretch of time that one worker spent on one task. */
export interface Segment {
  worker: number;
  id: string;
  startMs: number;
  endMs: number;
}

/** What {@link simulate} gives; means are 0 when there was no task. */
export interface Simulation {
  /** In the order given. */
  tasks: SimulatedRun[];
  /** By start; a task that keeps its worker over several quanta has one segment. */
  timeline: Segment[];
  meanWaitingMs: number;
  meanTurnaroundMs: number;
  meanResponseMs: number;
  maxWaitingMs: number;
  /** How many tasks finished late. */
  late: number;
  /** Times that a worker began another task than it ran before. */
  contextSwitches: number;
  /** From the first arrival to the last finish. */
  makespanMs: number;
  /** Share of the workers' time in the makespan spent running tasks. */
  utilisation: number;
}

/** A worker of the simulation: what it runs, until when. */
interface Worker {
  entry: Entry<number> | undefined;
  startMs: number;
  endMs: number;
  /** Index of the task it ran last. */
  last: number | undefined;
  segment: Segment | undefined;
}

/**
 * Runs tasks through a policy on paper, with no time passing: who runs when, and what that means for each.
 *
 * The policy sees a task's `cost`; without one it is told `runMs`, unless the task names a `kind`, whose running times the
 * policy then has to learn. At one moment, arrivals come first, then tasks put back, then whoever is free takes the next.
 * O((n + slices) · (log n + workers)).
 *
 * @throws RangeError when a number is out of range.
 * @example
 * const { timeline, meanWaitingMs } = simulate(
 *   [{ id: "a", runMs: 5 }, { id: "b", runMs: 2 }],
 *   { policy: shortestJobFirst() },
 * );
 * timeline; // => [{ worker: 0, id: "b", startMs: 0, endMs: 2 }, { worker: 0, id: "a", startMs: 2, endMs: 7 }]
 * meanWaitingMs; // => 1
 */
export function simulate(tasks: Iterable<SimulatedTask>, options: SimulateOptions): Simulation {
  const { policy, workers = 1, quantumMs = Infinity, switchMs = 0 } = options;
  const given = [...tasks];
  check(given, workers, quantumMs, switchMs);
  let now = 0;
  const queue = createQueue<number>({ policy, clock: () => now });
  const arrivals = given.map((_, i) => i).sort((a, b) => arrival(given[a]!) - arrival(given[b]!) || a - b);
  const crew = Array.from(
    { length: workers },
    (): Worker => ({ entry: undefined, startMs: 0, endMs: 0, last: undefined, segment: undefined }),
  );
  const starts = new Array<number>(given.length);
  const finishes = new Array<number>(given.length);
  const timeline: Segment[] = [];
  let contextSwitches = 0;
  let arrived = 0;

  for (;;) {
    now = Math.min(
      arrived < arrivals.length ? arrival(given[arrivals[arrived]!]!) : Infinity,
      ...crew.map(({ entry, endMs }) => (entry === undefined ? Infinity : endMs)),
    );
    if (now === Infinity) break;
    while (arrived < arrivals.length && arrival(given[arrivals[arrived]!]!) <= now) {
      const i = arrivals[arrived++]!;
      queue.enqueue(asTask(given[i]!, i, quantumMs));
    }
    for (const worker of crew) if (worker.entry !== undefined && worker.endMs <= now) halt(worker, worker.entry);
    for (let free = crew.filter(({ entry }) => entry === undefined); free.length > 0; ) {
      const entry = queue.dequeue();
      if (entry === undefined) break;
      // Whoever ran it last goes on with it, if free.
      const worker = free.find(({ last }) => last === entry.task.data) ?? free[0]!;
      free = free.filter((other) => other !== worker);
      begin(worker, entry);
    }
  }
  return report();

  function begin(worker: Worker, entry: Entry<number>): void {
    const i = entry.task.data;
    const changes = worker.last !== undefined && worker.last !== i;
    if (changes) contextSwitches++;
    worker.entry = entry;
    worker.startMs = now + (changes ? switchMs : 0);
    const { runMs } = given[i]!;
    worker.endMs = worker.startMs + Math.min(quantumMs, runMs - entry.task.ranMs!);
    starts[i] ??= worker.startMs;
    if (worker.last !== i || worker.segment?.endMs !== worker.startMs) {
      worker.segment = { worker: crew.indexOf(worker), id: given[i]!.id, startMs: worker.startMs, endMs: worker.endMs };
      timeline.push(worker.segment);
    }
    worker.segment.endMs = worker.endMs;
    worker.last = i;
  }

  function halt(worker: Worker, entry: Entry<number>): void {
    const { task } = entry;
    const { runMs } = given[task.data]!;
    const remaining = runMs - task.ranMs!;
    worker.entry = undefined;
    if (remaining > quantumMs) {
      task.ranMs! += quantumMs;
      queue.requeue(entry, { rerank: true });
      return;
    }
    finishes[task.data] = now;
    queue.settle(entry, { status: "completed", runMs: remaining });
  }

  function report(): Simulation {
    const runs = given.map((task, i): SimulatedRun => {
      const { id, runMs, deadline = Infinity } = task;
      const [arrivalMs, startMs, finishMs] = [arrival(task), starts[i]!, finishes[i]!];
      const turnaroundMs = finishMs - arrivalMs;
      const [waitingMs, responseMs, late] = [turnaroundMs - runMs, startMs - arrivalMs, finishMs > deadline];
      return { id, arrivalMs, startMs, finishMs, waitingMs, turnaroundMs, responseMs, late };
    });
    const sum = (of: (run: SimulatedRun) => number): number => runs.reduce((total, run) => total + of(run), 0);
    const mean = (of: (run: SimulatedRun) => number): number => sum(of) / (runs.length || 1);
    const most = (of: (run: SimulatedRun) => number): number =>
      runs.reduce((high, run) => Math.max(high, of(run)), -Infinity);
    // Minus infinity when there was no task.
    const makespanMs = Math.max(0, most((run) => run.finishMs) + most((run) => -run.arrivalMs));
    return {
      tasks: runs,
      timeline,
      meanWaitingMs: mean((run) => run.waitingMs),
      meanTurnaroundMs: mean((run) => run.turnaroundMs),
      meanResponseMs: mean((run) => run.responseMs),
      maxWaitingMs: Math.max(
        0,
        most((run) => run.waitingMs),
      ),
      late: sum((run) => Number(run.late)),
      contextSwitches,
      makespanMs,
      utilisation: given.reduce((total, { runMs }) => total + runMs, 0) / (workers * makespanMs || 1),
    };
  }
}

function arrival({ arrivalMs = 0 }: SimulatedTask): number {
  return arrivalMs;
}

function asTask({ id, arrivalMs: _, runMs, ...ranked }: SimulatedTask, data: number, quantumMs: number): Task<number> {
  const known = ranked.kind === undefined ? { cost: runMs } : {};
  return { ...known, ...ranked, id, data, ranMs: 0, ...(quantumMs < Infinity && { sliceMs: quantumMs }) };
}

function check(tasks: SimulatedTask[], workers: number, quantumMs: number, switchMs: number): void {
  checkWhole("workers", workers);
  checkPositive("quantumMs", quantumMs);
  checkFinite("switchMs", switchMs);
  for (const task of tasks) {
    checkFinite(`${task.id}.runMs`, task.runMs);
    checkFinite(`${task.id}.arrivalMs`, arrival(task));
  }
}
