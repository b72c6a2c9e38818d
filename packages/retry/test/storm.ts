import { createBudget, exponential, retry } from "@groundwork/retry";
import { expect } from "vitest";
import { VirtualClock } from "./virtual-clock.ts";

/** Linear congruential: the same numbers on every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const afterSeconds = 5;

/** A thousand calls a second on a service that is down at first: attempts begun in each second. */
async function storm(downSeconds: number, withBudget: boolean): Promise<{ perSecond: number[]; busiest: number }> {
  const clock = new VirtualClock();
  const budget = createBudget({ now: clock.now });
  const backoff = exponential({ baseMs: 100, maxMs: 5_000, random: seeded(7) });
  const perSecond: number[] = new Array(downSeconds + afterSeconds).fill(0);
  const perTenth: number[] = new Array((downSeconds + afterSeconds) * 10).fill(0);
  const run = async () => {
    perSecond[Math.floor(clock.nowMs / 1_000)]! += 1;
    perTenth[Math.floor(clock.nowMs / 100)]! += 1;
    if (clock.nowMs < downSeconds * 1_000) throw new Error("down");
  };
  const options = { maxAttempts: 6, backoff, timers: clock, ...(withBudget ? { budget } : {}) };
  for (let ms = 0; ms < (downSeconds + afterSeconds) * 1_000 - 1; ms++) {
    retry(run, options).catch(() => {});
    await clock.advance(1);
  }
  return { perSecond, busiest: Math.max(...perTenth.slice(downSeconds * 10)) };
}

/** A service that fails every call sees 20 % more load and ten a second, and no spike when it returns. */
export async function expectCalmStorm(downSeconds: number): Promise<void> {
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
  const bound = 1.2 * 1_000 * downSeconds + 10 * (downSeconds + 1);
  const guarded = await storm(downSeconds, true);
  const attempts = sum(guarded.perSecond.slice(0, downSeconds));
  expect(attempts).toBeLessThanOrEqual(bound);
  // Not by refusing to retry: nearly all of what is allowed is used.
  expect(attempts).toBeGreaterThan(0.97 * bound);
  // And no spike when it comes back: no tenth of a second with half as much again as the usual hundred calls.
  expect(guarded.busiest).toBeLessThan(150);

  const bare = await storm(downSeconds, false);
  expect(sum(bare.perSecond.slice(0, downSeconds))).toBeGreaterThan(3 * attempts);
}
