import {
  createQueue,
  earliestDeadlineFirst,
  fifo,
  multilevelFeedback,
  type Policy,
  priority,
  roundRobin,
  shortestJobFirst,
  type Task,
  weightedFair,
} from "@groundwork/scheduler";
import { expect, test } from "vitest";

const served = (policy: Policy, tasks: Omit<Task<string>, "data">[] | Task<string>[], clock = () => 0): string[] => {
  const queue = createQueue<string>({ policy, clock });
  for (const task of tasks) queue.enqueue({ data: task.id!, ...task });
  return tasks.map(() => queue.dequeue()!.task.data);
};

test("every policy breaks ties by arrival", () => {
  const tasks = Array.from({ length: 50 }, (_, i) => ({ id: String(i) }));
  const policies = [
    fifo(),
    priority(),
    shortestJobFirst(),
    roundRobin(),
    weightedFair(),
    earliestDeadlineFirst(),
    multilevelFeedback(),
  ];
  for (const policy of policies) expect(served(policy, tasks)).toEqual(tasks.map(({ id }) => id));
});

test("priority puts larger numbers first, and ageing lets a patient task overtake", () => {
  let now = 0;
  const order = (policy: Policy): string[] => {
    const queue = createQueue<string>({ policy, clock: () => now });
    now = 0;
    queue.enqueue({ data: "old, low", priority: 0 });
    now = 5_000;
    queue.enqueue({ data: "new, high", priority: 4 });
    return [queue.dequeue()!.task.data, queue.dequeue()!.task.data];
  };
  expect(order(priority())).toEqual(["new, high", "old, low"]);
  expect(order(priority({ agingMs: 2_000 }))).toEqual(["new, high", "old, low"]);
  expect(order(priority({ agingMs: 1_000 }))).toEqual(["old, low", "new, high"]);
});

test("shortest job first learns the running time of a kind", () => {
  const queue = createQueue<string>({ policy: shortestJobFirst({ smoothing: 0.5 }), clock: () => 0 });
  const teach = (kind: string, runMs: number): void => {
    queue.enqueue({ data: "", kind });
    queue.settle(queue.dequeue()!, { status: "completed", runMs });
  };
  teach("film", 1_000);
  teach("film", 2_000);
  teach("icon", 10);
  expect(queue.state).toEqual({ meanMs: { ":film": 1_500, ":icon": 10, all: 755 } });
  for (const kind of ["film", "never seen", "icon"]) queue.enqueue({ data: kind, kind });
  expect([1, 2, 3].map(() => queue.dequeue()!.task.data)).toEqual(["icon", "never seen", "film"]);
});

test("shortest job first does not learn from attempts that failed", () => {
  const queue = createQueue<string>({ policy: shortestJobFirst(), clock: () => 0 });
  queue.enqueue({ data: "", kind: "film" });
  queue.settle(queue.dequeue()!, { status: "failed", runMs: 1 });
  expect(queue.state).toEqual({ meanMs: {} });
});

test("with `stretch`, a long job is overtaken only by those that come soon after it", () => {
  const policy = shortestJobFirst({ stretch: 2 });
  const rank = (cost: number, now: number): number => policy.onEnqueue({ cost }, now, policy.init());
  expect(rank(0, 199)).toBeLessThan(rank(100, 0));
  expect(rank(0, 201)).toBeGreaterThan(rank(100, 0));
});

test("earliest deadline first leaves tasks without a deadline for last", () => {
  const tasks = [{ id: "none" }, { id: "late", deadline: 90 }, { id: "none either" }, { id: "soon", deadline: 10 }];
  expect(served(earliestDeadlineFirst(), tasks)).toEqual(["soon", "late", "none", "none either"]);
});

test("weighted fair queueing gives a heavier tenant its share at once", () => {
  const tasks = ["a", "a", "a", "b", "b", "b", "b"].map((tenant, i) => ({ id: tenant + i, tenant }));
  expect(served(weightedFair({ weights: { b: 2 } }), tasks).join(" ")).toBe("a0 b3 b4 a1 b5 b6 a2");
});

test("tenants may be called anything", () => {
  const names = ["__proto__", "constructor", "", "toString", ":", "hasOwnProperty"];
  const tasks = [...names, ...names].map((tenant, i) => ({ id: String(i), tenant }));
  expect(served(roundRobin(), tasks)).toEqual(tasks.map(({ id }) => id));
  const queue = createQueue({ policy: weightedFair(), clock: () => 0 });
  for (const tenant of names) queue.enqueue({ data: 0, tenant });
  expect(Object.keys((queue.state as { finish: object }).finish)).toEqual(names.map((name) => `:${name}`));
});

test("fair queueing forgets tenants that have nothing beyond the virtual time", () => {
  const queue = createQueue({ policy: weightedFair(), clock: () => 0 });
  for (let i = 0; i < 20_000; i++) {
    queue.enqueue({ data: i, tenant: `t${i}`, cost: 1 });
    queue.enqueue({ data: i, tenant: "busy", cost: 1 });
    queue.dequeue();
    queue.dequeue();
  }
  expect(Object.keys((queue.state as { finish: object }).finish).length).toBeLessThan(200);
});

test("a policy refuses numbers that have no place in its order", () => {
  const enqueue = (policy: Policy, task: Partial<Task>): (() => unknown) => {
    const queue = createQueue({ policy });
    return () => queue.enqueue({ data: 0, ...task });
  };
  expect(enqueue(priority(), { priority: Number.NaN })).toThrow("Expected `priority` to be a finite number, got NaN.");
  expect(enqueue(earliestDeadlineFirst(), { deadline: Number.NaN })).toThrow(RangeError);
  expect(enqueue(shortestJobFirst(), { cost: -1 })).toThrow("Expected `cost` to be a finite number ≥ 0, got -1.");
  expect(enqueue(weightedFair(), { weight: 0 })).toThrow("Expected `weight` to be a finite number > 0, got 0.");
  expect(enqueue(weightedFair(), { cost: Infinity })).toThrow(RangeError);
  expect(() => priority({ agingMs: 0 })).toThrow(RangeError);
  expect(() => shortestJobFirst({ stretch: -1 })).toThrow(RangeError);
  expect(() => shortestJobFirst({ smoothing: 0 })).toThrow(RangeError);
  expect(() => multilevelFeedback({ levels: 1 })).toThrow(RangeError);
  expect(() => multilevelFeedback({ boostMs: 0 })).toThrow(RangeError);
});

test("a task refused by its policy leaves no trace in the queue", () => {
  const queue = createQueue({ policy: priority() });
  expect(() => queue.enqueue({ data: 0, priority: Number.NaN })).toThrow();
  expect(queue.size).toBe(0);
  expect(queue.dequeue()).toBeUndefined();
});
