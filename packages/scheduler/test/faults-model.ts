import type { Claim, Policy, Store } from "@groundwork/scheduler";
import { expect } from "vitest";
import type { StoreEngine } from "./engines.ts";

/**
 * One seeded run: workers that crash, stall past their lease, hand back, fail, and send everything twice; adders that add
 * everything twice; a clock that leaps. Then calm, until nothing is left. What was acknowledged must have ended, within
 * its attempts, and completed at most once.
 */
export async function faultyRun(engine: StoreEngine, policy: Policy, seed: number, steps: number): Promise<void> {
  const random = generator(seed);
  const pick = (n: number): number => Math.floor(random() * n);
  const leaseMs = 5_000;
  const maxAttempts = 1 + pick(4);
  const store: Store<number> = engine.make<number>(policy, { leaseMs, maxAttempts });
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
  for (let step = 0; step < steps; step++) {
    const dice = pick(10);
    if (dice < 3) {
      const tasks = Array.from({ length: 1 + pick(4) }, () => {
        // Now and then an id that was used before.
        const id = `t${pick(4) === 0 && made > 0 ? pick(made) : made++}`;
        const key = `k${pick(3)}`;
        return {
          id,
          data: made,
          tenant: key,
          priority: pick(5),
          cost: pick(9),
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
    } else {
      const leap = [100, 2_000, leaseMs + 1, 3_600_000][pick(4)]!;
      await engine.advance(leap);
      // What may have run out may be claimed by others; what was just extended is decided by the store.
      if (leap > 0) living.clear();
    }
  }

  for (let round = 0; ; round++) {
    const { waiting, delayed, running } = await store.counts();
    if (waiting + delayed + running === 0) break;
    expect(round, "the calm empties the queue").toBeLessThan(200);
    await engine.advance(leaseMs + 10_000);
    living.clear();
    const claims = await store.claim(50);
    begin(claims);
    for (const claim of claims) await complete(claim);
  }
  // The stalled ones wake up at last, and are refused.
  for (const claim of inHand)
    expect((await store.settle([{ claim, status: "completed", runMs: 1 }]))[0]!.state).toBe("lost");

  const counts = await store.counts();
  expect(counts.completed + counts.failed + counts.dead, "nothing acknowledged is lost").toBe(acknowledged.size);
  for (const state of ["completed", "failed", "dead"] as const) {
    for (const task of await store.list({ state, limit: 10_000 })) {
      expect(acknowledged.has(task.id)).toBe(true);
      expect(begun.get(task.id), "every start is an attempt").toBe(task.attempts);
      expect(completed.get(task.id) ?? 0, "completed once or not at all").toBe(state === "completed" ? 1 : 0);
    }
  }
}

function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    // Mulberry32.
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
