import { AttemptTimeout, constant, type FailedAttempt, retry } from "@groundwork/retry";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const fail = (message = "down") => Promise.reject(new Error(message));
/** Settles `promise` under the fake clock: its outcome and the time that it took. */
async function outcome<T>(promise: Promise<T>): Promise<{ value?: T; error?: unknown; tookMs: number }> {
  const start = Date.now();
  const settled = promise.then(
    (value) => ({ value, tookMs: Date.now() - start }),
    (error: unknown) => ({ error, tookMs: Date.now() - start }),
  );
  await vi.runAllTimersAsync();
  return settled;
}

describe("retry", () => {
  it("gives the first success and calls no more", async () => {
    const run = vi.fn(({ attempt }: { attempt: number }) => (attempt < 3 ? fail() : attempt));
    expect(await outcome(retry(run, { maxAttempts: 5, backoff: constant(10) }))).toEqual({ value: 3, tookMs: 20 });
    expect(run).toHaveBeenCalledTimes(3);
  });

  it("counts the first call in `maxAttempts`, and throws the last error itself", async () => {
    const last = new Error("third");
    const run = vi.fn(({ attempt }) => (attempt === 3 ? Promise.reject(last) : fail()));
    const { error } = await outcome(retry(run, { maxAttempts: 3 }));
    expect(error).toBe(last);
    expect(run).toHaveBeenCalledTimes(3);
  });

  it("takes a synchronous throw for a failed attempt and a plain value for a success", async () => {
    const run = ({ attempt }: { attempt: number }) => {
      if (attempt === 1) throw new Error("at once");
      return "plain";
    };
    expect((await outcome(retry(run))).value).toBe("plain");
  });

  it("tells the backoff its previous delay, without the server's hint", async () => {
    const backoff = vi.fn((attempt: number) => attempt * 10);
    const run = () => Promise.reject({ retryAfterMs: 1_000 });
    const { tookMs } = await outcome(retry(run, { maxAttempts: 4, backoff }));
    expect(backoff.mock.calls).toEqual([
      [1, undefined],
      [2, 10],
      [3, 20],
    ]);
    expect(tookMs).toBe(3_000 + 60);
  });

  it("waits by default anywhere up to 100 ms, doubled at each failure", async () => {
    const waits: number[] = [];
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    await outcome(retry(() => fail(), { maxAttempts: 12, onFailure: ({ waitMs }) => waits.push(waitMs ?? -1) }));
    vi.restoreAllMocks();
    expect(waits).toEqual([50, 100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 15_000, 15_000, -1]);
  });

  it("asks `retryIf`, and stops when it says no", async () => {
    const run = vi.fn(() => fail("wrong password"));
    const retryIf = vi.fn(async (error: unknown) => (error as Error).message !== "wrong password");
    expect((await outcome(retry(run, { retryIf }))).error).toEqual(new Error("wrong password"));
    expect(run).toHaveBeenCalledTimes(1);
    expect(retryIf).toHaveBeenCalledTimes(1);
  });

  it("gives up when the server asks for a longer pause than `maxHintMs`", async () => {
    const run = vi.fn(() => Promise.reject({ headers: new Headers({ "Retry-After": "61" }) }));
    const failures: FailedAttempt[] = [];
    const { tookMs } = await outcome(retry(run, { onFailure: (failure) => void failures.push(failure) }));
    expect(run).toHaveBeenCalledTimes(1);
    expect(tookMs).toBe(0);
    expect(failures.map(({ stopped }) => stopped)).toEqual(["hint"]);
    expect((await outcome(retry(run, { maxHintMs: 61_000, backoff: constant(0) }))).tookMs).toBe(122_000);
  });

  it("tells of every failure: the wait, or why there is none", async () => {
    const failures: FailedAttempt[] = [];
    const onFailure = (failure: FailedAttempt) => void failures.push(failure);
    const empty = { deposit() {}, withdraw: () => false, balance: () => 0 };
    await outcome(retry(() => fail("a"), { maxAttempts: 2, backoff: constant(7), onFailure }));
    await outcome(retry(() => fail("b"), { retryIf: () => false, onFailure }));
    await outcome(retry(() => fail("c"), { budget: empty, onFailure }));
    expect(failures).toEqual([
      { attempt: 1, error: new Error("a"), waitMs: 7, stopped: undefined },
      { attempt: 2, error: new Error("a"), waitMs: undefined, stopped: "attempts" },
      { attempt: 1, error: new Error("b"), waitMs: undefined, stopped: "retryIf" },
      { attempt: 1, error: new Error("c"), waitMs: undefined, stopped: "budget" },
    ]);
  });

  it("pays for retries only, and not for those that `retryIf` refuses", async () => {
    const budget = { deposit: vi.fn(), withdraw: vi.fn(() => true), balance: () => 0 };
    await outcome(retry(() => fail(), { maxAttempts: 4, budget }));
    await outcome(retry(() => fail(), { retryIf: () => false, budget }));
    await outcome(retry(() => 1, { budget }));
    expect(budget.deposit).toHaveBeenCalledTimes(3);
    expect(budget.withdraw).toHaveBeenCalledTimes(3);
  });

  describe("time-out", () => {
    it("abandons the attempt, aborts its signal, and tries again", async () => {
      const reasons: unknown[] = [];
      const hang = ({ signal }: { signal: AbortSignal }) =>
        new Promise<never>(() => signal.addEventListener("abort", () => reasons.push(signal.reason)));
      const { error, tookMs } = await outcome(retry(hang, { maxAttempts: 2, timeoutMs: 50, backoff: constant(5) }));
      expect(error).toBeInstanceOf(AttemptTimeout);
      expect(error).toMatchObject({ code: "ATTEMPT_TIMEOUT", timeoutMs: 50, message: "Timed out after 50 ms." });
      expect(reasons).toEqual([expect.any(AttemptTimeout), error]);
      expect(tookMs).toBe(105);
    });

    it("does not touch an attempt that ends in time", async () => {
      let kept: AbortSignal | undefined;
      const run = ({ signal }: { signal: AbortSignal }) => {
        kept = signal;
        return new Promise((resolve) => setTimeout(resolve, 49, "done"));
      };
      expect((await outcome(retry(run, { timeoutMs: 50 }))).value).toBe("done");
      expect(kept?.aborted).toBe(false);
    });

    it("leaves no unhandled rejection when abandoned work fails later", async () => {
      const unhandled = vi.fn();
      process.on("unhandledRejection", unhandled);
      const late = () => new Promise((_, reject) => setTimeout(reject, 80, new Error("late")));
      await outcome(retry(late, { maxAttempts: 1, timeoutMs: 50 }));
      vi.useRealTimers();
      await new Promise((resolve) => setImmediate(resolve));
      process.off("unhandledRejection", unhandled);
      vi.useFakeTimers();
      expect(unhandled).not.toHaveBeenCalled();
    });

    it("waits longer than a timer can count without returning at once", async () => {
      const run = vi.fn(() => Promise.reject({ retryAfterMs: 2 ** 31 }));
      const controller = new AbortController();
      const promise = retry(run, { maxHintMs: Infinity, signal: controller.signal, backoff: constant(0) });
      promise.catch(() => {});
      await vi.advanceTimersByTimeAsync(1_000_000);
      expect(run).toHaveBeenCalledTimes(1);
      controller.abort();
      await expect(promise).rejects.toThrow("aborted");
    });
  });

  describe("abort", () => {
    it("does not begin when the signal is aborted already", async () => {
      const run = vi.fn();
      const reason = new Error("gone");
      expect((await outcome(retry(run, { signal: AbortSignal.abort(reason) }))).error).toBe(reason);
      expect(run).not.toHaveBeenCalled();
    });

    it("stops an attempt at once, and tells it", async () => {
      const controller = new AbortController();
      const reason = new Error("gone");
      let inner: AbortSignal | undefined;
      const promise = retry(
        ({ signal }) => {
          inner = signal;
          return new Promise(() => {});
        },
        { signal: controller.signal },
      );
      const settled = outcome(promise);
      controller.abort(reason);
      expect(await settled).toEqual({ error: reason, tookMs: 0 });
      expect(inner?.reason).toBe(reason);
    });

    it("stops the wait between attempts at once", async () => {
      const controller = new AbortController();
      const run = vi.fn(() => fail());
      setTimeout(() => controller.abort(new Error("gone")), 30);
      const { error, tookMs } = await outcome(retry(run, { signal: controller.signal, backoff: constant(1_000) }));
      expect(error).toEqual(new Error("gone"));
      expect(tookMs).toBe(30);
      expect(run).toHaveBeenCalledTimes(1);
    });

    it("wins over an error thrown because of it, and over a `retryIf` that was under way", async () => {
      const first = new AbortController();
      const run = () => {
        first.abort(new Error("gone"));
        return fail("because");
      };
      expect((await outcome(retry(run, { signal: first.signal }))).error).toEqual(new Error("gone"));
      const second = new AbortController();
      const retryIf = () => {
        second.abort(new Error("gone"));
        return true;
      };
      const again = vi.fn(() => fail());
      expect((await outcome(retry(again, { signal: second.signal, retryIf }))).error).toEqual(new Error("gone"));
      expect(again).toHaveBeenCalledTimes(1);
    });

    it("leaves no listener on a signal that lives on", async () => {
      const { signal } = new AbortController();
      const added = vi.spyOn(signal, "addEventListener");
      const removed = vi.spyOn(signal, "removeEventListener");
      await outcome(retry(({ attempt }) => (attempt < 3 ? fail() : 1), { signal }));
      expect(added.mock.calls.length).toBe(5);
      expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(
        added.mock.calls.map(([, listener]) => listener),
      );
    });
  });

  it("names what it refuses", async () => {
    const run = vi.fn();
    for (const maxAttempts of [0, -1, 2.5, Number.NaN]) {
      await expect(retry(run, { maxAttempts })).rejects.toThrow(
        new RangeError(`Expected \`maxAttempts\` to be an integer ≥ 1, got ${maxAttempts}.`),
      );
    }
    await expect(retry(run, { timeoutMs: 0 })).rejects.toThrow("Expected `timeoutMs` to be an integer ≥ 1, got 0.");
    expect(run).not.toHaveBeenCalled();
  });

  it("goes on for ever when told to", async () => {
    const run = ({ attempt }: { attempt: number }) => (attempt < 2_000 ? fail() : attempt);
    expect((await outcome(retry(run, { maxAttempts: Infinity, backoff: constant(1) }))).value).toBe(2_000);
  });
});
