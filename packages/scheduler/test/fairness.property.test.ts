import {
  createQueue,
  earliestDeadlineFirst,
  fifo,
  priority,
  shortestJobFirst,
  simulate,
  weightedFair,
} from "@groundwork/scheduler";
import fc from "fast-check";
import { expect, test } from "vitest";

test("shares are within 2 % of the weights after 1,000 dispatches", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 2, maxLength: 8 }), (weights) => {
      const queue = createQueue<number>({ policy: weightedFair(), clock: () => 0 });
      weights.forEach((weight, tenant) => {
        for (let i = 0; i < 1_100; i++) queue.enqueue({ data: tenant, tenant: `t${tenant}`, weight });
      });
      const counts = weights.map(() => 0);
      for (let i = 0; i < 1_000; i++) counts[queue.dequeue()!.task.data]!++;
      const total = weights.reduce((a, b) => a + b);
      for (const [tenant, count] of counts.entries()) {
        expect(Math.abs(count / 1_000 - weights[tenant]! / total)).toBeLessThan(0.02);
      }
    }),
    { seed: 7, numRuns: 60 },
  );
});

test("two tenants with work waiting are never further apart than one largest task of each (Goyal's bound)", () => {
  const task = fc.record({ tenant: fc.constantFrom("a", "b", "c"), cost: fc.integer({ min: 1, max: 20 }) });
  const weights: Record<string, number> = { a: 1, b: 2, c: 5 };
  fc.assert(
    fc.property(
      fc.array(task, { minLength: 10, maxLength: 120 }),
      fc.array(fc.nat(3), { maxLength: 200 }),
      (tasks, gaps) => {
        const queue = createQueue<null>({ policy: weightedFair({ weights }), clock: () => 0 });
        const waiting = { a: 0, b: 0, c: 0 } as Record<string, number>;
        const bound = (x: string, y: string): number => 20 / weights[x]! + 20 / weights[y]!;
        // Service since the last moment at which either of the pair had nothing waiting.
        const lead: Record<string, number> = {};
        const pairs = [
          ["a", "b"],
          ["a", "c"],
          ["b", "c"],
        ] as const;
        const check = (): void => {
          for (const [x, y] of pairs) {
            if (waiting[x] === 0 || waiting[y] === 0) lead[x + y] = 0;
            else expect(Math.abs(lead[x + y] ?? 0)).toBeLessThanOrEqual(bound(x, y) + 1e-9);
          }
        };
        let added = 0;
        for (const gap of gaps) {
          for (let i = 0; i < gap && added < tasks.length; i++) {
            const next = tasks[added++]!;
            queue.enqueue({ data: null, ...next });
            waiting[next.tenant]!++;
          }
          check();
          const entry = queue.dequeue();
          if (entry === undefined) continue;
          const { tenant, cost } = entry.task as { tenant: string; cost: number };
          for (const [x, y] of pairs) {
            if (tenant === x) lead[x + y] = (lead[x + y] ?? 0) + cost / weights[x]!;
            if (tenant === y) lead[x + y] = (lead[x + y] ?? 0) - cost / weights[y]!;
          }
          check();
          waiting[tenant]!--;
        }
      },
    ),
    { seed: 11, numRuns: 300 },
  );
});

test("a light tenant waits at least 20 times less than under FIFO", () => {
  const lastOfLight = (policy: Parameters<typeof createQueue>[0]["policy"]): number => {
    const queue = createQueue<string>({ policy, clock: () => 0 });
    for (const [tenant, count, weight] of [
      ["heavy", 9_000, 1],
      ["middle", 900, 2],
      ["light", 90, 1],
    ] as const) {
      for (let i = 0; i < count; i++) queue.enqueue({ data: tenant, tenant, weight });
    }
    let last = 0;
    for (let i = 0; queue.size > 0; i++) if (queue.dequeue()!.task.data === "light") last = i;
    return last;
  };
  expect(lastOfLight(fifo()) / lastOfLight(weightedFair())).toBeGreaterThan(20);
});

test("an idle tenant gains no credit: it joins at the virtual time, not behind it", () => {
  const queue = createQueue<string>({ policy: weightedFair(), clock: () => 0 });
  // It was served once, long ago.
  queue.enqueue({ data: "idle", tenant: "idle" });
  queue.dequeue();
  for (let i = 0; i < 500; i++) queue.enqueue({ data: "busy", tenant: "busy" });
  for (let i = 0; i < 400; i++) queue.dequeue();
  for (let i = 0; i < 100; i++) queue.enqueue({ data: "idle", tenant: "idle" });
  const next = Array.from({ length: 40 }, () => queue.dequeue()!.task.data);
  expect(next.filter((tenant) => tenant === "idle").length).toBeGreaterThanOrEqual(20);
  expect(next.filter((tenant) => tenant === "idle").length).toBeLessThanOrEqual(21);
});

test("with ageing, a task is overtaken only within its patience, so nothing starves", () => {
  const policy = priority({ agingMs: 100 });
  fc.assert(
    fc.property(fc.nat(20), fc.nat(20), fc.nat(5_000), (p, q, later) => {
      const overtaken = policy.onEnqueue({ priority: q }, later, null) < policy.onEnqueue({ priority: p }, 0, null);
      expect(overtaken).toBe(later < (q - p) * 100);
    }),
    { seed: 3 },
  );
});

test("shortest job first has the least mean wait of all orders of a batch", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 6 }), (times) => {
      const wait = (order: number[]): number => {
        let [clock, sum] = [0, 0];
        for (const i of order) {
          sum += clock;
          clock += times[i]!;
        }
        return sum / times.length;
      };
      const best = Math.min(...permutations(times.map((_, i) => i)).map(wait));
      const tasks = times.map((runMs, i) => ({ id: String(i), runMs }));
      expect(simulate(tasks, { policy: shortestJobFirst() }).meanWaitingMs).toBeCloseTo(best, 9);
    }),
    { seed: 5, numRuns: 60 },
  );
});

test("earliest deadline first misses none on a feasible set", () => {
  // Feasible by construction: a schedule is drawn first, and each deadline is at or after the finish that it gives.
  const piece = fc.record({ runMs: fc.integer({ min: 1, max: 9 }), head: fc.nat(30), slack: fc.nat(10) });
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 40 }), (pieces) => {
      let clock = 0;
      const tasks = pieces.map(({ runMs, head, slack }, i) => {
        const arrivalMs = Math.max(0, clock - head);
        clock += runMs;
        return { id: String(i), runMs, arrivalMs, deadline: clock + slack };
      });
      expect(simulate(tasks, { policy: earliestDeadlineFirst(), quantumMs: 1 }).late).toBe(0);
    }),
    { seed: 13, numRuns: 300 },
  );
});

function permutations(items: number[]): number[][] {
  if (items.length <= 1) return [items];
  return items.flatMap((item, i) => permutations(items.filter((_, j) => j !== i)).map((rest) => [item, ...rest]));
}
