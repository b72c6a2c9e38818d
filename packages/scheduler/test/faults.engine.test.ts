import { describe, expect, test } from "vitest";
import { engineUrl } from "./engines.ts";
import { exitOf, faultHarness, processFaults } from "./process-faults.ts";
import { eventually, sharedPostgres, sharedRedis } from "./processes.ts";

const database = engineUrl("DATABASE_URL");
if (database === undefined) test.skip("faults of processes on Postgres: DATABASE_URL is not set", () => {});
else {
  processFaults("faults, with real processes on a real Postgres", () => sharedPostgres(database));

  describe("and where the database takes its part", () => {
    const harness = faultHarness(() => sharedPostgres(database));

    test("SIGTERM while a claim is under way: what it brings is handed back, with no attempt burned", async () => {
      const { pool, store: open, starts } = harness.engine;
      const store = open();
      const { child, until } = harness.spawn();
      await until((line) => line.ready === true);
      const blocker = await pool.connect();
      await blocker.query("begin");
      await blocker.query("lock table groundwork_scheduler_tasks in share row exclusive mode");
      await blocker.query(
        `insert into groundwork_scheduler_tasks (queue, id, state, rank, data, task, max_attempts, arrived_ms, run_at)
          values ('default', 'a', 'waiting', 0, '{"runMs":1}', '{}', 5, 0, now())`,
      );
      // A claim is one that waits for the table.
      const waits = "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%skip locked%'";
      await eventually(async () => ((await pool.query(waits)).rowCount! > 0 ? true : undefined));
      child.kill("SIGTERM");
      await new Promise((resolve) => setTimeout(resolve, 100));
      await blocker.query("commit");
      blocker.release();
      expect(await exitOf(child)).toBe(0);
      expect(await starts()).toEqual([]);
      expect(await store.counts()).toMatchObject({ waiting: 1, running: 0 });
      expect((await store.claim(1))[0]).toMatchObject({ id: "a", attempt: 1 });
    });

    test("cancelling what runs in another process aborts it there; it ends once, and its worker goes on", async () => {
      const store = harness.engine.store({ leaseMs: 600 });
      await store.add([{ id: "long", data: { runMs: 20_000 } }]);
      const { child, until, lines } = harness.spawn({ leaseMs: 600, concurrency: 1 });
      await until((line) => line.started === "long");
      expect(await store.cancel(["long"])).toEqual(["long"]);
      expect(await store.cancel(["long"])).toEqual([]);
      expect((await until((line) => line.aborted === "long")).code).toBe("LEASE_LOST");
      await store.add([{ id: "next", data: { runMs: 1 } }]);
      await until((line) => line.settled === "next");
      child.kill("SIGTERM");
      expect(await exitOf(child)).toBe(0);
      expect(lines.filter(({ settled }) => settled === "long").map(({ state }) => state)).toEqual(["lost"]);
      expect(await harness.engine.effects()).toEqual(["next"]);
      expect(await store.counts()).toMatchObject({ cancelled: 1, running: 0, completed: 1 });
    });
  });
}

const redis = engineUrl("REDIS_URL");
if (redis === undefined) test.skip("faults of processes on Redis: REDIS_URL is not set", () => {});
else processFaults("faults, with real processes on BullMQ and a real Redis", () => sharedRedis(redis));
