import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import {
  createWorker,
  fifo,
  type Policy,
  priority,
  type Store,
  type WorkerEvent,
  weightedFair,
} from "@groundwork/scheduler";
import { createPostgresStore, migrate, type PostgresStoreOptions } from "@groundwork/scheduler/postgres";
import { build } from "esbuild";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { engineUrl, freshDatabase } from "./engines.ts";

const url = engineUrl("DATABASE_URL");

interface Line {
  ready?: true;
  started?: string;
  settled?: string;
  state?: string;
  aborted?: string;
  code?: string;
  claimed?: [string, number][];
  report?: { released: string[]; elapsedMs: number };
}

describe.skipIf(url === undefined)("faults, with real processes on a real Postgres (DATABASE_URL)", () => {
  let folder: string;
  let script: string;
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let pool: pg.Pool;
  const children = new Set<ChildProcess>();

  beforeAll(async () => {
    // Where the bundle finds pg.
    folder = await mkdtemp(fileURLToPath(new URL("../../../node_modules/.groundwork-", import.meta.url)));
    script = join(folder, "worker-process.mjs");
    await build({
      entryPoints: [fileURLToPath(new URL("./fixtures/worker-process.ts", import.meta.url))],
      outfile: script,
      bundle: true,
      platform: "node",
      format: "esm",
      external: ["pg"],
      conditions: ["@groundwork/source"],
    });
  });
  afterAll(() => rm(folder, { recursive: true }));

  beforeEach(async () => {
    database = await freshDatabase(url!);
    pool = new pg.Pool({ connectionString: database.url, max: 12 });
    pool.on("error", () => {});
    await migrate(pool);
    await pool.query("create table effects (id text primary key)");
    await pool.query("create table starts (id text, attempt int, pid int, at timestamptz default clock_timestamp())");
  });
  afterEach(async () => {
    for (const child of children) child.kill("SIGKILL");
    children.clear();
    await pool.end();
    await database.drop();
  });

  const storeOf = <T>(
    policy: Policy = fifo(),
    options: Partial<PostgresStoreOptions> = {},
  ): ReturnType<typeof createPostgresStore<T>> => createPostgresStore<T>(pool, { policy, ...options });

  function spawnWorker(options: object): {
    child: ChildProcess;
    lines: Line[];
    until: (seen: (line: Line) => boolean, ms?: number) => Promise<Line>;
  } {
    const child = spawn(
      process.execPath,
      [script, JSON.stringify({ url: database.url, maxAttempts: 5, concurrency: 5, ...options })],
      {
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    children.add(child);
    const lines: Line[] = [];
    createInterface({ input: child.stdout! }).on("line", (line) => lines.push(JSON.parse(line)));
    return { child, lines, until: (seen, ms = 15_000) => eventually(() => lines.find(seen), ms) };
  }

  const ids = (rows: { id: string }[]): string[] => rows.map(({ id }) => id);
  const query = async <R>(text: string): Promise<R[]> => (await pool.query(text)).rows as R[];

  test("a worker killed with -9: its tasks run again within 10 s by default, every effect once, attempts bounded", async () => {
    const store = storeOf<{ runMs: number }>();
    await store.add(Array.from({ length: 40 }, (_, i) => ({ id: `t${i}`, data: { runMs: 150 } })));
    const [victim, survivor] = [spawnWorker({}), spawnWorker({})];
    await Promise.all([victim.until((line) => line.ready === true), survivor.until((line) => line.ready === true)]);
    await victim.until((line) => line.settled !== undefined);
    const killedAt = Date.now();
    victim.child.kill("SIGKILL");
    await eventually(async () => ((await store.counts()).completed === 40 ? true : undefined), 20_000);
    expect(Date.now() - killedAt).toBeLessThan(10_000);
    expect(await query("select id from effects")).toHaveLength(40);
    const [{ most }] = (await query<{ most: number }>(
      "select max(n)::int as most from (select count(*) as n from starts group by id) s",
    )) as [{ most: number }];
    expect(most).toBe(2);
    const twice = await query<{ id: string }>("select id from starts group by id having count(*) = 2");
    expect(twice.length).toBeGreaterThan(0);
    expect(twice.length).toBeLessThanOrEqual(5);
  });

  test("killed between the claim and the start: the task is not lost, and the claim counts as an attempt", async () => {
    const store = storeOf<{ runMs: number }>(fifo(), { leaseMs: 500, sweepMs: 20 });
    await store.add([
      { id: "a", data: { runMs: 1 } },
      { id: "b", data: { runMs: 1 } },
    ]);
    const { child, until } = spawnWorker({ claimOnly: true, leaseMs: 500, concurrency: 2 });
    expect((await until((line) => line.claimed !== undefined)).claimed).toEqual([
      ["a", 1],
      ["b", 1],
    ]);
    child.kill("SIGKILL");
    const claims = await eventually(async () => {
      const got = await store.claim(2);
      return got.length === 2 ? got : undefined;
    });
    expect(claims.map(({ id, attempt }) => [id, attempt])).toEqual([
      ["a", 2],
      ["b", 2],
    ]);
    expect(await query("select id from starts")).toEqual([]);
  });

  test("an event loop blocked for three leases: the old holder is refused and its signal aborts; the effect is once", async () => {
    const store = storeOf<{ runMs: number; kind: string }>(fifo(), { leaseMs: 400, sweepMs: 20 });
    await store.add([{ id: "x", data: { runMs: 1_200, kind: "block" } }]);
    const blocked = spawnWorker({ leaseMs: 400, concurrency: 1 });
    await blocked.until((line) => line.started === "x");
    const states: string[] = [];
    const worker = createWorker({
      store,
      pollMs: 20,
      run: async () => {
        await pool.query("insert into effects (id) values ('x') on conflict do nothing");
      },
      onEvent: (event) => event.type === "settled" && states.push(event.state),
    });
    await eventually(() => (states.length > 0 ? true : undefined));
    const refused = await blocked.until((line) => line.settled === "x");
    await worker.close();
    expect(states).toEqual(["completed"]);
    expect(refused.state).toBe("lost");
    expect(await query("select id from effects")).toHaveLength(1);
    expect((await store.list({ state: "completed" }))[0]).toMatchObject({ id: "x", attempts: 2 });
  });

  test("a task that kills its worker is dead after `maxAttempts`, and the others complete", async () => {
    const store = storeOf<{ runMs: number; kind?: string }>(fifo(), { leaseMs: 400, maxAttempts: 3 });
    await store.add([
      { id: "poison", data: { runMs: 1, kind: "poison" } },
      ...[1, 2, 3].map((i) => ({ id: `good ${i}`, data: { runMs: 5 } })),
    ]);
    for (let restart = 0; restart < 4; restart++) {
      const { child, until } = spawnWorker({ leaseMs: 400, maxAttempts: 3, concurrency: 1 });
      await until((line) => line.ready === true);
      const ended = eventually(async () => {
        const { dead, completed } = await store.counts();
        return dead + completed === 4 ? "all" : child.signalCode !== null ? "killed" : undefined;
      }, 20_000);
      if ((await ended) === "all") break;
    }
    expect(await store.counts()).toMatchObject({ dead: 1, completed: 3 });
    const [dead] = await store.list({ state: "dead" });
    expect(dead).toMatchObject({ id: "poison", attempts: 3 });
    expect(dead!.history.map(({ error }) => error.code)).toEqual(["LEASE_LOST", "LEASE_LOST", "LEASE_LOST"]);
    expect(await query("select 1 from starts where id = 'poison'")).toHaveLength(3);
  });

  test("workers whose clocks are hours apart neither steal leases nor lose delays", async () => {
    const [ahead, behind] = [3_600_000, -3_600_000].map((skew) =>
      storeOf<null>(fifo(), { clock: () => Date.now() + skew, sweepMs: 0.001 }),
    );
    await ahead!.add([
      { id: "a", data: null },
      { id: "later", data: null, delayMs: 600 },
    ]);
    expect(await ahead!.claim(5)).toHaveLength(1);
    expect(await behind!.claim(5)).toEqual([]);
    expect(await ahead!.claim(5)).toEqual([]);
    const claims = await eventually(async () => {
      const got = await behind!.claim(5);
      return got.length > 0 ? got : undefined;
    });
    expect(ids(claims)).toEqual(["later"]);
  });

  test("SIGTERM: what runs ends, nothing more is claimed, and the process exits with 0", async () => {
    const store = storeOf<{ runMs: number }>();
    await store.add(Array.from({ length: 6 }, (_, i) => ({ id: `t${i}`, data: { runMs: 400 } })));
    const { child, until } = spawnWorker({ concurrency: 2 });
    await until((line) => line.started === "t1");
    child.kill("SIGTERM");
    const [code] = await once(child, "exit");
    expect(code).toBe(0);
    expect((await until((line) => line.report !== undefined)).report!.released).toEqual([]);
    expect(await store.counts()).toMatchObject({ completed: 2, waiting: 4, running: 0 });
    expect(new Set(ids(await query("select id from starts")))).toEqual(new Set(["t0", "t1"]));
  });

  test("a second SIGTERM: handlers are aborted, leases released with no attempt burned, and the exit code is not 0", async () => {
    const store = storeOf<{ runMs: number }>();
    await store.add([{ id: "long", data: { runMs: 1_000 } }]);
    const { child, until } = spawnWorker({ concurrency: 2 });
    await until((line) => line.started === "long");
    child.kill("SIGTERM");
    await new Promise((resolve) => setTimeout(resolve, 100));
    child.kill("SIGTERM");
    expect((await until((line) => line.report !== undefined)).report!.released).toEqual(["long"]);
    expect(await until((line) => line.aborted === "long")).toMatchObject({ code: "POOL_CLOSED" });
    expect((await store.claim(1))[0]).toMatchObject({ id: "long", attempt: 1 });
    const [code] = await once(child, "exit");
    expect(code).toBe(1);
  });

  test("a tenant that floods the queue does not hold up the others", async () => {
    const store = storeOf<null>(weightedFair());
    await store.add(Array.from({ length: 3_000 }, (_, i) => ({ id: `flood ${i}`, data: null, tenant: "flood" })));
    await store.claim(50);
    await store.add(Array.from({ length: 40 }, (_, i) => ({ id: `t${i}`, data: null, tenant: `light ${i % 4}` })));
    const next = ids(await store.claim(60));
    // Five tenants in turn: the forty light tasks are among the next fifty-one.
    expect(next.slice(0, 51).filter((id) => id.startsWith("t"))).toHaveLength(40);
  });

  for (const policy of [fifo, weightedFair]) {
    test(`eight claimers with batches of 500, ${policy().name}: no deadlock comes out, and nothing is claimed twice`, async () => {
      const store = storeOf<null>(policy(), { leaseMs: 60_000 });
      const total = 6_000;
      for (let i = 0; i < total; i += 2_000) {
        await store.add(
          Array.from({ length: 2_000 }, (_, j) => ({ id: `t${i + j}`, data: null, tenant: `x${j % 7}` })),
        );
      }
      const claimed = new Map<string, number>();
      const claimer = async (): Promise<void> => {
        const own = storeOf<null>(policy(), { leaseMs: 60_000, sweepMs: 5 });
        for (let empty = 0; empty < 3; ) {
          const claims = await own.claim(500);
          empty = claims.length === 0 ? empty + 1 : 0;
          for (const { id } of claims) claimed.set(id, (claimed.get(id) ?? 0) + 1);
          const results = await own.settle(
            [...claims].reverse().map((claim) => ({ claim, status: "completed", runMs: 1 })),
          );
          expect(results.every(({ state }) => state === "completed")).toBe(true);
        }
      };
      await Promise.all(Array.from({ length: 8 }, claimer));
      expect(claimed.size).toBe(total);
      expect(Math.max(...claimed.values())).toBe(1);
      expect((await store.counts()).completed).toBe(total);
    });
  }

  test("under a limit by key, eight claimers at once never go beyond it", async () => {
    const store = storeOf<null>(fifo(), { keyLimit: 3 });
    await store.add(Array.from({ length: 60 }, (_, i) => ({ id: `t${i}`, data: null, key: `k${i % 2}` })));
    const running = new Map<string, number>();
    let [most, done] = [0, 0];
    const claimer = async (): Promise<void> => {
      const own = storeOf<null>(fifo(), { keyLimit: 3 });
      while (done < 60) {
        const claims = await own.claim(2);
        for (const { task } of claims) {
          running.set(task.key!, (running.get(task.key!) ?? 0) + 1);
          most = Math.max(most, running.get(task.key!)!);
        }
        for (const { task } of claims) running.set(task.key!, running.get(task.key!)! - 1);
        await own.settle(claims.map((claim) => ({ claim, status: "completed", runMs: 1 })));
        done += claims.length;
      }
    };
    await Promise.all(Array.from({ length: 8 }, claimer));
    expect(most).toBeLessThanOrEqual(3);
    expect((await store.counts()).completed).toBe(60);
  });

  test("tasks added by a transaction exist if and only if it commits", async () => {
    for (const policy of [fifo(), weightedFair()]) {
      const store = storeOf<null>(policy, { queue: policy.name });
      const client = await pool.connect();
      await client.query("begin");
      await store.add([{ id: "undone", data: null }], { tx: client });
      expect((await store.counts()).waiting).toBe(0);
      await client.query("rollback");
      await client.query("begin");
      await store.add([{ id: "done", data: null }], { tx: client });
      await client.query("commit");
      client.release();
      expect(ids(await store.claim(5))).toEqual(["done"]);
    }
  });

  test("the policy changes while others add: in the end every task is ranked by the new one", async () => {
    const [first, second] = [
      storeOf<null>(fifo(), { policies: [priority()] }),
      storeOf<null>(fifo(), { policies: [priority()] }),
    ];
    const adding = Promise.all(
      [first, second, first, second].map(async (store, adder) => {
        for (let i = 0; i < 25; i++)
          await store!.add([{ id: `${adder}-${i}`, data: null, priority: (i * 7 + adder) % 10 }]);
      }),
    );
    await eventually(async () => ((await first!.counts()).waiting > 20 ? true : undefined));
    await second!.setPolicy(priority());
    await adding;
    const claims = await first!.claim(200);
    expect(claims).toHaveLength(100);
    const served = claims.map(({ task }) => task.priority!);
    expect(served).toEqual([...served].sort((a, b) => b - a));
  });

  test("a store that was not given the queue's policy says so, and can change it", async () => {
    await storeOf<null>(fifo()).add([{ data: null, id: "a" }]);
    const stranger = storeOf<null>(weightedFair());
    const mismatch = { code: "POLICY_MISMATCH", policy: "fifo" };
    await expect(stranger.add([{ data: null }])).rejects.toMatchObject(mismatch);
    await expect(stranger.claim(1)).rejects.toMatchObject(mismatch);
    await stranger.setPolicy(weightedFair());
    expect(ids(await stranger.claim(1))).toEqual(["a"]);
    await expect(storeOf<null>(fifo()).claim(1)).rejects.toMatchObject({ policy: "weighted-fair" });
  });

  test("the database goes away and comes back: the worker goes on", async () => {
    const events: WorkerEvent[] = [];
    const store: Store<{ runMs: number }> = storeOf();
    const worker = createWorker({ store, pollMs: 20, run: () => {}, onEvent: (event) => events.push(event) });
    const name = new URL(database.url).pathname.slice(1);
    const admin = new pg.Client(url!);
    await admin.connect();
    await admin.query(`alter database ${name} allow_connections false`);
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    await eventually(() => (events.some(({ type }) => type === "error") ? true : undefined));
    await admin.query(`alter database ${name} allow_connections true`);
    await admin.end();
    await eventually(
      async () => (await store.add([{ id: "after", data: { runMs: 1 } }]).catch(() => undefined)) ?? undefined,
    );
    await eventually(() =>
      events.some((event) => event.type === "settled" && event.state === "completed") ? true : undefined,
    );
    await worker.close();
  });
});

async function eventually<T>(look: () => T | undefined | Promise<T | undefined>, ms = 15_000): Promise<T> {
  for (const until = Date.now() + ms; Date.now() < until; ) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`Not seen within ${ms} ms.`);
}
