import {
  createIdempotency,
  IdempotencyBusy,
  IdempotencyConflict,
  type IdempotencyStore,
  type IdempotentContext,
  LeaseLost,
} from "@groundwork/retry";
import fc from "fast-check";
import { expect, it } from "vitest";

/** A store to test, and a way to let every lease, or every life, in it pass. */
export interface IdempotencyHarness<Tx> {
  store: IdempotencyStore<Tx>;
  expire(what: "leases" | "keys"): Promise<void>;
}

let names = 0;

/** What every store of idempotency keys must do. */
export function idempotencyContract<Tx>(open: () => Promise<IdempotencyHarness<Tx>>): void {
  async function start(options: Parameters<typeof createIdempotency>[1] = {}) {
    const harness = await open();
    // One database serves all tests of a file, so each has keys of its own.
    const key = `key-${++names}`;
    return { ...harness, key, idempotency: createIdempotency(harness.store, options) };
  }
  const gate = () => {
    let release = () => {};
    const opened = new Promise<void>((resolve) => {
      release = resolve;
    });
    return { opened, release };
  };

  it("gives a repeat the stored result, of any JSON shape", async () => {
    const { idempotency, key } = await start();
    const values = [{ a: [1, null] }, null, undefined, "", "text", 0, false, [], JSON.parse('{"__proto__":{"x":1}}')];
    for (const [i, value] of values.entries()) {
      const id = `${key}-${i}`;
      const first = await idempotency.run(id, { i }, () => value);
      const repeat = await idempotency.run(id, { i }, () => expect.unreachable());
      expect(first).toEqual({ value, replayed: false });
      expect(repeat).toEqual({ value, replayed: true });
    }
    await idempotency.run("__proto__", 1, () => "ordinary");
    expect(await idempotency.run("__proto__", 1, () => "x")).toEqual({ value: "ordinary", replayed: true });
  });

  it("gives the first caller the same value as a repeat: what JSON carries", async () => {
    const { idempotency, key } = await start();
    const first = await idempotency.run(key, 1, () => ({ at: new Date(0), gone: undefined }));
    expect(first.value).toEqual({ at: "1970-01-01T00:00:00.000Z" });
    expect((await idempotency.run(key, 1, () => 0)).value).toEqual(first.value);
  });

  it("refuses another payload under the same key, while it runs and afterwards", async () => {
    const { idempotency, key } = await start();
    const { opened, release } = gate();
    const first = idempotency.run(key, { amount: 5 }, async () => {
      release();
      await expect(idempotency.run(key, { amount: 6 }, () => expect.unreachable())).rejects.toThrow(
        IdempotencyConflict,
      );
      return "paid";
    });
    await opened;
    await first;
    const conflict = await idempotency.run(key, { amount: 6 }, () => expect.unreachable()).catch((error) => error);
    expect(conflict).toBeInstanceOf(IdempotencyConflict);
    expect(conflict).toMatchObject({ code: "IDEMPOTENCY_CONFLICT", key });
    expect((await idempotency.run(key, { amount: 5 }, () => "again")).value).toBe("paid");
  });

  it("makes concurrent repeats wait for the first, and gives all of them its result", async () => {
    const { idempotency, key } = await start();
    let effects = 0;
    const { opened, release } = gate();
    const work = async () => {
      await opened;
      return ++effects;
    };
    const runs = Array.from({ length: 10 }, () => idempotency.run(key, "same", work));
    let answered = 0;
    for (const run of runs) run.then(() => answered++);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(answered).toBe(0);
    release();
    const results = await Promise.all(runs);
    expect(effects).toBe(1);
    expect(results.every(({ value }) => value === 1)).toBe(true);
    expect(results.filter(({ replayed }) => !replayed)).toHaveLength(1);
  });

  it("leaves no record of work that threw: a waiting repeat runs it again", async () => {
    const { idempotency, key } = await start();
    let calls = 0;
    const work = async () => {
      if (++calls === 1) throw new Error("first fails");
      return "second";
    };
    const results = await Promise.allSettled([idempotency.run(key, 1, work), idempotency.run(key, 1, work)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(calls).toBe(2);
    expect(await idempotency.run(key, 1, work)).toEqual({ value: "second", replayed: true });
  });

  it("says so when the first takes longer than a repeat will wait", async () => {
    const { idempotency, key } = await start({ waitMs: 0 });
    const { opened, release } = gate();
    const first = idempotency.run(key, 1, () => opened);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const busy = await idempotency.run(key, 1, () => expect.unreachable()).catch((error) => error);
    expect(busy).toBeInstanceOf(IdempotencyBusy);
    expect(busy).toMatchObject({ code: "IDEMPOTENCY_BUSY", key, waitedMs: 0 });
    release();
    await first;
  });

  it("stops waiting when the caller aborts", async () => {
    const { idempotency, key, store } = await start();
    await store.begin(key, "h", "somebody", 60_000, 60_000);
    const controller = new AbortController();
    const hash = () => "h";
    const waiting = createIdempotency(store, { hash }).run(key, 1, () => 0, { signal: controller.signal });
    controller.abort(new Error("gone"));
    await expect(waiting).rejects.toThrow("gone");
    await expect(idempotency.run(key, 1, () => 0, { signal: AbortSignal.abort() })).rejects.toThrow("aborted");
  });

  it("frees the key of a process that died, for the same request only, and ignores what it says later", async () => {
    const { store, key, expire } = await start();
    expect(await store.begin(key, "hash", "dead", 60_000, 3_600_000)).toEqual({ state: "begun" });
    expect(await store.begin(key, "hash", "next", 60_000, 60_000)).toEqual({ state: "running", hash: "hash" });
    await expire("leases");
    expect(await store.begin(key, "other", "next", 60_000, 60_000)).toEqual({ state: "running", hash: "hash" });
    expect(await store.begin(key, "hash", "next", 60_000, 60_000)).toEqual({ state: "begun" });
    expect(await store.complete(key, "dead", '"late"', 60_000)).toBe(false);
    expect(await store.renew(key, "dead", 60_000)).toBe(false);
    await store.release(key, "dead");
    expect(await store.complete(key, "next", '"done"', 60_000)).toBe(true);
    expect(await store.begin(key, "hash", "third", 1, 1)).toEqual({ state: "done", hash: "hash", value: '"done"' });
    await store.release(key, "next");
    expect(await store.begin(key, "hash", "third", 1, 1)).toMatchObject({ state: "done" });
  });

  it("tells work that lost its key, and does not store its result", async () => {
    const { idempotency, store, key, expire } = await start({ leaseMs: 30, hash: () => "h" });
    let reason: unknown;
    const run = idempotency.run(key, 1, async ({ signal }: IdempotentContext<Tx>) => {
      await expire("leases");
      await store.begin(key, "h", "thief", 60_000, 60_000);
      await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
      reason = signal.reason;
      return "too late";
    });
    await expect(run).rejects.toThrow(LeaseLost);
    expect(reason).toMatchObject({ code: "LEASE_LOST", key });
    expect(await store.begin(key, "h", "repeat", 1, 1)).toMatchObject({ state: "running" });
  });

  it("tells work whose store cannot be reached for as long as its lease", async () => {
    const { store, key } = await start();
    const unreachable = { ...store, renew: () => Promise.reject(new Error("connection refused")) };
    let reason: unknown;
    await createIdempotency(unreachable, { leaseMs: 30 }).run(key, 1, async ({ signal }) => {
      await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
      reason = signal.reason;
    });
    expect(reason).toMatchObject({ code: "LEASE_LOST", key });
  });

  it("renews the lease of living work, so that nobody takes its key however long it lasts", async () => {
    const { idempotency, store, key } = await start({ leaseMs: 60, hash: () => "h" });
    const states = new Set<string>();
    await idempotency.run(key, 1, async () => {
      for (const end = Date.now() + 200; Date.now() < end; ) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        states.add((await store.begin(key, "h", "thief", 60_000, 60_000)).state);
      }
    });
    expect([...states]).toEqual(["running"]);
  });

  it("forgets a result after its time, and then takes any request", async () => {
    const { idempotency, store, key, expire } = await start();
    await idempotency.run(key, "old", () => "old");
    await idempotency.run(`${key}-kept`, "old", () => "old");
    await expire("keys");
    expect(await idempotency.run(key, "new", () => "new")).toEqual({ value: "new", replayed: false });
    expect(await idempotency.purge()).toBeGreaterThanOrEqual(1);
    expect(await idempotency.purge()).toBe(0);
    expect(await store.begin(`${key}-kept`, "any", "t", 60_000, 60_000)).toEqual({ state: "begun" });
    expect(await idempotency.run(key, "new", () => "x")).toEqual({ value: "new", replayed: true });
  });

  it("has one effect a key under duplicates, two- to fivefold, interleaved and concurrent, with failures", async () => {
    const delivery = fc.record({
      key: fc.nat(4),
      copies: fc.integer({ min: 2, max: 5 }),
      failures: fc.nat(2),
      pauseMs: fc.nat(3),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(delivery, { minLength: 1, maxLength: 6 }), async (deliveries) => {
        const { idempotency, key: prefix } = await start();
        const effects = new Map<number, number>();
        const failuresLeft = new Map(deliveries.map(({ key, failures }) => [key, failures]));
        const deliver = async (key: number, pauseMs: number): Promise<unknown> => {
          const work = async () => {
            await new Promise((resolve) => setTimeout(resolve, pauseMs));
            const left = failuresLeft.get(key) ?? 0;
            failuresLeft.set(key, left - 1);
            if (left > 0) throw new Error("flaky");
            effects.set(key, (effects.get(key) ?? 0) + 1);
            return `effect of ${key}`;
          };
          // As a broker does: what was not acknowledged is delivered again.
          return idempotency.run(`${prefix}-${key}`, { key }, work).then(
            ({ value }) => value,
            (error: Error) => (error.message === "flaky" ? deliver(key, pauseMs) : Promise.reject(error)),
          );
        };
        const copies = deliveries.flatMap(({ key, copies, pauseMs }) =>
          Array.from({ length: copies }, () => deliver(key, pauseMs).then((value) => [key, value])),
        );
        for (const [key, value] of await Promise.all(copies)) expect(value).toBe(`effect of ${key}`);
        for (const { key } of deliveries) expect(effects.get(key)).toBe(1);
      }),
      { seed: 4, numRuns: 8 },
    );
  });

  it("names what it refuses", async () => {
    const { store, idempotency } = await start();
    await expect(idempotency.run("", 1, () => 0)).rejects.toThrow("Expected `key` to be a string that is not empty");
    await expect(idempotency.run(7 as unknown as string, 1, () => 0)).rejects.toThrow(TypeError);
    expect(() => createIdempotency(store, { leaseMs: 0 })).toThrow("Expected `leaseMs` to be an integer ≥ 1, got 0.");
    expect(() => createIdempotency(store, { ttlMs: 1.5 })).toThrow(RangeError);
    expect(() => createIdempotency(store, { waitMs: -1 })).toThrow(RangeError);
  });
}
