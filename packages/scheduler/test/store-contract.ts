import {
  type Claim,
  earliestDeadlineFirst,
  fifo,
  multilevelFeedback,
  type Policy,
  priority,
  roundRobin,
  type Store,
  shortestJobFirst,
  weightedFair,
} from "@groundwork/scheduler";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { StoreEngine } from "./engines.ts";

const idsOf = (claims: readonly { id: string }[]): string[] => claims.map(({ id }) => id);

const complete = <T>(store: Store<T>, claims: readonly Claim<T>[]): Promise<{ id: string; state: string }[]> =>
  store.settle(claims.map((claim) => ({ claim, status: "completed", runMs: 1 })));

const fail = <T>(store: Store<T>, claim: Claim<T>, delayMs?: number): Promise<{ id: string; state: string }[]> =>
  store.settle([
    { claim, status: "failed", error: new Error("no"), runMs: 2, ...(delayMs !== undefined && { delayMs }) },
  ]);

/** What every store promises. */
export function storeContract(name: string, engine: StoreEngine): void {
  describe(name, () => {
    beforeAll(() => engine.open(), 60_000);
    afterAll(() => engine.close());

    test("gives back what was added, whatever the data and the id", async () => {
      const store = engine.make<unknown>(fifo());
      const data = [null, 0, "", "\u0000\uD800 'quoted' \"too\"", [1, { a: [] }], { ["__proto__"]: 1 }, true];
      const ids = ["__proto__", "constructor", "", "a'b", '{x,"y"}', "NULL", "\\"];
      const tasks = data.map((each, i) => ({ data: each, id: ids[i]!, tenant: ids[i]!, key: ids[i]!, priority: -1.5 }));
      expect(await store.add(tasks)).toEqual(ids.map((id) => ({ id, added: true })));
      const claims = await store.claim(100);
      expect(idsOf(claims)).toEqual(ids);
      expect(claims.map(({ task }) => ({ ...task }))).toEqual(tasks);
      expect(claims.every(({ attempt }) => attempt === 1)).toBe(true);
    });

    test("makes ids that differ, and leaves an id that it knows as it is", async () => {
      const store = engine.make<number>(fifo());
      const made = await store.add([{ data: 1 }, { data: 2 }]);
      expect(new Set(idsOf(made)).size).toBe(2);
      expect(
        await store.add([
          { data: 9, id: made[0]!.id },
          { data: 3, id: "x" },
          { data: 4, id: "x" },
        ]),
      ).toEqual([
        { id: made[0]!.id, added: false },
        { id: "x", added: true },
        { id: "x", added: false },
      ]);
      expect((await store.claim(10)).map(({ task }) => task.data)).toEqual([1, 2, 3]);
    });

    test("claims no task twice, and settles each claim once", async () => {
      const store = engine.make<number>(fifo());
      await store.add([1, 2, 3].map((data) => ({ data, id: String(data) })));
      const first = await store.claim(2);
      expect(idsOf(first)).toEqual(["1", "2"]);
      expect(idsOf(await store.claim(9))).toEqual(["3"]);
      expect(await store.claim(9)).toEqual([]);
      expect(await complete(store, first)).toEqual([
        { id: "1", state: "completed" },
        { id: "2", state: "completed" },
      ]);
      expect(await complete(store, first)).toEqual([
        { id: "1", state: "lost" },
        { id: "2", state: "lost" },
      ]);
      expect(await store.counts()).toMatchObject({ completed: 2, running: 1, waiting: 0 });
    });

    test("keeps the value of a task that completed and the history of one that did not", async () => {
      const store = engine.make<string>(fifo(), { maxAttempts: 2 });
      await store.add([
        { data: "good", id: "good" },
        { data: "bad", id: "bad" },
      ]);
      const [good, bad] = await store.claim(2);
      await store.settle([{ claim: good!, status: "completed", value: { answer: 42 }, runMs: 5 }]);
      expect(await fail(store, bad!, 0)).toEqual([{ id: "bad", state: "waiting" }]);
      const [again] = await store.claim(2);
      expect(again).toMatchObject({ id: "bad", attempt: 2 });
      const error = Object.assign(new TypeError("really\u0000 no"), { code: "E_NO" });
      expect(await store.settle([{ claim: again!, status: "failed", error, runMs: 7, delayMs: 0 }])).toEqual([
        { id: "bad", state: "dead" },
      ]);
      const [kept] = await store.list({ state: "completed" });
      expect(kept).toMatchObject({ id: "good", value: { answer: 42 }, attempts: 1, history: [] });
      const [dead] = await store.list({ state: "dead" });
      expect(dead!.history).toMatchObject([
        { attempt: 1, runMs: 2, error: { name: "Error", message: "no" } },
        { attempt: 2, runMs: 7, error: { name: "TypeError", message: "really\uFFFD no", code: "E_NO" } },
      ]);
    });

    test("a failure without a delay is final, and a dead task can be redriven", async () => {
      const store = engine.make<number>(fifo(), { maxAttempts: 3 });
      await store.add([
        { data: 1, id: "a" },
        { data: 2, id: "b" },
      ]);
      const [a] = await store.claim(1);
      expect(await fail(store, a!)).toEqual([{ id: "a", state: "failed" }]);
      expect(await store.redrive(["a", "b", "unknown"])).toEqual(["a"]);
      expect(await store.redrive(["a"])).toEqual([]);
      const claims = await store.claim(5);
      expect(claims.map(({ id, attempt }) => [id, attempt]).sort()).toEqual([
        ["a", 1],
        ["b", 1],
      ]);
      expect(await complete(store, [a!])).toEqual([{ id: "a", state: "lost" }]);
    });

    test("a delayed task waits its time and holds nobody up", async () => {
      const store = engine.make<string>(fifo());
      await store.add([
        { data: "", id: "later", delayMs: 60_000 },
        { data: "", id: "now" },
      ]);
      expect(await store.counts()).toMatchObject({ delayed: 1, waiting: 1 });
      const claims = await store.claim(5);
      expect(idsOf(claims)).toEqual(["now"]);
      await complete(store, claims);
      await engine.advance(59_000);
      expect(await store.claim(5)).toEqual([]);
      await engine.advance(1_001);
      expect(idsOf(await store.claim(5))).toEqual(["later"]);
    });

    test("a retry waits for its delay and keeps its place", async () => {
      const store = engine.make<string>(fifo());
      await store.add([{ data: "", id: "first" }]);
      const [claim] = await store.claim(1);
      await store.add([{ data: "", id: "second" }]);
      expect(await fail(store, claim!, 30_000)).toEqual([{ id: "first", state: "delayed" }]);
      await engine.advance(30_001);
      expect(idsOf(await store.claim(5))).toEqual(["first", "second"]);
    });

    test("a lease that runs out costs an attempt; the old holder can neither settle, extend nor release", async () => {
      const store = engine.make<string>(fifo(), { leaseMs: 5_000, maxAttempts: 3 });
      await store.add([{ data: "", id: "a" }]);
      const [old] = await store.claim(1);
      await engine.advance(5_001);
      const [fresh] = await store.claim(1);
      expect(fresh).toMatchObject({ id: "a", attempt: 2 });
      expect(await complete(store, [old!])).toEqual([{ id: "a", state: "lost" }]);
      expect(await fail(store, old!, 0)).toEqual([{ id: "a", state: "lost" }]);
      expect(await store.extend([old!])).toEqual([]);
      expect(await store.release([old!])).toEqual([]);
      expect(await complete(store, [fresh!])).toEqual([{ id: "a", state: "completed" }]);
    });

    test("a task whose workers are lost every time is dead after `maxAttempts`", async () => {
      const store = engine.make<string>(fifo(), { leaseMs: 1_000, maxAttempts: 3 });
      await store.add([
        { data: "", id: "poison" },
        { data: "", id: "good" },
      ]);
      for (let attempt = 1; attempt <= 3; attempt++) {
        const [poison, good] = await store.claim(attempt === 1 ? 2 : 1);
        if (good) await complete(store, [good]);
        expect(poison).toMatchObject({ id: "poison", attempt });
        await engine.advance(1_001);
      }
      expect(await store.claim(1)).toEqual([]);
      const [dead] = await store.list({ state: "dead" });
      expect(dead).toMatchObject({ id: "poison", attempts: 3 });
      expect(dead!.history.map(({ error }) => error.code)).toEqual(["LEASE_LOST", "LEASE_LOST", "LEASE_LOST"]);
    });

    test("extending keeps a lease alive", async () => {
      const store = engine.make<string>(fifo(), { leaseMs: 1_000 });
      await store.add([{ data: "", id: "long" }]);
      const claims = await store.claim(1);
      for (let i = 0; i < 4; i++) {
        await engine.advance(600);
        expect(await store.extend(claims)).toEqual(["long"]);
      }
      expect(await store.claim(1)).toEqual([]);
      expect(await complete(store, claims)).toEqual([{ id: "long", state: "completed" }]);
    });

    test("a hand-back burns no attempt and keeps the place", async () => {
      const store = engine.make<string>(fifo(), { maxAttempts: 1 });
      await store.add([
        { data: "", id: "a" },
        { data: "", id: "b" },
      ]);
      for (let i = 0; i < 3; i++) {
        const [claim] = await store.claim(1);
        expect(claim).toMatchObject({ id: "a", attempt: 1 });
        expect(await store.release([claim!])).toEqual(["a"]);
        expect(await complete(store, [claim!])).toEqual([{ id: "a", state: "lost" }]);
      }
    });

    test("the claim of a hand-back is dead even after the task was claimed again", async () => {
      const store = engine.make<string>(fifo());
      await store.add([{ data: "", id: "a" }]);
      const [old] = await store.claim(1);
      await store.release([old!]);
      const [fresh] = await store.claim(1);
      expect(fresh!.attempt).toBe(old!.attempt);
      expect(await complete(store, [old!])).toEqual([{ id: "a", state: "lost" }]);
      expect(await complete(store, [fresh!])).toEqual([{ id: "a", state: "completed" }]);
    });

    test("cancelling a waiting, delayed, running, or ended task: one terminal state", async () => {
      const store = engine.make<string>(fifo());
      await store.add([
        { data: "", id: "done" },
        { data: "", id: "running" },
        { data: "", id: "waiting" },
        { data: "", id: "delayed", delayMs: 9_000 },
      ]);
      const [done, running] = await store.claim(2);
      await complete(store, [done!]);
      const all = ["done", "running", "waiting", "delayed", "unknown"];
      expect((await store.cancel(all)).sort()).toEqual(["delayed", "running", "waiting"]);
      expect(await store.cancel(all)).toEqual([]);
      expect(await complete(store, [running!])).toEqual([{ id: "running", state: "lost" }]);
      expect(await store.counts()).toEqual({
        waiting: 0,
        delayed: 0,
        running: 0,
        completed: 1,
        failed: 0,
        dead: 0,
        cancelled: 3,
      });
    });

    test("tasks of one key never run beyond its limit, and hold up nobody else", async () => {
      const store = engine.make<string>(fifo(), { keyLimit: 2 });
      await store.add(
        ["a1", "a2", "a3", "a4", "b1", "-"].map((id) => ({ data: "", id, ...(id !== "-" && { key: id[0]! }) })),
      );
      const claims = await store.claim(10);
      expect(idsOf(claims)).toEqual(["a1", "a2", "b1", "-"]);
      expect(await store.claim(10)).toEqual([]);
      await complete(store, [claims[0]!]);
      const next = await store.claim(10);
      expect(idsOf(next)).toEqual(["a3"]);
      await fail(store, next[0]!, 60_000);
      expect(idsOf(await store.claim(10))).toEqual(["a4"]);
    });

    test("serves in the order of every policy", async () => {
      const fields = Array.from({ length: 30 }, (_, i) => ({
        id: `t${i}`,
        priority: (i * 7) % 5,
        cost: (i * 11) % 13,
        deadline: (i * 17) % 19 === 0 ? undefined : (i * 17) % 19,
        tenant: ["a", "b", "__proto__"][(i * 5) % 3]!,
        weight: 1 + (i % 2),
      }));
      const sorted = (by: (task: (typeof fields)[number]) => number): string[] =>
        idsOf([...fields].sort((a, b) => by(a) - by(b)));
      const expected: [Policy, string[]][] = [
        [fifo(), idsOf(fields)],
        [priority(), sorted((task) => -task.priority)],
        [shortestJobFirst(), sorted((task) => task.cost)],
        [earliestDeadlineFirst(), sorted((task) => task.deadline ?? 1e9)],
      ];
      for (const [policy, order] of expected) {
        const store = engine.make<null>(policy);
        await store.add(
          fields.map(({ deadline, ...task }) => ({ ...task, data: null, ...(deadline !== undefined && { deadline }) })),
        );
        const served: string[] = [];
        for (let batch = 1; served.length < fields.length; batch++) served.push(...idsOf(await store.claim(batch)));
        expect(served, policy.name).toEqual(order);
      }
    });

    test("changing the policy of a filled queue re-ranks what waits, delayed tasks too", async () => {
      const store = engine.make<null>(fifo());
      const tasks = [3, 1, 2, 5, 4].map((n) => ({
        data: null,
        id: String(n),
        priority: n,
        deadline: n,
        tenant: n > 3 ? "x" : "y",
      }));
      await store.add([...tasks, { data: null, id: "9", priority: 9, deadline: 0, tenant: "z", delayMs: 1_000 }]);
      await store.setPolicy(priority());
      expect(idsOf(await store.claim(1))).toEqual(["5"]);
      await store.setPolicy(earliestDeadlineFirst());
      expect(idsOf(await store.claim(1))).toEqual(["1"]);
      await store.setPolicy(roundRobin());
      expect(idsOf(await store.claim(2))).toEqual(["3", "4"]);
      await engine.advance(1_001);
      await store.setPolicy(priority());
      expect(idsOf(await store.claim(9))).toEqual(["9", "2"]);
    });

    test("lists page by page in order of arrival", async () => {
      const store = engine.make<null>(priority());
      await store.add(Array.from({ length: 7 }, (_, i) => ({ data: null, id: `t${i}`, priority: i })));
      const first = await store.list({ state: "waiting", limit: 3 });
      expect(idsOf(first)).toEqual(["t0", "t1", "t2"]);
      expect(idsOf(await store.list({ state: "waiting", after: "t2" }))).toEqual(["t3", "t4", "t5", "t6"]);
      expect(await store.list({ state: "dead" })).toEqual([]);
    });

    test("shortest job first learns from what is settled", async () => {
      const store = engine.make<null>(shortestJobFirst());
      await store.add([
        { data: null, id: "film", kind: "film" },
        { data: null, id: "icon", kind: "icon" },
      ]);
      const [film, icon] = await store.claim(2);
      await store.settle([
        { claim: film!, status: "completed", runMs: 900 },
        { claim: icon!, status: "completed", runMs: 3 },
      ]);
      await store.add([
        { data: null, id: "film 2", kind: "film" },
        { data: null, id: "icon 2", kind: "icon" },
      ]);
      expect(idsOf(await store.claim(2))).toEqual(["icon 2", "film 2"]);
    });

    test("a fair queue's virtual time moves with what is claimed", async () => {
      const store = engine.make<null>(weightedFair());
      await store.add(Array.from({ length: 20 }, (_, i) => ({ data: null, id: `busy ${i}`, tenant: "busy" })));
      for (let i = 0; i < 5; i++) await store.claim(2);
      await store.add(Array.from({ length: 10 }, (_, i) => ({ data: null, id: `idle ${i}`, tenant: "idle" })));
      const next = idsOf(await store.claim(10));
      expect(next.filter((id) => id.startsWith("idle")).length).toBe(5);
    });

    test("refuses numbers out of range, and adds nothing of a batch with a task that it refuses", async () => {
      const store = engine.make<null>(multilevelFeedback());
      await expect(store.add([{ data: null, delayMs: -1 }])).rejects.toThrow(
        "Expected `delayMs` to be a finite number ≥ 0, got -1.",
      );
      await expect(store.claim(0)).rejects.toThrow("Expected `limit` to be an integer ≥ 1, got 0.");
      const ranked = engine.make<null>(priority());
      await expect(ranked.add([{ data: null }, { data: null, priority: Number.NaN }])).rejects.toThrow(RangeError);
      expect((await ranked.counts()).waiting).toBe(0);
      expect(await store.add([])).toEqual([]);
      expect(await store.settle([])).toEqual([]);
    });

    test("a value that is no JSON fails its own attempt for good, and nothing that is settled with it", async () => {
      const store = engine.make<null>(fifo());
      await store.add(["good", "circle", "function"].map((id) => ({ data: null, id })));
      const circle: { self?: unknown } = {};
      circle.self = circle;
      const values: unknown[] = [1, circle, () => {}];
      const claims = await store.claim(3);
      const settled = await store.settle(
        claims.map((claim, i) => ({ claim, status: "completed", value: values[i], runMs: 1 })),
      );
      expect(settled.map(({ state }) => state)).toEqual(["completed", "failed", "failed"]);
      expect((await store.list({ state: "failed" })).map(({ history }) => history[0]!.error.name)).toEqual([
        "TypeError",
        "TypeError",
      ]);
    });

    test("records a failure whatever was thrown", async () => {
      const thrown: unknown[] = [
        undefined,
        null,
        "text",
        Symbol("s"),
        Object.create(null),
        new Error("half \uD83D"),
        7n,
      ];
      const store = engine.make<null>(fifo(), { maxAttempts: 1 });
      await store.add(thrown.map((_, i) => ({ data: null, id: `t${i}` })));
      const claims = await store.claim(thrown.length);
      const settled = await store.settle(
        claims.map((claim, i) => ({ claim, status: "failed", error: thrown[i], runMs: 1 })),
      );
      expect(settled.every(({ state }) => state === "failed")).toBe(true);
      const messages = (await store.list({ state: "failed" })).map(({ history }) => history[0]!.error.message);
      expect(messages).toEqual(["undefined", "null", "text", "Symbol(s)", "object", "half \uFFFD", "7"]);
    });

    test("adding an id again charges its tenant nothing", async () => {
      const store = engine.make<null>(weightedFair());
      const again = { data: null, id: "a0", tenant: "a" };
      await store.add([again, again]);
      for (let i = 0; i < 5; i++) await store.add([again]);
      await store.add([
        { data: null, id: "a1", tenant: "a" },
        { data: null, id: "b0", tenant: "b" },
        { data: null, id: "b1", tenant: "b" },
        { data: null, id: "b2", tenant: "b" },
      ]);
      expect(idsOf(await store.claim(9))).toEqual(["a0", "b0", "a1", "b1", "b2"]);
    });
  });
}
