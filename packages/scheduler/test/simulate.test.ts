import {
  createQueue,
  fifo,
  multilevelFeedback,
  priority,
  roundRobin,
  shortestJobFirst,
  simulate,
  weightedFair,
} from "@groundwork/scheduler";
import fc from "fast-check";
import { expect, test } from "vitest";

// The processes of Silberschatz, Operating System Concepts, chapter on CPU scheduling.
const bursts = [
  { id: "P1", runMs: 24 },
  { id: "P2", runMs: 3 },
  { id: "P3", runMs: 3 },
];

test("first come, first served: the textbook's mean wait of 17", () => {
  expect(simulate(bursts, { policy: fifo() }).meanWaitingMs).toBe(17);
});

test("round robin with a quantum of 4: the textbook's chart and mean wait of 17/3", () => {
  const { timeline, meanWaitingMs, contextSwitches } = simulate(bursts, { policy: roundRobin(), quantumMs: 4 });
  expect(timeline).toEqual([
    { worker: 0, id: "P1", startMs: 0, endMs: 4 },
    { worker: 0, id: "P2", startMs: 4, endMs: 7 },
    { worker: 0, id: "P3", startMs: 7, endMs: 10 },
    { worker: 0, id: "P1", startMs: 10, endMs: 30 },
  ]);
  expect(meanWaitingMs).toBeCloseTo(17 / 3, 12);
  expect(contextSwitches).toBe(3);
});

test("shortest job first: the textbook's mean wait of 7", () => {
  const jobs = [6, 8, 7, 3].map((runMs, i) => ({ id: `P${i + 1}`, runMs }));
  expect(simulate(jobs, { policy: shortestJobFirst() }).meanWaitingMs).toBe(7);
});

test("shortest remaining time first: the textbook's mean wait of 6.5", () => {
  const jobs = [8, 4, 9, 5].map((runMs, i) => ({ id: `P${i + 1}`, runMs, arrivalMs: i }));
  expect(simulate(jobs, { policy: shortestJobFirst(), quantumMs: 1 }).meanWaitingMs).toBe(6.5);
});

test("priority scheduling: the textbook's mean wait of 8.2, with its small numbers first", () => {
  const jobs = [
    [10, 3],
    [1, 1],
    [2, 4],
    [1, 5],
    [5, 2],
  ].map(([runMs, level], i) => ({ id: `P${i + 1}`, runMs: runMs!, priority: -level! }));
  expect(simulate(jobs, { policy: priority() }).meanWaitingMs).toBe(8.2);
});

test("multilevel feedback finishes a short task early although nobody said that it is short", () => {
  const tasks = [
    { id: "long", runMs: 400 },
    { id: "short", runMs: 8, arrivalMs: 50 },
  ];
  const policy = multilevelFeedback({ quantumMs: 10, boostMs: 10_000 });
  const [, short] = simulate(tasks, { policy, quantumMs: 10 }).tasks;
  expect(short!.turnaroundMs).toBeLessThanOrEqual(18);
  expect(simulate(tasks, { policy: fifo() }).tasks[1]!.turnaroundMs).toBe(358);
});

test("a switch costs time, and a worker keeps its task when nobody else waits", () => {
  const { makespanMs, contextSwitches, utilisation, timeline } = simulate(
    [
      { id: "a", runMs: 6 },
      { id: "b", runMs: 2 },
    ],
    { policy: roundRobin(), quantumMs: 2, switchMs: 1 },
  );
  expect(contextSwitches).toBe(2);
  expect(makespanMs).toBe(10);
  expect(utilisation).toBe(0.8);
  expect(timeline.map(({ id, startMs, endMs }) => [id, startMs, endMs])).toEqual([
    ["a", 0, 2],
    ["b", 3, 5],
    ["a", 6, 10],
  ]);
});

test("no tasks make an empty simulation", () => {
  expect(simulate([], { policy: fifo() })).toEqual({
    tasks: [],
    timeline: [],
    meanWaitingMs: 0,
    meanTurnaroundMs: 0,
    meanResponseMs: 0,
    maxWaitingMs: 0,
    late: 0,
    contextSwitches: 0,
    makespanMs: 0,
    utilisation: 0,
  });
});

test("numbers out of range are refused by name", () => {
  const policy = fifo();
  expect(() => simulate([{ id: "a", runMs: -1 }], { policy })).toThrow(
    "Expected `a.runMs` to be a finite number ≥ 0, got -1.",
  );
  expect(() => simulate([{ id: "a", runMs: 1, arrivalMs: Number.NaN }], { policy })).toThrow(RangeError);
  expect(() => simulate([], { policy, workers: 0 })).toThrow(RangeError);
  expect(() => simulate([], { policy, quantumMs: 0 })).toThrow(RangeError);
});

test("every timeline is a schedule: nobody runs twice at once, before arrival, or for the wrong time, and no worker idles while a task waits", () => {
  const task = fc.record({
    runMs: fc.nat(20),
    arrivalMs: fc.nat(60),
    tenant: fc.constantFrom("a", "b"),
    priority: fc.nat(3),
  });
  const policies = [fifo, priority, shortestJobFirst, roundRobin, weightedFair, multilevelFeedback];
  fc.assert(
    fc.property(
      fc.array(task, { maxLength: 25 }),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom(undefined, 1, 3, 7),
      fc.constantFrom(...policies),
      (drawn, workers, quantumMs, policy) => {
        const tasks = drawn.map((fields, i) => ({ id: String(i), ...fields }));
        const result = simulate(tasks, { policy: policy(), workers, ...(quantumMs !== undefined && { quantumMs }) });
        const disjoint = (segments: { startMs: number; endMs: number }[]): void => {
          const sorted = [...segments].sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
          for (const [i, next] of sorted.slice(1).entries())
            expect(next.startMs).toBeGreaterThanOrEqual(sorted[i]!.endMs);
        };
        for (let worker = 0; worker < workers; worker++)
          disjoint(result.timeline.filter((segment) => segment.worker === worker));
        for (const [i, { id, runMs, arrivalMs }] of tasks.entries()) {
          const mine = result.timeline.filter((segment) => segment.id === id);
          disjoint(mine);
          expect(mine.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)).toBe(runMs);
          expect(Math.min(...mine.map(({ startMs }) => startMs))).toBeGreaterThanOrEqual(arrivalMs);
          expect(Math.max(...mine.map(({ endMs }) => endMs))).toBe(result.tasks[i]!.finishMs);
        }
        // Work conservation: at each half-step, workers are idle only if no task that has arrived is unfinished and not running.
        for (let t = 0.5; t < 100; t++) {
          const busy = result.timeline.filter(({ startMs, endMs }) => startMs < t && t < endMs).length;
          const alive = result.tasks.filter(({ arrivalMs, finishMs }) => arrivalMs < t && t < finishMs).length;
          expect(busy).toBe(Math.min(workers, alive));
        }
      },
    ),
    { seed: 21, numRuns: 150 },
  );
});

test("without pre-emption and with one worker, a simulation serves in the order of the queue", () => {
  const tasks = Array.from({ length: 40 }, (_, i) => ({
    id: String(i),
    runMs: 1 + ((i * 7) % 5),
    priority: (i * 13) % 6,
  }));
  const queue = createQueue<null>({ policy: priority(), clock: () => 0 });
  for (const { id, priority } of tasks) queue.enqueue({ data: null, id, priority });
  const order = tasks.map(() => queue.dequeue()!.id);
  expect(simulate(tasks, { policy: priority() }).timeline.map(({ id }) => id)).toEqual(order);
});
