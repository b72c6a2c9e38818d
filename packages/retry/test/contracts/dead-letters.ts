import { createDeadLetters, type DeadLetter, type DeadLetterStore, type FailedAttempt, retry } from "@groundwork/retry";
import { expect, it } from "vitest";

/** A store to test, empty, and a way to let every lease in it pass. */
export interface DeadLetterHarness<Tx> {
  store: DeadLetterStore<Tx>;
  expireLeases(): Promise<void>;
}

let names = 0;

/** What every store of dead letters must do. */
export function deadLetterContract<Tx>(open: () => Promise<DeadLetterHarness<Tx>>): void {
  const error = (message: string, code?: string) => Object.assign(new Error(message), code ? { code } : {});
  // One database serves all tests of a file, so each has a source and ids of its own.
  async function start(options: Parameters<typeof createDeadLetters>[1] = {}) {
    const harness = await open();
    const source = `source-${++names}`;
    const letters = createDeadLetters(harness.store, { now: () => 1_000, ...options });
    const add = (id: string, message = "down") =>
      letters.add({ id: `${source}/${id}`, source, payload: { id }, history: [{ attempt: 1, error: error(message) }] });
    return { ...harness, letters, source, add, idOf: (id: string) => `${source}/${id}` };
  }

  it("keeps the letter with the history of its attempts", async () => {
    const { letters, source } = await start();
    const history: FailedAttempt[] = [];
    const timers = { setTimeout: (run: () => void) => queueMicrotask(run), clearTimeout() {} };
    const onFailure = (failure: FailedAttempt) => void history.push(failure);
    await retry(({ attempt }) => Promise.reject(error(`failure ${attempt}`, "E_DOWN")), { onFailure, timers }).catch(
      () => {},
    );
    const payload = { to: "ada", list: [1, null, "é\u0001"], nested: JSON.parse('{"__proto__": 1}') };
    const kept = await letters.add({ id: "__proto__", source, payload, trace: { traceparent: "00-1" }, history });
    expect(kept).toEqual({
      id: "__proto__",
      source,
      payload,
      trace: { traceparent: "00-1" },
      history: [1, 2, 3].map((attempt) => ({
        attempt,
        at: 1_000,
        name: "Error",
        message: `failure ${attempt}`,
        code: "E_DOWN",
      })),
      redrives: 0,
      state: "dead",
      position: expect.any(Number),
    });
    expect(JSON.stringify(kept.payload)).toBe(JSON.stringify(payload));
    expect(await letters.get("__proto__")).toEqual(kept);
    expect(await letters.discard("__proto__")).toBe(true);
    expect(await letters.discard("__proto__")).toBe(false);
    expect(await letters.get("__proto__")).toBeUndefined();
  });

  it("keeps failures that are no errors, and letters without a payload", async () => {
    const { letters, source, idOf } = await start();
    const history = [
      { attempt: 1, error: "just text", at: 5 },
      { attempt: 2, error: undefined },
    ];
    const { history: kept, payload } = await letters.add({ id: idOf("a"), source, payload: undefined, history });
    expect(payload).toBeNull();
    expect(kept).toEqual([
      { attempt: 1, at: 5, name: "Error", message: "just text" },
      { attempt: 2, at: 1_000, name: "Error", message: "undefined" },
    ]);
  });

  it("records a failure whatever was thrown", async () => {
    const { letters, add, idOf } = await start({ maxRedrives: 9 });
    await add("a");
    const thrown = [Object.create(null), Symbol("s"), error("nul \0 and half \uD83D", "E\0")];
    for (const each of thrown) {
      expect(await letters.redrive(idOf("a"), () => Promise.reject(each))).toMatchObject({ status: "failed" });
    }
    const { history, state } = (await letters.get(idOf("a")))!;
    expect(state).toBe("dead");
    expect(history.slice(1).map(({ message }) => message)).toEqual([
      "object",
      "Symbol(s)",
      "nul \uFFFD and half \uFFFD",
    ]);
    expect(history.at(-1)!.code).toBe("E\uFFFD");
  });

  it("lists pages in order of first arrival, by source and state", async () => {
    const { letters, source, add, idOf } = await start();
    for (const id of ["c", "a", "e", "b", "d"]) await add(id);
    await letters.redrive(idOf("e"), () => {});
    const ids = (page: DeadLetter[]) => page.map(({ payload }) => (payload as { id: string }).id).join("");
    const first = await letters.list({ source, limit: 3 });
    expect(ids(first)).toBe("cae");
    expect(ids(await letters.list({ source, after: first[2]!.position }))).toBe("bd");
    expect(ids(await letters.list({ source, state: "dead" }))).toBe("cabd");
    expect(ids(await letters.list({ source, state: "redriven" }))).toBe("e");
    expect(ids(await letters.list({ source: "nobody" }))).toBe("");
    await expect(async () => letters.list({ limit: 0 })).rejects.toThrow(RangeError);
  });

  it("redrives once: then it is done, and stays on record", async () => {
    const { letters, add, idOf } = await start();
    await add("a");
    const delivered: unknown[] = [];
    const deliver = (letter: DeadLetter) => void delivered.push([letter.id, letter.payload, letter.state]);
    expect(await letters.redrive(idOf("a"), deliver)).toMatchObject({ status: "redriven" });
    expect(await letters.redrive(idOf("a"), deliver)).toEqual({ status: "already" });
    expect(await letters.redrive(idOf("nobody"), deliver)).toEqual({ status: "missing" });
    expect(delivered).toEqual([[idOf("a"), { id: "a" }, "redriving"]]);
    expect(await letters.get(idOf("a"))).toMatchObject({ state: "redriven", redrives: 1 });
  });

  it("keeps id, history, trace and count of a letter that dies again", async () => {
    const { letters, source, add, idOf } = await start();
    const { position } = await add("a", "first life");
    await letters.redrive(idOf("a"), () => {});
    const again = { id: idOf("a"), source, payload: { id: "a", v: 2 }, trace: "t" };
    await letters.add({ ...again, history: [{ attempt: 1, error: error("second life") }] });
    const letter = await letters.get(idOf("a"));
    expect(letter).toMatchObject({ ...again, state: "dead", redrives: 1, position });
    expect(letter?.history.map(({ message }) => message)).toEqual(["first life", "second life"]);
  });

  it("a letter that dies again during its own delivery stays dead", async () => {
    const { letters, add, idOf } = await start();
    await add("a");
    await letters.redrive(idOf("a"), () => add("a", "again"));
    expect(await letters.get(idOf("a"))).toMatchObject({ state: "dead", redrives: 1 });
  });

  it("bounds the redrives of a letter that keeps failing, and records each", async () => {
    const { letters, add, idOf } = await start({ maxRedrives: 2 });
    await add("a");
    const still = error("still down", "E_STILL");
    const deliver = () => Promise.reject(still);
    expect(await letters.redrive(idOf("a"), deliver)).toMatchObject({ status: "failed", error: still });
    expect(await letters.redrive(idOf("a"), deliver)).toMatchObject({ status: "failed" });
    expect(await letters.redrive(idOf("a"), deliver)).toEqual({ status: "exhausted" });
    const letter = await letters.get(idOf("a"));
    expect(letter).toMatchObject({ state: "dead", redrives: 2 });
    expect(letter?.history.map(({ attempt, message, code }) => [attempt, message, code])).toEqual([
      [1, "down", undefined],
      [2, "still down", "E_STILL"],
      [3, "still down", "E_STILL"],
    ]);
  });

  it("of many redrives of one letter at once, exactly one delivers", async () => {
    const { letters, add, idOf } = await start();
    await add("a");
    let deliveries = 0;
    let begun = 0;
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const redrives = Array.from({ length: 20 }, async () => {
      const result = letters.redrive(idOf("a"), async () => {
        deliveries++;
        await gate;
      });
      const { status } = await Promise.race([result, gate.then(() => result)]);
      // The delivery is held up until all others have been turned away.
      if (status === "busy" && ++begun === 19) release();
      return status;
    });
    const statuses = await Promise.all(redrives);
    expect(deliveries).toBe(1);
    expect(statuses.sort()).toEqual([...new Array(19).fill("busy"), "redriven"]);
  });

  it("frees the letter of a caller that died, counts its redrive, and ignores what it says later", async () => {
    const { store, letters, add, idOf, expireLeases } = await start({ maxRedrives: 2 });
    await add("a");
    expect(await store.claim(idOf("a"), "dead caller", 60_000, 2)).toMatchObject({ state: "redriving", redrives: 1 });
    expect(await letters.redrive(idOf("a"), () => {})).toEqual({ status: "busy" });
    await expireLeases();
    expect(await letters.get(idOf("a"))).toMatchObject({ state: "dead" });
    expect(await store.claim(idOf("a"), "next", 60_000, 2)).toMatchObject({ redrives: 2 });
    expect(await store.settle(idOf("a"), "dead caller", undefined)).toBe(false);
    expect(await letters.get(idOf("a"))).toMatchObject({ state: "redriving" });
    expect(await store.settle(idOf("a"), "next", undefined)).toBe(true);
  });

  it("redrives a batch oldest first, throttled, each letter once however often it fails", async () => {
    let nowMs = 0;
    const startedAt: number[] = [];
    const timers = {
      setTimeout: (run: () => void, ms: number) => {
        nowMs += ms;
        queueMicrotask(run);
      },
      clearTimeout() {},
    };
    const { letters, source, add } = await start({ now: () => nowMs, timers, maxRedrives: 3 });
    for (let i = 0; i < 12; i++) await add(String(i));
    const order: unknown[] = [];
    const deliver = async ({ payload }: DeadLetter) => {
      startedAt.push(nowMs);
      nowMs += 20;
      order.push((payload as { id: string }).id);
      if (order.length % 3 === 0) throw error("still down");
    };
    const count = await letters.redriveAll(deliver, { source, perSecond: 5 });
    expect(count).toEqual({ redriven: 8, failed: 4, skipped: 0 });
    expect(order).toEqual(Array.from({ length: 12 }, (_, i) => String(i)));
    expect(startedAt).toEqual(Array.from({ length: 12 }, (_, i) => i * 200));

    const always = () => Promise.reject(error("for ever"));
    expect(await letters.redriveAll(always, { source })).toEqual({ redriven: 0, failed: 4, skipped: 0 });
    expect(await letters.redriveAll(always, { source })).toEqual({ redriven: 0, failed: 4, skipped: 0 });
    expect(await letters.redriveAll(always, { source })).toEqual({ redriven: 0, failed: 0, skipped: 4 });
  });

  it("stops a batch at its limit and when told", async () => {
    const timers = { setTimeout: (run: () => void) => queueMicrotask(run), clearTimeout() {} };
    const { letters, source, add } = await start({ timers });
    for (let i = 0; i < 6; i++) await add(String(i));
    expect(await letters.redriveAll(() => {}, { source, limit: 2 })).toEqual({ redriven: 2, failed: 0, skipped: 0 });
    const controller = new AbortController();
    const once = () => controller.abort();
    expect(await letters.redriveAll(once, { source, signal: controller.signal })).toMatchObject({ redriven: 1 });
    expect(await letters.list({ source, state: "dead" })).toHaveLength(3);
    await expect(letters.redriveAll(() => {}, { perSecond: 0 })).rejects.toThrow(RangeError);
  });
}
