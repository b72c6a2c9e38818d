import { randomBytes } from "node:crypto";
import {
  earliestDeadlineFirst,
  fifo,
  type Policy,
  priority,
  roundRobin,
  shortestJobFirst,
  weightedFair,
} from "@groundwork/scheduler";
import { type BullStore, createBullStore } from "@groundwork/scheduler/bullmq";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { engineUrl } from "./engines.ts";

const url = engineUrl("REDIS_URL");

describe.skipIf(url === undefined)("the BullMQ store on Redis (REDIS_URL)", () => {
  const prefix = `groundwork-test-${randomBytes(6).toString("hex")}`;
  const stores: BullStore[] = [];
  let connection: Redis;
  let queues = 0;

  const make = <T>(policy: Policy, options: { leaseMs?: number; maxAttempts?: number } = {}): BullStore<T> => {
    const store = createBullStore<T>({ connection, prefix, queue: `q${queues++}`, policy, ...options });
    stores.push(store as BullStore);
    return store;
  };

  beforeAll(() => {
    connection = new Redis(url!, { maxRetriesPerRequest: null });
  });

  afterAll(async () => {
    for (const store of stores) await store.close();
    const keys = await connection.keys(`${prefix}:*`);
    if (keys.length > 0) await connection.del(keys);
    await connection.quit();
  });

  test("refuses what its integers cannot carry, and names Postgres", () => {
    for (const policy of [weightedFair(), roundRobin(), shortestJobFirst(), priority({ agingMs: 5 })]) {
      expect(() => make(policy)).toThrow("createPostgresStore() serves by every policy.");
    }
  });

  test("refuses priorities and deadlines beyond its range", async () => {
    await expect(make<null>(priority()).add([{ data: null, priority: 0.5 }])).rejects.toThrow(RangeError);
    await expect(make<null>(priority()).add([{ data: null, priority: 2 ** 20 }])).rejects.toThrow(
      "createPostgresStore()",
    );
    await expect(make<null>(earliestDeadlineFirst()).add([{ data: null, deadline: 8e15 }])).rejects.toThrow("bucketMs");
    await expect(make<null>(fifo()).add([{ data: null }], { tx: connection as never })).rejects.toThrow(TypeError);
  });

  test("gives back what was added, completes, and refuses an old claim", async () => {
    const store = make<unknown>(fifo());
    const data = [null, 0, "\u0000'", { ["__proto__"]: 1 }];
    const ids = ["__proto__", "a:b", "", "17"];
    await store.add(data.map((each, i) => ({ data: each, id: ids[i]!, tenant: "x" })));
    expect(await store.add([{ data: 9, id: "a:b" }])).toEqual([{ id: "a:b", added: false }]);
    const claims = await store.claim(10);
    expect(claims.map(({ id, task, attempt }) => [id, task.data, task.tenant, attempt])).toEqual(
      ids.map((id, i) => [id, data[i], "x", 1]),
    );
    const settled = await store.settle(claims.map((claim) => ({ claim, status: "completed", value: 1, runMs: 1 })));
    expect(settled.map(({ state }) => state)).toEqual(["completed", "completed", "completed", "completed"]);
    expect(await store.settle([{ claim: claims[0]!, status: "completed", runMs: 1 }])).toEqual([
      { id: "__proto__", state: "lost" },
    ]);
    expect((await store.counts()).completed).toBe(4);
  });

  test("of stores that add one id at the same moment, exactly one is told that it did", async () => {
    const queue = `race${queues++}`;
    const racers = Array.from({ length: 4 }, () =>
      createBullStore<string>({ connection, prefix, queue, policy: priority() }),
    );
    stores.push(...(racers as BullStore[]));
    const ids = Array.from({ length: 50 }, (_, i) => `t${i}`);
    const answers = await Promise.all(
      racers.map((store, racer) =>
        store.add(ids.map((id, i) => ({ id, data: `racer ${racer}`, priority: (i * racer) % 7 }))),
      ),
    );
    const winners = ids.map((_, i) => answers.flatMap((answer, racer) => (answer[i]!.added ? [`racer ${racer}`] : [])));
    expect(winners.map(({ length }) => length)).toEqual(ids.map(() => 1));
    const claims = await racers[0]!.claim(60);
    expect(new Map(claims.map(({ id, task }) => [id, task.data]))).toEqual(
      new Map(ids.map((id, i) => [id, winners[i]![0]])),
    );
    // The mark stays with a job through an attempt and a hand-back.
    await racers[0]!.release(claims);
    expect((await racers[1]!.add(ids.map((id) => ({ id, data: "late" })))).some(({ added }) => added)).toBe(false);
    expect(
      await racers[1]!.add([
        { id: "twice", data: "a" },
        { id: "twice", data: "b" },
      ]),
    ).toEqual([
      { id: "twice", added: true },
      { id: "twice", added: false },
    ]);
  });

  test("retries, buries with history, and redrives", async () => {
    const store = make<null>(fifo(), { maxAttempts: 2 });
    await store.add([{ data: null, id: "a" }]);
    for (const state of ["waiting", "dead"]) {
      const [claim] = await store.claim(1);
      expect(
        await store.settle([{ claim: claim!, status: "failed", error: new Error("no"), runMs: 1, delayMs: 0 }]),
      ).toEqual([{ id: "a", state }]);
    }
    expect(await store.claim(1)).toEqual([]);
    const [dead] = await store.list({ state: "dead" });
    expect(dead).toMatchObject({
      id: "a",
      attempts: 2,
      history: [{ attempt: 1 }, { attempt: 2, error: { message: "no" } }],
    });
    expect(await store.redrive(["a", "unknown"])).toEqual(["a"]);
    expect(await store.claim(1)).toMatchObject([{ id: "a", attempt: 1 }]);
  });

  test("a hand-back burns no attempt, a lost lease does, and the old holder is refused", async () => {
    const store = make<null>(fifo(), { leaseMs: 400, maxAttempts: 2 });
    await store.add([{ data: null, id: "a" }]);
    const [released] = await store.claim(1);
    expect(await store.release([released!])).toEqual(["a"]);
    const [lost] = await store.claim(1);
    expect(lost!.attempt).toBe(1);
    let fresh = await store.claim(1);
    for (const until = Date.now() + 8_000; fresh.length === 0 && Date.now() < until; fresh = await store.claim(1)) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(fresh).toMatchObject([{ id: "a", attempt: 2 }]);
    expect(await store.extend([lost!])).toEqual([]);
    expect(await store.settle([{ claim: lost!, status: "completed", runMs: 1 }])).toEqual([{ id: "a", state: "lost" }]);
    expect(await store.extend(fresh)).toEqual(["a"]);
    expect(await store.settle([{ claim: fresh[0]!, status: "completed", runMs: 1 }])).toEqual([
      { id: "a", state: "completed" },
    ]);
  });

  test("cancels what waits, and changes its policy only while nothing does", async () => {
    const store = make<null>(fifo());
    await store.add([
      { data: null, id: "a" },
      { data: null, id: "b", delayMs: 60_000 },
    ]);
    await expect(store.setPolicy(priority())).rejects.toThrow("2 tasks wait");
    expect(await store.counts()).toMatchObject({ waiting: 1, delayed: 1 });
    expect(await store.cancel(["a", "b", "c"])).toEqual(["a", "b"]);
    await store.setPolicy(priority());
    await store.add([1, 3, 2].map((n) => ({ data: null, id: String(n), priority: n })));
    expect((await store.claim(3)).map(({ id }) => id)).toEqual(["3", "2", "1"]);
  });
});
