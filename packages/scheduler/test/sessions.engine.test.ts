import {
  createWorker,
  fifo,
  type Policy,
  priority,
  type Store,
  type WorkerEvent,
  weightedFair,
} from "@groundwork/scheduler";
import { createPostgresStore, type PostgresStoreOptions } from "@groundwork/scheduler/postgres";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { engineUrl } from "./engines.ts";
import { eventually, sharedPostgres } from "./processes.ts";

const url = engineUrl("DATABASE_URL");

describe.skipIf(url === undefined)("many sessions of one Postgres (DATABASE_URL)", () => {
  let database: Awaited<ReturnType<typeof sharedPostgres>>;
  let pool: pg.Pool;

  beforeEach(async () => {
    database = await sharedPostgres(url!);
    pool = database.pool;
  });
  afterEach(() => database.close());

  const storeOf = <T>(
    policy: Policy = fifo(),
    options: Partial<PostgresStoreOptions> = {},
  ): ReturnType<typeof createPostgresStore<T>> => createPostgresStore<T>(pool, { policy, ...options });
  const ids = (rows: { id: string }[]): string[] => rows.map(({ id }) => id);

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

  describe("a lease that runs out exactly at the hand-back", () => {
    const expire = "update groundwork_scheduler_tasks set lease_until = clock_timestamp() where state = 'running'";

    test("one of the two has each task, whoever comes first: attempts count if and only if the lease ran out", async () => {
      const holder = storeOf<null>(fifo(), { sweepMs: 1e9 });
      const other = storeOf<null>(fifo(), { sweepMs: 0.001 });
      let [handedBack, lapsed] = [0, 0];
      for (let round = 0; round < 30; round++) {
        const prefix = `r${round}-`;
        await holder.add(Array.from({ length: 8 }, (_, i) => ({ id: `${prefix}${i}`, data: null })));
        const held = await holder.claim(8);
        await pool.query(expire);
        // The tasks are handed back in four statements, while others take back what ran out.
        const [released, ...claims] = await Promise.all([
          Promise.all([0, 2, 4, 6].map((i) => holder.release(held.slice(i, i + 2)))),
          other.claim(8),
          other.claim(8),
        ]);
        const back = new Set(released.flat());
        const again = [...claims.flat(), ...(await other.claim(8))];
        expect(ids(again).sort()).toEqual(ids(held).sort());
        for (const { id, attempt } of again) expect({ id, attempt }).toEqual({ id, attempt: back.has(id) ? 1 : 2 });
        // The old claims are worth nothing to their holder, though it would have gone on.
        expect(await holder.extend(held)).toEqual([]);
        const ended = await other.settle(again.map((claim) => ({ claim, status: "completed", runMs: 1 })));
        expect(ended.every(({ state }) => state === "completed")).toBe(true);
        handedBack += back.size;
        lapsed += held.length - back.size;
      }
      const histories = (await other.list({ state: "completed", limit: 1_000 })).map(({ history }) => history.length);
      expect(histories.reduce((sum, length) => sum + length, 0)).toBe(lapsed);
      expect(handedBack + lapsed).toBe(240);
    });

    test("the hand-back is under way when the lease runs out: it stands", async () => {
      const store = storeOf<null>(fifo(), { sweepMs: 0.001 });
      await store.add([{ id: "a", data: null }]);
      const held = await store.claim(1);
      await pool.query(expire);
      const client = await pool.connect();
      await client.query("begin");
      const releasing = createPostgresStore<null>(client, { policy: fifo() });
      expect(await releasing.release(held)).toEqual(["a"]);
      // Until that commits, the row is locked: the sweep passes over it.
      expect(await store.claim(1)).toEqual([]);
      await client.query("commit");
      client.release();
      expect(await store.claim(1)).toMatchObject([{ id: "a", attempt: 1 }]);
    });

    test("the lease is being taken back when the hand-back comes: that waits, and finds nothing to hand back", async () => {
      const store = storeOf<null>(fifo(), { sweepMs: 1e9 });
      await store.add([{ id: "a", data: null }]);
      const held = await store.claim(1);
      await pool.query(expire);
      const client = await pool.connect();
      await client.query("begin");
      // On this connection the sweep and the claim after it are one transaction.
      const taking = createPostgresStore<null>(client, { policy: fifo(), sweepMs: 0.001 });
      const [taken] = await taking.claim(1);
      expect(taken).toMatchObject({ id: "a", attempt: 2 });
      const releasing = store.release(held);
      const waits = "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%attempts - 1%'";
      await eventually(async () => ((await pool.query(waits)).rowCount! > 0 ? true : undefined));
      await client.query("commit");
      client.release();
      expect(await releasing).toEqual([]);
      expect(await store.settle([{ claim: taken!, status: "completed", runMs: 1 }])).toEqual([
        { id: "a", state: "completed" },
      ]);
    });
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
    const name = new URL(database.address.url).pathname.slice(1);
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
