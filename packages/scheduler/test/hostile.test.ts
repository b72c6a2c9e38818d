import {
  createMemoryStore,
  createPool,
  createQueue,
  createWorker,
  fifo,
  type Policy,
  perKey,
  priority,
  shortestJobFirst,
  type TaskHandle,
} from "@groundwork/scheduler";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  expect(vi.getTimerCount(), "no timer is left behind").toBe(0);
  vi.useRealTimers();
});

/** Runs `work` and gives what became an unhandled rejection meanwhile. */
async function unhandled(work: () => Promise<void>): Promise<unknown[]> {
  const seen: unknown[] = [];
  const listeners = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", (error) => seen.push(error));
  await work();
  vi.useRealTimers();
  await new Promise((resolve) => setImmediate(resolve));
  vi.useFakeTimers();
  process.removeAllListeners("unhandledRejection");
  for (const listener of listeners) process.on("unhandledRejection", listener);
  return seen;
}

test("a policy that throws when it is told of something loses no task and frees the worker", async () => {
  const broken = new Error("broken policy");
  const policy: Policy<null> = {
    ...fifo(),
    onDispatch() {
      throw broken;
    },
    onSettle() {
      throw broken;
    },
  };
  const seen = await unhandled(async () => {
    const pool = createPool<number, number>({ queue: createQueue<number>({ policy, clock: Date.now }), run: (n) => n });
    const results = await Promise.all([1, 2].map((data) => pool.add({ data }).done));
    expect(results.map(({ value }) => value)).toEqual([1, 2]);
    await pool.drain();
  });
  expect(seen).toEqual([broken, broken, broken, broken]);
});

test("a policy that throws on enqueue refuses the task and leaves nothing behind", async () => {
  const pool = createPool<number, number>({ queue: createQueue<number>({ policy: priority() }), run: (n) => n });
  expect(() => pool.add({ data: 1, priority: Number.NaN })).toThrow(RangeError);
  expect(pool.metrics().depth).toBe(0);
  expect((await pool.add({ data: 2, priority: -5 }).done).value).toBe(2);
});

test("an `onEvent` that throws changes nothing for the tasks", async () => {
  const seen = await unhandled(async () => {
    const onEvent = (): never => {
      throw new Error("listener");
    };
    const queue = createQueue<number>({ policy: fifo(), clock: Date.now });
    const pool = createPool<number, number>({ queue, run: (n) => n, onEvent });
    expect((await pool.add({ data: 1 }).done).value).toBe(1);
    await pool.drain();
  });
  expect(seen).toHaveLength(3);
});

test("whoever cancels another task when told of one that the closing pool gives up ends it once", async () => {
  const handles: TaskHandle<void>[] = [];
  const ended: string[] = [];
  const pool = createPool<string, void>({
    queue: createQueue<string>({ policy: fifo(), clock: Date.now }),
    run: () => {},
    onEvent: (event) => {
      if (event.type !== "cancelled") return;
      ended.push(event.id);
      for (const handle of handles) handle.cancel();
    },
  });
  for (const id of ["a", "b", "c"]) handles.push(pool.add({ data: id, id }));
  const report = await pool.close({ graceMs: 0 });
  expect(ended.sort()).toEqual(["a", "b", "c"]);
  expect(pool.metrics().cancelled).toBe(3);
  expect(report.handedBack.map(({ id }) => id)).toEqual(["a"]);
});

test("closing with no grace during a drain ends both, and aborts what runs", async () => {
  const pool = createPool<null, void>({
    queue: createQueue<null>({ policy: fifo(), clock: Date.now }),
    run: (_, { signal }) => new Promise((resolve) => signal.addEventListener("abort", () => resolve())),
  });
  const first = pool.add({ data: null, id: "runs" });
  pool.add({ data: null, id: "waits" });
  const drained = pool.drain();
  await vi.advanceTimersByTimeAsync(1);
  const closing = pool.close({ graceMs: 0 });
  await vi.advanceTimersByTimeAsync(0);
  const report = await closing;
  await drained;
  expect([report.handedBack, report.interrupted].map((tasks) => tasks.map(({ id }) => id))).toEqual([
    ["waits"],
    ["runs"],
  ]);
  expect((await first.done).status).toBe("cancelled");
  await expect(async () => pool.close({ graceMs: Number.NaN })).rejects.toThrow(RangeError);
});

test("a task cancelled while its failure is being judged ends once, as cancelled", async () => {
  const pool = createPool<null, never>({
    queue: createQueue<null>({ policy: fifo(), clock: Date.now }),
    run: () => Promise.reject(new Error("no")),
    retry: { maxAttempts: 5, retryIf: () => new Promise((resolve) => setTimeout(resolve, 100, true)) },
  });
  const handle = pool.add({ data: null });
  await vi.advanceTimersByTimeAsync(50);
  expect(handle.cancel()).toBe(true);
  await vi.advanceTimersByTimeAsync(100);
  expect((await handle.done).status).toBe("cancelled");
  expect(pool.metrics()).toMatchObject({ cancelled: 1, failed: 0, retried: 0, running: 0, depth: 0 });
});

test("a backoff that gives no time fails the task, and its worker goes on", async () => {
  for (const delay of [Number.NaN, Infinity]) {
    const pool = createPool<number, number>({
      queue: createQueue<number>({ policy: fifo(), clock: Date.now }),
      run: (n) => (n === 0 ? Promise.reject(new Error("no")) : n),
      retry: { maxAttempts: 3, backoff: () => delay },
    });
    expect(await pool.add({ data: 0 }).done).toMatchObject({ status: "failed", attempts: 1 });
    expect((await pool.add({ data: 7 }).done).value).toBe(7);
  }
});

test("a policy set while a task runs, and that refuses it, fails its retry and keeps its worker", async () => {
  const queue = createQueue<number>({ policy: fifo(), clock: Date.now });
  const pool = createPool<number, number>({
    queue,
    run: (n) => {
      if (n === 0) {
        queue.setPolicy(priority());
        throw new Error("no");
      }
      return n;
    },
    retry: { maxAttempts: 3, backoff: () => 0 },
  });
  expect(await pool.add({ data: 0, priority: Number.NaN }).done).toMatchObject({ status: "failed" });
  expect((await pool.add({ data: 7 }).done).value).toBe(7);
  await pool.drain();

  const store = createMemoryStore<null>({ policy: fifo(), clock: Date.now });
  await store.add([{ data: null, id: "a", priority: Number.NaN }]);
  const [claim] = await store.claim(1);
  await store.setPolicy(priority());
  expect(
    await store.settle([{ claim: claim!, status: "failed", error: new Error("no"), runMs: 1, delayMs: 0 }]),
  ).toEqual([{ id: "a", state: "failed" }]);
  expect(await store.claim(1)).toEqual([]);
});

test("a key's limit that cannot be had loses no task", () => {
  let limit = Number.NaN;
  const queue = createQueue<number>({ policy: fifo(), keyLimit: perKey(() => limit) });
  queue.enqueue({ data: 1, key: "a" });
  expect(() => queue.dequeue()).toThrow("Expected `keyLimit` to be an integer ≥ 1, got NaN.");
  expect(queue.size).toBe(1);
  limit = 1;
  expect(queue.dequeue()?.task.data).toBe(1);
});

test("a clock that goes backwards makes no time negative, and teaches no policy nonsense", async () => {
  let now = 10_000;
  const queue = createQueue<number>({ policy: shortestJobFirst(), clock: () => now });
  const pool = createPool<number, void>({
    queue,
    run: () => {
      now -= 3_000;
    },
  });
  for (let i = 0; i < 3; i++) {
    const { waitMs, runMs } = await pool.add({ data: i, kind: "k" }).done;
    expect([waitMs, runMs]).toEqual([0, 0]);
  }
  const { busyMs, workerMs, utilisation } = pool.metrics();
  expect([busyMs, workerMs, utilisation]).toEqual([0, 0, 0]);
});

test("a lost task that comes back to the same worker is aborted in its first handler only", async () => {
  const store = createMemoryStore<null>({ policy: fifo(), clock: Date.now, leaseMs: 300 });
  await store.add([{ data: null, id: "x" }]);
  const aborted: number[] = [];
  let stalled = true;
  const extend = store.extend.bind(store);
  store.extend = async (claims) => (stalled ? claims.map(({ id }) => id) : extend(claims));
  const worker = createWorker<null, void>({
    store,
    concurrency: 2,
    pollMs: 50,
    clock: Date.now,
    run: (_, { attempt, signal }) =>
      new Promise((resolve) => {
        signal.addEventListener("abort", () => aborted.push(attempt));
        setTimeout(resolve, 2_000);
      }),
  });
  await vi.advanceTimersByTimeAsync(400);
  stalled = false;
  await vi.advanceTimersByTimeAsync(200);
  expect(aborted).toEqual([1]);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await store.counts()).toMatchObject({ completed: 1 });
  await worker.close();
});

test("a handler that ends as soon as it is aborted does not end the close before its lease is handed back", async () => {
  const store = createMemoryStore<null>({ policy: fifo(), clock: Date.now });
  await store.add([{ data: null, id: "long" }]);
  const release = store.release.bind(store);
  store.release = (claims) => new Promise((resolve) => setTimeout(() => resolve(release(claims)), 50));
  const worker = createWorker<null, void>({
    store,
    clock: Date.now,
    run: (_, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject("aborted"))),
  });
  await vi.advanceTimersByTimeAsync(10);
  const closing = worker.close({ graceMs: 0 }).then(({ released }) => [...released]);
  await vi.advanceTimersByTimeAsync(100);
  expect(await closing).toEqual(["long"]);
  expect((await store.claim(1))[0]).toMatchObject({ id: "long", attempt: 1 });
});

test("a million tasks can be queued and cancelled", () => {
  const queue = createQueue<number>({ policy: priority(), clock: () => 0 });
  const entries = Array.from({ length: 1_000_000 }, (_, i) =>
    queue.enqueue({ data: i, priority: (i * 7_919) % 1_003 }),
  );
  for (const entry of entries) queue.cancel(entry);
  expect(queue.size).toBe(0);
  expect(queue.dequeue()).toBeUndefined();
});
