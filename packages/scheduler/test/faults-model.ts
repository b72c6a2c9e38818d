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
import { expect } from "vitest";
import type { StoreEngine } from "./engines.ts";

const hour = 3_600_000;
const policies: readonly (() => Policy)[] = [
  fifo,
  priority,
  shortestJobFirst,
  weightedFair,
  roundRobin,
  earliestDeadlineFirst,
  multilevelFeedback,
];

/**
 * One seeded run: workers that crash, stall past their lease, hand back, fail, and send everything twice; adders that add
 * everything twice; operators who cancel, redrive and change the policy; a clock that leaps both ways. Then calm, until
 * nothing is left. What was acknowledged must have ended, within its attempts, and completed at most once.
 */
export async function faultyRun(engine: StoreEngine, seed: number, steps: number): Promise<void> {
  const random = generator(seed);
  const pick = (n: number): number => Math.floor(random() * n);
  const leaseMs = 5_000;
  const maxAttempts = 1 + pick(4);
  const keyLimit = pick(4) === 0 ? 2 : undefined;
  const store: Store<number> = engine.make<number>(policies[seed % policies.length]!(), {
    leaseMs,
    maxAttempts,
    ...(keyLimit !== undefined && { keyLimit }),
  });
  const acknowledged = new Set<string>();
  const begun = new Map<string, number>();
  const completed = new Map<string, number>();
  let inHand: Claim<number>[] = [];
  const living = new Map<string, Claim<number>>();

  const begin = (claims: Claim<number>[]): void => {
    for (const claim of claims) {
      begun.set(claim.id, (begun.get(claim.id) ?? 0) + 1);
      expect(claim.attempt, "attempts are bounded").toBeLessThanOrEqual(maxAttempts);
      expect(living.has(claim.id), "no task is claimed while its lease lives").toBe(false);
      living.set(claim.id, claim);
    }
    for (const key of keyLimit === undefined ? [] : ["k0", "k1", "k2"]) {
      const together = [...living.values()].filter(({ task }) => task.key === key).length;
      expect(together, "the limit of a key holds").toBeLessThanOrEqual(keyLimit!);
    }
    inHand.push(...claims);
  };
  const take = (): Claim<number> | undefined => inHand.splice(pick(inHand.length), 1)[0];
  const forget = (claim: Claim<number>): void => {
    if (living.get(claim.id)?.token === claim.token) living.delete(claim.id);
  };
  const complete = async (claim: Claim<number>): Promise<void> => {
    for (let twice = 0; twice < 2; twice++) {
      const [result] = await store.settle([{ claim, status: "completed", runMs: 1 }]);
      if (result!.state === "completed") completed.set(claim.id, (completed.get(claim.id) ?? 0) + 1);
      else expect(result!.state).toBe("lost");
    }
    forget(claim);
  };

  let made = 0;
  const operate = async (what: number): Promise<void> => {
    if (what === 0) return store.setPolicy(policies[pick(policies.length)]!());
    if (what === 1) return void (await store.cancel([`t${pick(made + 1)}`])).map((id) => living.delete(id));
    const ended = (await Promise.all([store.list({ state: "failed" }), store.list({ state: "dead" })])).flat();
    for (const { id } of ended) if (pick(2) === 0 && (await store.redrive([id])).length > 0) begun.set(id, 0);
  };
  for (let step = 0; step < steps; step++) {
    const dice = pick(11);
    if (dice < 3) {
      const tasks = Array.from({ length: 1 + pick(4) }, () => {
        // Now and then an id that was used before.
        const id = `t${pick(4) === 0 && made > 0 ? pick(made) : made++}`;
        const key = `k${pick(3)}`;
        return {
          id,
          data: made,
          key,
          tenant: key,
          priority: pick(5),
          cost: pick(9),
          deadline: pick(9),
          ...(pick(3) === 0 && { delayMs: pick(9_000) }),
        };
      });
      for (let twice = 0; twice < 2; twice++) for (const { id } of await store.add(tasks)) acknowledged.add(id);
    } else if (dice < 6) {
      begin(await store.claim(1 + pick(4)));
    } else if (dice === 6) {
      const claim = take();
      if (claim) await complete(claim);
    } else if (dice === 7) {
      const claim = take();
      if (claim === undefined) continue;
      if (pick(2) === 0) {
        const error = new Error("failed");
        await store.settle([
          { claim, status: "failed", error, runMs: 1, ...(pick(4) > 0 && { delayMs: pick(3_000) }) },
        ]);
      } else if ((await store.release([claim])).length > 0) {
        begun.set(claim.id, begun.get(claim.id)! - 1);
      }
      forget(claim);
    } else if (dice === 8) {
      // A crash forgets its claims; a stall keeps them, to be sent when they are stale.
      if (pick(2) === 0) inHand = inHand.filter(() => pick(3) > 0);
      else await store.extend(inHand.filter(() => pick(2) === 0));
    } else if (dice === 9) {
      const leap = [100, 2_000, leaseMs + 1, hour, -hour][pick(5)]!;
      await engine.advance(leap);
      // What may have run out may be claimed by others; what was just extended is decided by the store.
      if (leap > 0) living.clear();
    } else {
      await operate(pick(3));
    }
  }

  for (let round = 0; ; round++) {
    const { waiting, delayed, running } = await store.counts();
    if (waiting + delayed + running === 0) break;
    expect(round, "the calm empties the queue").toBeLessThan(400);
    // As far as all the leaps back together at first: they put off what was to come.
    await engine.advance(round === 0 ? steps * hour : leaseMs + 10_000);
    living.clear();
    const claims = await store.claim(50);
    begin(claims);
    for (const claim of claims) await complete(claim);
  }
  // The stalled ones wake up at last, and are refused.
  for (const claim of inHand)
    expect((await store.settle([{ claim, status: "completed", runMs: 1 }]))[0]!.state).toBe("lost");

  const counts = await store.counts();
  const ended = ["completed", "failed", "dead", "cancelled"] as const;
  expect(
    ended.reduce((total, state) => total + counts[state], 0),
    "nothing acknowledged is lost",
  ).toBe(acknowledged.size);
  for (const state of ended) {
    for (const task of await store.list({ state, limit: 10_000 })) {
      expect(acknowledged.has(task.id)).toBe(true);
      expect(begun.get(task.id) ?? 0, "every start is an attempt").toBe(task.attempts);
      expect(completed.get(task.id) ?? 0, "completed once or not at all").toBe(state === "completed" ? 1 : 0);
    }
  }
}

/** Numbers in [0, 1) from a seed. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    // Mulberry32.
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
