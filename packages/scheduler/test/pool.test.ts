import { constant, createBudget } from "@groundwork/retry";
import {
  createPool,
  createQueue,
  fifo,
  type PoolEvent,
  type PoolOptions,
  perKey,
  priority,
  weightedFair,
} from "@groundwork/scheduler";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  expect(vi.getTimerCount(), "no timer is left behind").toBe(0);
  vi.useRealTimers();
});

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const queueOf = <T>(options: Partial<Parameters<typeof createQueue>[0]> = {}): ReturnType<typeof createQueue<T>> =>
  createQueue<T>({ policy: fifo(), clock: Date.now, ...options });

const poolOf = <T, R>(
  options: Omit<PoolOptions<T, R>, "queue"> & Partial<Pick<PoolOptions<T, R>, "queue">>,
): ReturnType<typeof createPool<T, R>> => createPool<T, R>({ queue: queueOf<T>(), ...options });

test("runs no more than `concurrency` at once and resolves with value, attempts and times", async () => {
  let [running, most] = [0, 0];
  const pool = poolOf<number, number>({
    concurrency: 3,
    run: async (n) => {
      most = Math.max(most, ++running);
      await sleep(10);
      running--;
      return n * 2;
    },
  });
  const handles = [1, 2, 3, 4, 5, 6, 7].map((data) => pool.add({ data }));
  await vi.advanceTimersByTimeAsync(30);
  const results = await Promise.all(handles.map(({ done }) => done));
  expect(most).toBe(3);
  expect(results.map(({ value }) => value)).toEqual([2, 4, 6, 8, 10, 12, 14]);
  expect(results[6]).toEqual({ status: "completed", value: 14, attempts: 1, waitMs: 20, runMs: 10 });
  expect(pool.metrics()).toMatchObject({
    depth: 0,
    running: 0,
    completed: 7,
    busyMs: 70,
    workerMs: 90,
    utilisation: 7 / 9,
  });
});

test("tasks added together are ranked together before the first begins", async () => {
  const order: string[] = [];
  const pool = poolOf<string, void>({ queue: queueOf({ policy: priority() }), run: (data) => void order.push(data) });
  pool.add({ data: "low", priority: 1 });
  pool.add({ data: "high", priority: 2 });
  await pool.drain();
  expect(order).toEqual(["high", "low"]);
});

test("a handler may throw, return or resolve: each is an outcome, and none rejects", async () => {
  const error = new Error("no");
  const pool = poolOf<() => unknown, unknown>({ run: (work) => work() });
  const run = (data: () => unknown): Promise<unknown> => pool.add({ data }).done;
  const throwing = (): never => {
    throw error;
  };
  expect(await run(() => 1)).toMatchObject({ status: "completed", value: 1 });
  expect(await run(async () => 2)).toMatchObject({ status: "completed", value: 2 });
  expect(await run(throwing)).toMatchObject({ status: "failed", error, attempts: 1 });
  expect(await run(() => Promise.reject(error))).toMatchObject({ status: "failed", error });
  expect(await run(() => Promise.reject(undefined))).toMatchObject({ status: "failed", error: undefined });
});

test("a failed attempt is tried again after the backoff, and a task that always fails is dead after `maxAttempts`", async () => {
  const starts: number[] = [];
  const events: PoolEvent["type"][] = [];
  const pool = poolOf<string, string>({
    run: (data, { attempt }) => {
      starts.push(Date.now() - begin);
      if (data === "poison" || attempt < 3) throw new Error(`attempt ${attempt}`);
      return data;
    },
    retry: { maxAttempts: 3, backoff: (attempt) => attempt * 100 },
    onEvent: ({ type }) => events.push(type),
  });
  const begin = Date.now();
  const good = pool.add({ data: "good" }).done;
  await vi.advanceTimersByTimeAsync(300);
  expect(await good).toMatchObject({ status: "completed", value: "good", attempts: 3 });
  expect(starts).toEqual([0, 100, 300]);
  expect(events).toEqual(["enqueued", "started", "retrying", "started", "retrying", "started", "completed"]);
  const poison = pool.add({ data: "poison" }).done;
  await vi.advanceTimersByTimeAsync(300);
  expect(await poison).toMatchObject({ status: "dead", attempts: 3, error: new Error("attempt 3") });
  expect(pool.metrics()).toMatchObject({ completed: 1, dead: 1, retried: 4 });
});

test("poison tasks do not hold up the others", async () => {
  const pool = poolOf<number, void>({
    concurrency: 4,
    run: async (n) => {
      await sleep(5);
      if (n % 2 === 0) throw new Error("poison");
    },
    retry: { maxAttempts: 5, backoff: constant(1_000) },
  });
  const waits = Array.from({ length: 80 }, (_, data) => pool.add({ data }).done);
  await vi.advanceTimersByTimeAsync(10_000);
  const results = await Promise.all(waits);
  const good = results.filter((_, i) => i % 2 === 1);
  expect(good.every(({ status }) => status === "completed")).toBe(true);
  // 80 tasks, 4 at once, 5 ms each: 100 ms for all the first attempts.
  expect(Math.max(...good.map(({ waitMs }) => waitMs))).toBeLessThanOrEqual(100);
  expect(results.filter(({ status, attempts }) => status === "dead" && attempts === 5)).toHaveLength(40);
});

test("`retryIf`, the budget, and a hint decide about the next attempt", async () => {
  const failing = (options: PoolOptions<null, never>["retry"]): Promise<unknown> => {
    const run = (): never => {
      throw new Error("down");
    };
    return poolOf<null, never>({ run, ...(options && { retry: options }) }).add({ data: null }).done;
  };
  expect(await failing({ maxAttempts: 5, retryIf: () => false })).toMatchObject({ status: "failed", attempts: 1 });
  expect(await failing({ maxAttempts: 5, retryIf: async () => false })).toMatchObject({
    status: "failed",
    attempts: 1,
  });
  const broken = Promise.reject(new Error("broken predicate"));
  expect(await failing({ maxAttempts: 5, retryIf: () => broken })).toMatchObject({
    status: "failed",
    error: new Error("broken predicate"),
  });
  const budget = createBudget({ ratio: 0, perSecond: 0 });
  expect(await failing({ maxAttempts: 5, budget })).toMatchObject({ status: "failed", attempts: 1 });
  const hinted = failing({ maxAttempts: 2, backoff: () => 1, hint: () => 5_000 });
  await vi.advanceTimersByTimeAsync(4_999);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(await hinted).toMatchObject({ status: "dead", attempts: 2 });
});

test("a time-out aborts and is decided at once, but the worker stays with the handler until it ends", async () => {
  let aborted: unknown;
  let running = 0;
  const pool = poolOf<number, string>({
    timeoutMs: 50,
    run: async (ms, { signal }) => {
      signal.addEventListener("abort", () => {
        aborted = signal.reason;
      });
      running++;
      await sleep(ms);
      running--;
      return "too late";
    },
  });
  const slow = pool.add({ data: 200 });
  const next = pool.add({ data: 10 });
  await vi.advanceTimersByTimeAsync(50);
  expect(await slow.done).toMatchObject({ status: "failed", runMs: 50, error: { code: "ATTEMPT_TIMEOUT" } });
  expect(aborted).toMatchObject({ code: "ATTEMPT_TIMEOUT", timeoutMs: 50 });
  expect(running).toBe(1);
  expect(pool.metrics().running).toBe(1);
  await vi.advanceTimersByTimeAsync(160);
  expect(await next.done).toMatchObject({ status: "completed", value: "too late" });
});

test("after a time-out, the next attempt waits for the handler of the last to end", async () => {
  let [running, most] = [0, 0];
  const pool = poolOf<null, string>({
    concurrency: 2,
    timeoutMs: 50,
    retry: { maxAttempts: 2, backoff: () => 0 },
    run: async (_, { attempt }) => {
      most = Math.max(most, ++running);
      await sleep(attempt === 1 ? 200 : 10);
      running--;
      return `attempt ${attempt}`;
    },
  });
  const { done } = pool.add({ data: null });
  await vi.advanceTimersByTimeAsync(220);
  expect(await done).toMatchObject({ status: "completed", value: "attempt 2" });
  expect(most).toBe(1);
});

test("cancelling while pending, running, waiting for a retry, or done: one terminal state, and the slot is freed", async () => {
  const terminal: string[] = [];
  const pool = poolOf<string, string>({
    run: async (data, { signal }) => {
      if (data === "fails") throw new Error("no");
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      expect(signal.reason).toMatchObject({ code: "TASK_CANCELLED" });
      return "ended anyway";
    },
    retry: { maxAttempts: 9, backoff: () => 60_000 },
    onEvent: (event) => {
      if (!["enqueued", "started", "retrying"].includes(event.type)) terminal.push(`${event.type}`);
    },
  });
  const failing = pool.add({ data: "fails" });
  const running = pool.add({ data: "runs" });
  const pending = pool.add({ data: "waits" });
  const delayed = pool.add({ data: "later", delayMs: 1_000 });
  await vi.advanceTimersByTimeAsync(5);
  expect(pool.metrics()).toMatchObject({ running: 1, depth: 3 });
  for (const handle of [failing, pending, delayed, running]) {
    expect(handle.cancel()).toBe(true);
    expect(handle.cancel()).toBe(false);
    expect(await handle.done).toMatchObject({ status: "cancelled" });
  }
  await pool.drain();
  expect(pool.metrics()).toMatchObject({ depth: 0, running: 0, cancelled: 4, completed: 0 });
  expect(terminal).toEqual(["cancelled", "cancelled", "cancelled", "cancelled"]);
  expect(failing.cancel()).toBe(false);
});

test("`maxQueued` refuses what is too much, and `ready` waits for room", async () => {
  const pool = poolOf<number, void>({ run: () => sleep(10), maxQueued: 2 });
  pool.add({ data: 1 });
  await vi.advanceTimersByTimeAsync(1);
  pool.add({ data: 2 });
  pool.add({ data: 3 });
  expect(() => pool.add({ data: 4 })).toThrow("The pool holds 2 waiting tasks already");
  let ready = false;
  void pool.ready().then(() => {
    ready = true;
  });
  await vi.advanceTimersByTimeAsync(5);
  expect(ready).toBe(false);
  await vi.advanceTimersByTimeAsync(5);
  expect(ready).toBe(true);
  pool.add({ data: 4 });
  await vi.advanceTimersByTimeAsync(100);
});

test("a slow consumer with a waiting producer keeps a backlog of 100,000 within its bound", async () => {
  vi.useRealTimers();
  const queue = createQueue<number>({ policy: fifo() });
  const pool = createPool<number, void>({ queue, run: async () => {}, maxQueued: 50, concurrency: 4 });
  let most = 0;
  for (let data = 0; data < 100_000; data++) {
    if (queue.size >= 50) await pool.ready();
    pool.add({ data });
    most = Math.max(most, queue.size);
  }
  await pool.drain();
  expect(most).toBe(50);
  expect(pool.metrics().completed).toBe(100_000);
  vi.useFakeTimers();
});

test("a key's limit holds its tasks back and nobody else's", async () => {
  const log: string[] = [];
  const pool = poolOf<string, void>({
    queue: queueOf({ keyLimit: perKey((key) => (key === "a" ? 1 : 2)) }),
    concurrency: 8,
    run: async (data) => {
      log.push(`${data} at ${Date.now() - begin}`);
      await sleep(10);
    },
  });
  const begin = Date.now();
  for (const [i, key] of ["a", "a", "a", "b", "b", "b"].entries()) pool.add({ data: `${key}${i}`, key });
  pool.add({ data: "free" });
  await vi.advanceTimersByTimeAsync(30);
  expect(log).toEqual(["a0 at 0", "b3 at 0", "b4 at 0", "free at 0", "a1 at 10", "b5 at 10", "a2 at 20"]);
});

test("a key's limit that is raised lets all that it held back begin", () => {
  let limit = 1;
  const queue = queueOf<number>({ keyLimit: perKey(() => limit) });
  for (const data of [1, 2, 3, 4]) queue.enqueue({ data, key: "a" });
  const first = queue.dequeue()!;
  expect(queue.dequeue()).toBeUndefined();
  limit = 3;
  queue.settle(first, { status: "completed", runMs: 1 });
  expect([1, 2, 3].map(() => queue.dequeue()?.task.data)).toEqual([2, 3, 4]);
});

test("pause begins nothing until resume", async () => {
  const pool = poolOf<number, number>({ run: (n) => n });
  pool.pause();
  const { done } = pool.add({ data: 1 });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(pool.metrics()).toMatchObject({ depth: 1, completed: 0 });
  pool.resume();
  expect((await done).value).toBe(1);
});

test("scales with the wait, not with the depth, and back down", async () => {
  const scaled: number[] = [];
  const pool = poolOf<number, void>({
    concurrency: { min: 1, max: 10, targetWaitMs: 100 },
    run: (ms) => sleep(ms),
    onEvent: (event) => {
      if (event.type === "scaled") scaled.push(event.workers);
    },
  });
  for (let i = 0; i < 20; i++) pool.add({ data: 0 });
  await vi.advanceTimersByTimeAsync(50);
  expect(scaled).toEqual([]);
  for (let i = 0; i < 100; i++) pool.add({ data: 50 });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(Math.max(...scaled)).toBe(10);
  await vi.advanceTimersByTimeAsync(1_000);
  for (let i = 0; i < 30; i++) {
    pool.add({ data: 1 });
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(pool.metrics().workers).toBe(1);
});

test("scales up although nothing has ended yet", async () => {
  const pool = poolOf<null, void>({ concurrency: { min: 1, max: 4, targetWaitMs: 100 }, run: () => sleep(10_000) });
  for (let i = 0; i < 4; i++) pool.add({ data: null });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(pool.metrics().running).toBe(4);
  await vi.advanceTimersByTimeAsync(20_000);
});

test("close hands back what waits, lets running tasks end, and reports both", async () => {
  const pool = poolOf<string, string>({ concurrency: 2, run: (data) => sleep(100).then(() => data) });
  const handles = ["a", "b", "c", "d"].map((data) => pool.add({ data, id: data }));
  pool.add({ data: "later", id: "later", delayMs: 5_000 });
  await vi.advanceTimersByTimeAsync(10);
  const closing = pool.close();
  expect(() => pool.add({ data: "e" })).toThrow("The pool is closed.");
  await vi.advanceTimersByTimeAsync(90);
  const report = await closing;
  expect(report.handedBack.map(({ id }) => id)).toEqual(["c", "d", "later"]);
  expect(report).toMatchObject({ interrupted: [], elapsedMs: 90 });
  const results = await Promise.all(handles.map(({ done }) => done));
  expect(results.map(({ status }) => status)).toEqual(["completed", "completed", "cancelled", "cancelled"]);
  expect(results[2]).toMatchObject({ attempts: 0, error: { code: "POOL_CLOSED" } });
});

test("when the grace is over, what runs is aborted and reported; a second close can shorten it", async () => {
  let reason: unknown;
  const pool = poolOf<string, void>({
    run: async (_, { signal }) => {
      await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
      reason = signal.reason;
    },
  });
  const { done } = pool.add({ data: "endless", id: "endless" });
  await vi.advanceTimersByTimeAsync(1);
  const first = pool.close({ graceMs: 60_000 });
  const second = pool.close({ graceMs: 20 });
  await vi.advanceTimersByTimeAsync(19);
  expect(pool.metrics().running).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(await first).toEqual(await second);
  expect((await first).interrupted.map(({ id }) => id)).toEqual(["endless"]);
  expect(await done).toMatchObject({ status: "cancelled", error: { code: "POOL_CLOSED" } });
  expect(reason).toMatchObject({ code: "POOL_CLOSED" });
  await vi.advanceTimersByTimeAsync(0);
});

test("closing during a backoff hands the task back and leaves no timer", async () => {
  const pool = poolOf<string, never>({
    run: () => {
      throw new Error("no");
    },
    retry: { maxAttempts: 5, backoff: () => 60_000 },
  });
  pool.add({ data: "x", id: "x" });
  await vi.advanceTimersByTimeAsync(1);
  const report = await pool.close();
  expect(report.handedBack.map(({ id }) => id)).toEqual(["x"]);
});

test("a flood of one tenant does not make the others wait", async () => {
  const pool = poolOf<string, void>({
    queue: queueOf({ policy: weightedFair() }),
    concurrency: 4,
    run: () => sleep(1),
  });
  for (let i = 0; i < 20_000; i++) pool.add({ data: "flood", tenant: "flood" });
  await vi.advanceTimersByTimeAsync(10);
  const light = Array.from({ length: 40 }, (_, i) => pool.add({ data: "light", tenant: `t${i % 4}` }).done);
  await vi.advanceTimersByTimeAsync(100);
  const waits = (await Promise.all(light)).map(({ waitMs }) => waitMs);
  // Five tenants with up to ten tasks each of 1 ms on four workers.
  expect(Math.max(...waits)).toBeLessThanOrEqual(((5 * 10 * 1) / 4) * 2);
  const closing = pool.close();
  await vi.advanceTimersByTimeAsync(1);
  await closing;
});

test("a pool over a queue that holds tasks already runs them", async () => {
  const queue = queueOf<number>();
  const seen: number[] = [];
  for (const data of [1, 2, 3]) queue.enqueue({ data });
  const pool = createPool<number, void>({ queue, run: (n) => void seen.push(n) });
  await pool.drain();
  expect(seen).toEqual([1, 2, 3]);
});

test("numbers out of range are refused by name", () => {
  const of = (options: Partial<PoolOptions<unknown, unknown>>) => (): unknown => poolOf({ run: () => {}, ...options });
  expect(of({ concurrency: 0 })).toThrow("Expected `concurrency` to be integers with 1 ≤ min ≤ max, got 0 and 0.");
  expect(of({ concurrency: { min: 2, max: 1 } })).toThrow(RangeError);
  expect(of({ timeoutMs: 0 })).toThrow("Expected `timeoutMs` to be a number > 0, got 0.");
  expect(of({ maxQueued: 0 })).toThrow(RangeError);
  expect(of({ retry: { maxAttempts: 0 } })).toThrow("Expected `maxAttempts` to be an integer ≥ 1 or Infinity, got 0.");
  expect(() => perKey(0)).toThrow("Expected `keyLimit` to be an integer ≥ 1, got 0.");
  expect(() => createQueue({ policy: undefined as never })).toThrow(TypeError);
  expect(() => queueOf().enqueue({ data: 0, delayMs: -1 })).toThrow(
    "Expected `delayMs` to be a finite number ≥ 0, got -1.",
  );
});
