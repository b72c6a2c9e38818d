import { createPool, createQueue, fifo } from "@groundwork/scheduler";
import { createThreads } from "@groundwork/scheduler/threads";
import { afterAll, expect, test } from "vitest";

interface Work {
  work: string;
  n?: number;
}

const threads = createThreads<Work, unknown>({
  filename: new URL("./fixtures/thread.mjs", import.meta.url).href,
  maxThreads: 2,
});
const poolOf = (options: object = {}): ReturnType<typeof createPool<Work, unknown>> =>
  createPool({ queue: createQueue<Work>({ policy: fifo() }), run: threads.run, concurrency: 2, ...options });

afterAll(() => threads.close());

test("tasks run on threads and give their results", async () => {
  const pool = poolOf();
  const results = await Promise.all([1, 2, 3, 4].map((n) => pool.add({ data: { work: "square", n } }).done));
  expect(results.map(({ value }) => value)).toEqual([1, 4, 9, 16]);
  expect((await pool.add({ data: { work: "context" }, id: "x" }).done).value).toEqual({ id: "x", attempt: 1 });
  expect(threads.threads).toBeLessThanOrEqual(2);
});

test("what a thread throws is the error of the task", async () => {
  expect(await poolOf().add({ data: { work: "unknown" } }).done).toMatchObject({
    status: "failed",
    error: new RangeError("no unknown"),
  });
});

test("a crash burns an attempt of its task, and the others go on", async () => {
  const pool = poolOf({ retry: { maxAttempts: 2, backoff: () => 0 } });
  const crash = pool.add({ data: { work: "crash" } }).done;
  const good = pool.add({ data: { work: "square", n: 5 } }).done;
  expect(await crash).toMatchObject({ status: "dead", attempts: 2 });
  expect(await good).toMatchObject({ status: "completed", value: 25 });
});

test("a time-out stops an endless loop, and its thread's place is free again", async () => {
  const pool = poolOf({ timeoutMs: 2_000, concurrency: 1 });
  const endless = pool.add({ data: { work: "loop" } }).done;
  const next = pool.add({ data: { work: "square", n: 3 } }).done;
  expect(await endless).toMatchObject({ status: "failed", error: { code: "ATTEMPT_TIMEOUT" } });
  expect(await next).toMatchObject({ status: "completed", value: 9 });
  await pool.drain();
  expect(pool.metrics().running).toBe(0);
});
