import { fifo, type Policy, type Store, weightedFair } from "@groundwork/scheduler";
import { createPostgresStore } from "@groundwork/scheduler/postgres";
import { describe, expect, test } from "vitest";
import { engineUrl } from "./engines.ts";
import { generator } from "./faults-model.ts";
import { faultHarness, killOneOfTwo } from "./process-faults.ts";
import { sharedPostgres, sharedRedis } from "./processes.ts";

const database = engineUrl("DATABASE_URL");
const redis = engineUrl("REDIS_URL");

describe.skipIf(database === undefined)("for long, on a real Postgres (DATABASE_URL)", () => {
  const harness = faultHarness(() => sharedPostgres(database!));

  test("twenty times, a worker killed with -9 at a seeded moment", async () => {
    const random = generator(20);
    for (let time = 0; time < 20; time++) await killOneOfTwo(harness, random() * 500, `${time}-`);
  }, 600_000);

  for (const policy of [fifo, weightedFair] as (() => Policy)[]) {
    test(`eight claimers with batches of 500 for 60 s, ${policy().name}: no deadlock comes out, and nothing is claimed twice`, async () => {
      const open = (): Store<null> =>
        createPostgresStore(harness.engine.pool, { policy: policy(), leaseMs: 120_000, sweepMs: 5 });
      const claimed = new Set<string>();
      const until = Date.now() + 60_000;
      let added = 0;
      const adder = async (): Promise<void> => {
        for (const store = open(); Date.now() < until; ) {
          if (added - claimed.size > 20_000) await new Promise((resolve) => setTimeout(resolve, 20));
          else {
            const tasks = Array.from({ length: 1_000 }, (_, i) => ({ data: null, tenant: `x${i % 7}` }));
            added += (await store.add(tasks)).length;
          }
        }
      };
      const claimer = async (): Promise<void> => {
        for (const store = open(); Date.now() < until || claimed.size < added; ) {
          const claims = await store.claim(500);
          for (const { id } of claims) {
            expect(claimed.has(id), "claimed twice").toBe(false);
            claimed.add(id);
          }
          // Against the order in which they were claimed, as a deadlock would like it.
          const ended = claims.reverse().map((claim) => ({ claim, status: "completed" as const, runMs: 1 }));
          for (const { state } of await store.settle(ended)) expect(state).toBe("completed");
        }
      };
      await Promise.all([adder(), ...Array.from({ length: 8 }, claimer)]);
      expect(claimed.size).toBe(added);
      expect((await open().counts()).completed).toBe(added);
      expect(added).toBeGreaterThan(20_000);
    }, 300_000);
  }

  test("a tenant that floods the queue with 100,000 tasks does not hold up the others, and shares keep to the weights", async () => {
    const weights = { flood: 1, "light 0": 1, "light 1": 2, "light 2": 3, "light 3": 1 };
    const store = createPostgresStore<null>(harness.engine.pool, { policy: weightedFair({ weights }) });
    for (let i = 0; i < 100; i++) {
      await store.add(Array.from({ length: 1_000 }, () => ({ data: null, tenant: "flood" })));
    }
    await store.claim(50);
    const lights = Object.keys(weights).slice(1);
    for (const tenant of lights) await store.add(Array.from({ length: 500 }, () => ({ data: null, tenant })));
    const served: string[] = [];
    while (served.length < 1_200) served.push(...(await store.claim(100)).map(({ task }) => task.tenant!));
    // All have work for the first 1,200: eight shares of 150.
    for (const [tenant, weight] of Object.entries(weights)) {
      const share = served.filter((each) => each === tenant).length / served.length;
      expect(Math.abs(share / (weight / 8) - 1), tenant).toBeLessThan(0.05);
      expect(served.slice(0, 9)).toContain(tenant);
    }
  }, 300_000);
});

describe.skipIf(redis === undefined)("for long, on BullMQ and a real Redis (REDIS_URL)", () => {
  const harness = faultHarness(() => sharedRedis(redis!));

  test("twenty times, a worker killed with -9 at a seeded moment", async () => {
    const random = generator(21);
    for (let time = 0; time < 20; time++) await killOneOfTwo(harness, random() * 500, `${time}-`);
  }, 600_000);
});
