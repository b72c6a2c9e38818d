import {
  createMemoryStore,
  createWorker,
  fifo,
  type Store,
  type WorkerEvent,
  type WorkerOptions,
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
const storeOf = <T>(options: { leaseMs?: number; maxAttempts?: number } = {}): Store<T> =>
  createMemoryStore<T>({ policy: fifo(), clock: Date.now, ...options });
const workerOf = <T, R>(options: WorkerOptions<T, R>): ReturnType<typeof createWorker> =>
  createWorker({ clock: Date.now, ...options });

async function closing(
  worker: ReturnType<typeof createWorker>,
  graceMs = 1_000,
): Promise<{ released: string[]; elapsedMs: number }> {
  const report = worker.close({ graceMs });
  await vi.advanceTimersByTimeAsync(graceMs);
  return report;
}

test("runs what is there and what comes, no more than `concurrency` at once, and stores the values", async () => {
  const store = storeOf<number>();
  let [running, most] = [0, 0];
  const worker = workerOf({
    store,
    concurrency: 3,
    run: async (n: number) => {
      most = Math.max(most, ++running);
      await sleep(10);
      running--;
      return n * n;
    },
  });
  await store.add([1, 2, 3, 4, 5, 6, 7].map((data) => ({ data })));
  worker.wake();
  await vi.advanceTimersByTimeAsync(100);
  expect(most).toBe(3);
  expect((await store.list({ state: "completed" })).map(({ value }) => value)).toEqual([1, 4, 9, 16, 25, 36, 49]);
  await store.add([{ data: 8 }]);
  await vi.advanceTimersByTimeAsync(250);
  expect((await store.counts()).completed).toBe(8);
  expect(await closing(worker)).toEqual({ released: [], elapsedMs: 0 });
});

test("claims only as many as can begin at once", async () => {
  const store = storeOf<null>();
  await store.add(Array.from({ length: 10 }, () => ({ data: null })));
  const worker = workerOf({ store, concurrency: 4, run: () => sleep(50) });
  await vi.advanceTimersByTimeAsync(10);
  expect(await store.counts()).toMatchObject({ running: 4, waiting: 6 });
  expect(worker.running).toBe(4);
  await vi.advanceTimersByTimeAsync(500);
  await closing(worker);
});

test("a failed attempt is tried again after the backoff until the store's `maxAttempts`", async () => {
  const store = storeOf<string>({ maxAttempts: 3 });
  const starts: number[] = [];
  const begin = Date.now();
  await store.add([{ data: "x", id: "x" }]);
  const worker = workerOf({
    store,
    pollMs: 10,
    retry: { backoff: (attempt) => attempt * 100 },
    run: () => {
      starts.push(Date.now() - begin);
      throw new Error("no");
    },
  });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(starts).toHaveLength(3);
  expect(starts[1]! - starts[0]!).toBeGreaterThanOrEqual(100);
  expect(starts[2]! - starts[1]!).toBeGreaterThanOrEqual(200);
  expect((await store.list({ state: "dead" }))[0]!.history).toHaveLength(3);
  await closing(worker);
});

test("`retryIf` may make a failure final", async () => {
  const store = storeOf<string>();
  await store.add([{ data: "x" }]);
  const run = (): never => {
    throw new Error("no");
  };
  const worker = workerOf({ store, run, retry: { retryIf: () => false } });
  await vi.advanceTimersByTimeAsync(10);
  expect(await store.counts()).toMatchObject({ failed: 1 });
  await closing(worker);
});

test("leases are renewed while a handler runs", async () => {
  const store = storeOf<null>({ leaseMs: 300, maxAttempts: 1 });
  await store.add([{ data: null }]);
  const worker = workerOf({ store, run: () => sleep(2_000) });
  const thief = workerOf({ store, run: () => sleep(1), pollMs: 20 });
  await vi.advanceTimersByTimeAsync(2_100);
  expect(await store.counts()).toMatchObject({ completed: 1, failed: 0 });
  await closing(worker);
  await closing(thief);
});

test("a cancelled task aborts the handler at the next renewal, and its result is refused", async () => {
  const store = storeOf<null>({ leaseMs: 300 });
  await store.add([{ data: null, id: "x" }]);
  const events: WorkerEvent[] = [];
  let reason: unknown;
  const worker = workerOf({
    store,
    run: async (_, { signal }) => {
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      reason = signal.reason;
    },
    onEvent: (event) => events.push(event),
  });
  await vi.advanceTimersByTimeAsync(10);
  expect(await store.cancel(["x"])).toEqual(["x"]);
  await vi.advanceTimersByTimeAsync(100);
  expect(reason).toMatchObject({ code: "LEASE_LOST", id: "x" });
  expect(events.at(-1)).toMatchObject({ type: "settled", state: "lost" });
  await closing(worker);
});

test("a store that cannot be reached for a lease's time aborts the handlers, and the worker goes on when it is back", async () => {
  const store = storeOf<string>({ leaseMs: 300 });
  await store.add([{ data: "first", id: "first" }]);
  let down = false;
  const flaky = new Proxy(store, {
    get: (target, key: keyof Store) =>
      typeof target[key] !== "function"
        ? target[key]
        : (...parameters: never[]) => {
            if (down) return Promise.reject(new Error("connection refused"));
            return (target[key] as (...p: never[]) => unknown)(...parameters);
          },
  });
  const reasons: unknown[] = [];
  const events: string[] = [];
  const worker = workerOf({
    store: flaky,
    run: async (_, { signal, attempt }) => {
      if (attempt > 1) return;
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      reasons.push(signal.reason);
    },
    retry: { backoff: () => 0 },
    onEvent: ({ type }) => events.push(type),
  });
  await vi.advanceTimersByTimeAsync(10);
  down = true;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(reasons).toMatchObject([{ code: "LEASE_LOST" }]);
  down = false;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(events).toContain("error");
  expect(await store.counts()).toMatchObject({ completed: 1, running: 0 });
  await closing(worker);
});

test("a time-out aborts the handler and fails the attempt", async () => {
  const store = storeOf<null>({ maxAttempts: 1 });
  await store.add([{ data: null }]);
  const run = (_: null, { signal }: { signal: AbortSignal }): Promise<unknown> =>
    new Promise((resolve) => signal.addEventListener("abort", resolve));
  const worker = workerOf({ store, run, timeoutMs: 50 });
  await vi.advanceTimersByTimeAsync(60);
  expect((await store.list({ state: "failed" }))[0]!.history).toMatchObject([
    { runMs: 50, error: { code: "ATTEMPT_TIMEOUT" } },
  ]);
  await closing(worker);
});

test("close lets what runs end, and hands back what does not end in time, with the attempt not counted", async () => {
  const store = storeOf<number>();
  await store.add([
    { data: 50, id: "short" },
    { data: 90_000, id: "long" },
    { data: 1, id: "never begun" },
  ]);
  let reason: unknown;
  const worker = workerOf({
    store,
    concurrency: 2,
    run: async (ms, { signal }) => {
      signal.addEventListener("abort", () => {
        reason = signal.reason;
      });
      await sleep(ms);
    },
  });
  await vi.advanceTimersByTimeAsync(10);
  const report = await closing(worker, 500);
  expect(report.released).toEqual(["long"]);
  expect(report.elapsedMs).toBe(500);
  expect(reason).toMatchObject({ code: "POOL_CLOSED" });
  expect(await store.counts()).toMatchObject({ completed: 1, waiting: 2, running: 0 });
  expect((await store.claim(1))[0]).toMatchObject({ id: "long", attempt: 1 });
  await vi.advanceTimersByTimeAsync(100_000);
});

test("a claim that arrives after close is handed back", async () => {
  const store = storeOf<null>();
  await store.add([{ data: null, id: "x" }]);
  const slow: Store<null> = {
    ...store,
    leaseMs: store.leaseMs,
    settle: (s) => store.settle(s),
    release: (c) => store.release(c),
    claim: async (n) => {
      await sleep(100);
      return store.claim(n);
    },
  } as Store<null>;
  let begun = 0;
  const worker = workerOf({ store: slow, run: () => void begun++ });
  await vi.advanceTimersByTimeAsync(50);
  await closing(worker);
  expect(begun).toBe(0);
  expect((await store.claim(1))[0]).toMatchObject({ id: "x", attempt: 1 });
});

test("numbers out of range are refused by name", async () => {
  const of = (options: Partial<WorkerOptions<unknown, unknown>>) => (): unknown =>
    workerOf({ store: storeOf(), run: () => {}, ...options });
  expect(of({ concurrency: 0 })).toThrow("Expected `concurrency` to be an integer ≥ 1, got 0.");
  expect(of({ timeoutMs: -1 })).toThrow(RangeError);
  expect(of({ pollMs: 0 })).toThrow(RangeError);
  expect(() => storeOf({ maxAttempts: 0 })).toThrow(RangeError);
  expect(() => storeOf({ leaseMs: 0 })).toThrow(RangeError);
});
