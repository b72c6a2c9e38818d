import { randomBytes } from "node:crypto";
import {
  createQueue,
  earliestDeadlineFirst,
  fifo,
  multilevelFeedback,
  type Policy,
  priority,
  roundRobin,
  type Store,
  shortestJobFirst,
  type Task,
  weightedFair,
} from "@groundwork/scheduler";
import { createBullStore } from "@groundwork/scheduler/bullmq";
import fc from "fast-check";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { engineUrl, pgliteEngine, postgresEngine, type StoreEngine } from "./engines.ts";

const start = Math.floor(Date.now() / 1_000) * 1_000;
let now = start;

// Deadlines are whole seconds, the width of BullMQ's buckets, and priorities integers, so that every engine can carry them.
const task: fc.Arbitrary<Omit<Task<null>, "data">> = fc.record(
  {
    priority: fc.integer({ min: -3, max: 3 }),
    cost: fc.double({ min: 0, max: 50, noNaN: true }),
    deadline: fc.integer({ min: 0, max: 9 }).map((n) => start + n * 1_000),
    kind: fc.constantFrom("a", "b"),
    tenant: fc.constantFrom("x", "y", "__proto__"),
    weight: fc.double({ min: 0.1, max: 9, noNaN: true }),
  },
  { requiredKeys: [] },
);
/** Batches that arrive, each followed by so many claims, some time apart. */
const schedule = fc.array(
  fc.record({ batch: fc.array(task, { maxLength: 12 }), claims: fc.nat(8), gapMs: fc.nat(400) }),
  { minLength: 1, maxLength: 5 },
);

const policies: [() => Policy, bull: boolean][] = [
  [fifo, true],
  [priority, true],
  [() => priority({ agingMs: 150 }), false],
  [shortestJobFirst, false],
  [() => shortestJobFirst({ stretch: 7 }), false],
  [earliestDeadlineFirst, true],
  [roundRobin, false],
  [weightedFair, false],
  [() => multilevelFeedback({ boostMs: 300 }), false],
];

type Step = { batch: Omit<Task<null>, "data">[]; claims: number; gapMs: number };

function expectedOrder(policy: Policy, steps: readonly Step[]): string[] {
  now = start;
  const queue = createQueue<null>({ policy, clock: () => now });
  const order: string[] = [];
  const take = (): boolean => {
    const entry = queue.dequeue();
    if (entry) order.push(entry.id);
    return entry !== undefined;
  };
  let made = 0;
  for (const { batch, claims, gapMs } of steps) {
    for (const fields of batch) queue.enqueue({ data: null, id: `t${made++}`, ...fields });
    for (let i = 0; i < claims; i++) take();
    now += gapMs;
  }
  while (take());
  return order;
}

async function storedOrder(store: Store<null>, steps: readonly Step[]): Promise<string[]> {
  now = start;
  const order: string[] = [];
  let made = 0;
  for (const { batch, claims, gapMs } of steps) {
    await store.add(batch.map((fields) => ({ data: null, id: `t${made++}`, ...fields })));
    if (claims > 0) order.push(...(await store.claim(claims)).map(({ id }) => id));
    now += gapMs;
  }
  for (let claims = await store.claim(7); claims.length > 0; claims = await store.claim(7)) {
    order.push(...claims.map(({ id }) => id));
  }
  return order;
}

async function agree(make: (policy: Policy) => Store<null>, kinds: typeof policies, numRuns: number): Promise<void> {
  for (const [policy] of kinds) {
    const property = fc.asyncProperty(schedule, async (steps) => {
      expect(await storedOrder(make(policy()), steps), policy().name).toEqual(expectedOrder(policy(), steps));
    });
    await fc.assert(property, { seed: 2026, numRuns });
  }
}

function sameOrder(name: string, engine: StoreEngine): void {
  describe(name, () => {
    beforeAll(() => engine.open(), 60_000);
    afterAll(() => engine.close());
    test("serves random tasks under every policy in the order of memory", () =>
      agree((policy) => engine.make<null>(policy, { clock: () => now }), policies, 4));
  });
}

sameOrder("PGlite", pgliteEngine());

const database = engineUrl("DATABASE_URL");
if (database !== undefined) sameOrder("Postgres", postgresEngine(database));
else test.skip("one order on Postgres: DATABASE_URL is not set", () => {});

const redis = engineUrl("REDIS_URL");
test.skipIf(redis === undefined)(
  "BullMQ serves random tasks under the policies that it carries in the order of memory (REDIS_URL)",
  async () => {
    const prefix = `groundwork-test-${randomBytes(6).toString("hex")}`;
    const connection = new Redis(redis!, { maxRetriesPerRequest: null });
    const stores: { close(): Promise<void> }[] = [];
    let queues = 0;
    const make = (policy: Policy): Store<null> => {
      const store = createBullStore<null>({ connection, prefix, queue: `q${queues++}`, policy, leaseMs: 60_000 });
      stores.push(store);
      return store;
    };
    const carried = policies.filter(([, bull]) => bull);
    try {
      await agree(make, carried, 6);
    } finally {
      for (const store of stores) await store.close();
      const keys = await connection.keys(`${prefix}:*`);
      if (keys.length > 0) await connection.del(keys);
      await connection.quit();
    }
  },
);
