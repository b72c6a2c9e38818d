import { settle } from "@groundwork/debts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seeded, trip } from "../bench/trip.ts";

const run = { seed: 7_041, numRuns: 300 };

/** Balances that sum to 0, in a range small enough for many zero-sum groups or large enough for few. */
const balances = (most: number): fc.Arbitrary<[string, number][]> =>
  fc
    .tuple(fc.constantFrom(3, 10, 100, 5000), fc.integer({ min: 1, max: most - 1 }))
    .chain(([range, n]) => fc.array(fc.integer({ min: -range, max: range }), { minLength: n, maxLength: n }))
    .map((values) => [...values, -values.reduce((a, b) => a + b, 0)].map((value, i) => [`p${i}`, value || 0]));

/** Everybody is left at zero; only debtors pay, only creditors receive; every amount is above 0. */
function expectSettled(
  entries: Iterable<readonly [string, number | bigint]>,
  transfers: readonly { from: string; to: string; amount: number | bigint }[],
): void {
  const start = new Map(Array.from(entries, ([id, value]) => [id, BigInt(value)]));
  const left = new Map(start);
  for (const { from, to, amount } of transfers) {
    expect(BigInt(amount) > 0n && start.get(from)! < 0n && start.get(to)! > 0n).toBe(true);
    left.set(from, left.get(from)! + BigInt(amount));
    left.set(to, left.get(to)! - BigInt(amount));
  }
  for (const [id, value] of left) expect(value, id).toBe(0n);
}

/** The fewest transfers by trying everything: the first open person settles in full with each of the opposite sign. */
function bruteForce(values: readonly number[]): number {
  const left = values.filter((value) => value !== 0);
  const search = (from: number): number => {
    while (from < left.length && left[from] === 0) from++;
    if (from === left.length) return 0;
    let fewest = Infinity;
    for (let i = from + 1; i < left.length; i++) {
      if (left[from]! * left[i]! >= 0) continue;
      left[i]! += left[from]!;
      fewest = Math.min(fewest, 1 + search(from + 1));
      left[i]! -= left[from]!;
    }
    return fewest;
  };
  return search(0);
}

/** The most zero-sum groups over all subsets, counted over strings of people: independent of how settle looks for them. */
function fewestBySubsets(values: readonly number[]): number {
  const open = values.filter((value) => value !== 0);
  const sums = new Float64Array(2 ** open.length);
  const most = new Int8Array(2 ** open.length);
  for (let set = 1; set < most.length; set++) {
    for (let i = 0; i < open.length; i++) {
      if ((set & (1 << i)) === 0) continue;
      sums[set] = sums[set ^ (1 << i)]! + open[i]!;
      most[set] = Math.max(most[set]!, most[set ^ (1 << i)]!);
    }
    if (sums[set] === 0) most[set]!++;
  }
  return open.length - most.at(-1)!;
}

describe("settle", () => {
  test("finds the fewest transfers: against brute force up to 10 people", () => {
    fc.assert(
      fc.property(balances(10), (entries) => {
        const plan = settle(entries);
        expectSettled(entries, plan.transfers);
        const fewest = bruteForce(entries.map(([, value]) => value));
        expect(plan).toMatchObject({ optimal: true, lowerBound: fewest });
        expect(plan.transfers.length).toBe(fewest);
        expect(plan.stopped).toBeUndefined();
      }),
      run,
    );
  });

  test("finds the fewest transfers: against all subsets up to 16 people", () => {
    fc.assert(
      fc.property(balances(16), (entries) => {
        const plan = settle(entries);
        expectSettled(entries, plan.transfers);
        expect(plan.optimal).toBe(true);
        expect(plan.transfers.length).toBe(fewestBySubsets(entries.map(([, value]) => value)));
      }),
      { ...run, numRuns: 100 },
    );
  });

  test("reaches a planted number of groups with up to 60 people, and proves its bound", () => {
    for (let seed = 0; seed < 12; seed++) {
      const random = seeded(seed);
      const entries: [string, number][] = [];
      let groups = 0;
      while (entries.length < 24 + seed * 3) {
        const size = 3 + Math.floor(random() * 3);
        let sum = 0;
        for (let i = 0; i < size; i++) {
          const value = i === size - 1 ? -sum : Math.floor(random() * 20_000) - 10_000;
          sum += value;
          entries.push([`p${entries.length}`, value]);
        }
        groups++;
      }
      const plan = settle(entries);
      expectSettled(entries, plan.transfers);
      expect(plan.optimal).toBe(true);
      expect(plan.transfers.length).toBeLessThanOrEqual(entries.length - groups);
    }
  });

  test("gives the same plan for a permuted input, and for bigints", () => {
    fc.assert(
      fc.property(balances(20), fc.infiniteStream(fc.nat()), (entries, numbers) => {
        const shuffled = entries.map((entry) => [numbers.next().value!, entry] as const).sort((a, b) => a[0] - b[0]);
        const plan = settle(entries);
        expect(settle(shuffled.map(([, entry]) => entry))).toEqual(plan);
        const big = settle(entries.map(([id, value]) => [id, BigInt(value)] as const));
        expect(big.transfers.map((transfer) => ({ ...transfer, amount: Number(transfer.amount) }))).toEqual(
          plan.transfers,
        );
      }),
      { ...run, numRuns: 150 },
    );
  });

  test("is stable: after any transfer of the plan is paid, the others are the plan", () => {
    for (let n = 3; n <= 20; n++) {
      for (let seed = 0; seed < 3; seed++) {
        const start = new Map(trip(n, seeded(1000 * n + seed)).map((value, i) => [`p${i}`, value]));
        const { transfers } = settle(start);
        for (const paid of transfers) {
          const after = new Map(start);
          after.set(paid.from, after.get(paid.from)! + paid.amount);
          after.set(paid.to, after.get(paid.to)! - paid.amount);
          expect(settle(after).transfers).toEqual(transfers.filter((transfer) => transfer !== paid));
        }
      }
    }
  });

  test("is stable where many plans tie: small amounts, up to 10 people", () => {
    fc.assert(
      fc.property(balances(10), (entries) => {
        const { transfers } = settle(entries);
        for (const paid of transfers) {
          const after = new Map(entries);
          after.set(paid.from, after.get(paid.from)! + paid.amount);
          after.set(paid.to, after.get(paid.to)! - paid.amount);
          expect(settle(after).transfers).toEqual(transfers.filter((transfer) => transfer !== paid));
        }
      }),
      run,
    );
  });

  test("within any node limit it settles everybody, and its bound holds", () => {
    fc.assert(
      fc.property(balances(14), fc.nat(3000), (entries, nodeLimit) => {
        const plan = settle(entries, { nodeLimit });
        expectSettled(entries, plan.transfers);
        const fewest = fewestBySubsets(entries.map(([, value]) => value));
        expect(plan.lowerBound).toBeLessThanOrEqual(fewest);
        expect(plan.transfers.length).toBeGreaterThanOrEqual(fewest);
        expect(plan.optimal).toBe(plan.transfers.length === plan.lowerBound);
        if (!plan.optimal) expect(plan.stopped).toBe("nodeLimit");
        expect(settle(entries, { nodeLimit })).toEqual(plan);
      }),
      run,
    );
  });
});
