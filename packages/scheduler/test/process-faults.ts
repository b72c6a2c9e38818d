import { once } from "node:events";
import { createWorker } from "@groundwork/scheduler";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  eventually,
  type ProcessOptions,
  type SharedEngine,
  type WorkerProcess,
  workerProcesses,
} from "./processes.ts";

type Processes = Awaited<ReturnType<typeof workerProcesses>>;

/** Where a test finds its engine and its worker processes. */
export interface FaultHarness<E extends SharedEngine = SharedEngine> {
  readonly engine: E;
  spawn: (options?: Omit<ProcessOptions, "url" | "redis">) => WorkerProcess;
}

/** Every test has an engine of its own; nothing of it outlives the test. */
export function faultHarness<E extends SharedEngine>(open: () => Promise<E>): FaultHarness<E> {
  let processes: Processes;
  let engine: E;
  beforeAll(async () => {
    processes = await workerProcesses();
  });
  afterAll(() => processes.remove());
  beforeEach(async () => {
    engine = await open();
  });
  afterEach(async () => {
    processes.killAll();
    await engine.close();
  });
  return {
    get engine() {
      return engine;
    },
    spawn: (options = {}) => processes.spawn({ ...engine.address, ...options }),
  };
}

/**
 * One of two workers is killed with -9 so long after its first task has ended. Every task completes, one effect each, in
 * no more attempts than the crash explains, within 10 s of the crash under the default lease.
 */
export async function killOneOfTwo({ engine, spawn }: FaultHarness, afterMs: number, name = "t"): Promise<void> {
  const store = engine.store();
  const ids = Array.from({ length: 40 }, (_, i) => `${name}${i}`);
  const before = (await store.counts()).completed;
  await store.add(ids.map((id) => ({ id, data: { runMs: 150 } })));
  const [victim, survivor] = [spawn(), spawn()];
  await Promise.all([victim.until((line) => line.ready === true), survivor.until((line) => line.ready === true)]);
  await victim.until((line) => line.settled !== undefined);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  const killedAt = Date.now();
  victim.child.kill("SIGKILL");
  await eventually(async () => ((await store.counts()).completed === before + ids.length ? true : undefined), 20_000);
  expect(Date.now() - killedAt).toBeLessThan(10_000);
  survivor.child.kill("SIGKILL");
  const effects = new Set(await engine.effects());
  expect(ids.filter((id) => !effects.has(id))).toEqual([]);
  const starts = new Map<string, number>();
  for (const id of await engine.starts()) starts.set(id, (starts.get(id) ?? 0) + 1);
  const twice = ids.filter((id) => starts.get(id)! > 1);
  expect(Math.max(...ids.map((id) => starts.get(id)!))).toBeLessThanOrEqual(2);
  // What five at once had begun.
  expect(twice.length).toBeLessThanOrEqual(5);
}

/** What real processes must not be able to break, whatever engine keeps their tasks. */
export function processFaults(name: string, open: () => Promise<SharedEngine>): void {
  describe(name, () => {
    const harness = faultHarness(open);
    const { spawn } = harness;

    test("a worker killed with -9: its tasks run again within 10 s by default, every effect once, attempts bounded", () =>
      killOneOfTwo(harness, 40));

    test("killed between the claim and the start: the task is not lost, and the claim counts as an attempt", async () => {
      const store = harness.engine.store({ leaseMs: 500, sweepMs: 20 });
      await store.add(["a", "b"].map((id) => ({ id, data: { runMs: 1 } })));
      const { child, until } = spawn({ claimOnly: true, leaseMs: 500, concurrency: 2 });
      const { claimed } = await until((line) => line.claimed !== undefined);
      expect(claimed).toEqual([
        ["a", 1],
        ["b", 1],
      ]);
      child.kill("SIGKILL");
      const again: [string, number][] = [];
      await eventually(async () => {
        again.push(...(await store.claim(2)).map(({ id, attempt }): [string, number] => [id, attempt]));
        return again.length >= 2 ? true : undefined;
      });
      expect(again.sort()).toEqual([
        ["a", 2],
        ["b", 2],
      ]);
      expect(await harness.engine.starts()).toEqual([]);
    });

    test("an event loop blocked for three leases: the old holder is refused and its signal aborts; the effect is once", async () => {
      const { engine } = harness;
      const store = engine.store({ leaseMs: 400, sweepMs: 20 });
      await store.add([{ id: "x", data: { runMs: 1_200, kind: "block" } }]);
      const blocked = spawn({ leaseMs: 400, concurrency: 1 });
      await blocked.until((line) => line.started === "x");
      const states: string[] = [];
      const worker = createWorker({
        store,
        pollMs: 20,
        run: () => engine.effect("x").then(() => null),
        onEvent: (event) => event.type === "settled" && states.push(event.state),
      });
      await eventually(() => (states.length > 0 ? true : undefined));
      const refused = await blocked.until((line) => line.settled === "x");
      expect((await blocked.until((line) => line.aborted === "x")).code).toBe("LEASE_LOST");
      await worker.close();
      expect(states).toEqual(["completed"]);
      expect(refused.state).toBe("lost");
      expect(await engine.effects()).toEqual(["x"]);
      expect((await store.list({ state: "completed" }))[0]).toMatchObject({ id: "x", attempts: 2 });
    });

    test("a task that kills its worker is dead after `maxAttempts`, and the others complete", async () => {
      const store = harness.engine.store({ leaseMs: 400, maxAttempts: 3 });
      await store.add([
        { id: "poison", data: { runMs: 1, kind: "poison" } },
        ...[1, 2, 3].map((i) => ({ id: `good ${i}`, data: { runMs: 5 } })),
      ]);
      for (let restart = 0; restart < 4; restart++) {
        const { child, until } = spawn({ leaseMs: 400, maxAttempts: 3, concurrency: 1 });
        await until((line) => line.ready === true);
        const ended = eventually(async () => {
          const { dead, completed } = await store.counts();
          return dead + completed === 4 ? "all" : child.signalCode !== null ? "killed" : undefined;
        }, 20_000);
        if ((await ended) === "all") break;
      }
      expect(await store.counts()).toMatchObject({ dead: 1, completed: 3 });
      const [dead] = await store.list({ state: "dead" });
      expect(dead!.id).toBe("poison");
      expect(dead!.history.at(-1)!.error.code).toBe("LEASE_LOST");
      expect((await harness.engine.starts()).filter((id) => id === "poison")).toHaveLength(3);
    });

    test("SIGTERM: what runs ends, nothing more is claimed, and the process exits with 0", async () => {
      const store = harness.engine.store();
      await store.add(Array.from({ length: 6 }, (_, i) => ({ id: `t${i}`, data: { runMs: 400 } })));
      const { child, until } = spawn({ concurrency: 2 });
      await until((line) => line.started === "t1");
      child.kill("SIGTERM");
      expect(await exitOf(child)).toBe(0);
      expect((await until((line) => line.report !== undefined)).report!.released).toEqual([]);
      expect(await store.counts()).toMatchObject({ completed: 2, waiting: 4, running: 0 });
      expect((await harness.engine.starts()).sort()).toEqual(["t0", "t1"]);
    });

    test("SIGTERM during a backoff: the process exits at once, and the retry is kept for another", async () => {
      const store = harness.engine.store();
      await store.add([{ id: "later", data: { runMs: 1, kind: "fail" } }]);
      const { child, until } = spawn({ backoffMs: 60_000 });
      await until((line) => line.state === "delayed");
      child.kill("SIGTERM");
      expect(await exitOf(child)).toBe(0);
      expect((await until((line) => line.report !== undefined)).report!.released).toEqual([]);
      const [kept] = await store.list({ state: "delayed" });
      expect(kept).toMatchObject({ id: "later", attempts: 1, history: [{ attempt: 1, error: { message: "down" } }] });
    });

    test("a second SIGTERM: handlers are aborted, leases released with no attempt burned, and the exit code is not 0", async () => {
      const store = harness.engine.store();
      await store.add([{ id: "long", data: { runMs: 1_000 } }]);
      const { child, until } = spawn({ concurrency: 2 });
      await until((line) => line.started === "long");
      child.kill("SIGTERM");
      await new Promise((resolve) => setTimeout(resolve, 100));
      child.kill("SIGTERM");
      expect((await until((line) => line.report !== undefined)).report!.released).toEqual(["long"]);
      expect(await until((line) => line.aborted === "long")).toMatchObject({ code: "POOL_CLOSED" });
      expect((await store.claim(1))[0]).toMatchObject({ id: "long", attempt: 1 });
      expect(await exitOf(child)).toBe(1);
    });
  });
}

/** The code that a process exits with, or exited with. */
export async function exitOf(child: WorkerProcess["child"]): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.exitCode;
}
