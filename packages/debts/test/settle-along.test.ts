import { collapseCycles, settle, settleAlong, type Transfer } from "@groundwork/debts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seeded } from "../bench/trip.ts";

const run = { seed: 61, numRuns: 200 };
const debts = (people: number, most: number): fc.Arbitrary<Transfer<number>[]> =>
  fc
    .array(fc.tuple(fc.nat(people - 1), fc.nat(people - 1), fc.integer({ min: 1, max: 12 })), { maxLength: most })
    .map((list) =>
      list
        .filter(([from, to]) => from !== to)
        .map(([from, to, amount]) => ({ from: `p${from}`, to: `p${to}`, amount })),
    );

const key = ({ from, to }: { from: string; to: string }): string => `${from} ${to}`;
const total = (list: readonly Transfer<number>[], by: (transfer: Transfer<number>) => string): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const transfer of list) sums.set(by(transfer), (sums.get(by(transfer)) ?? 0) + transfer.amount);
  return sums;
};
const balances = (list: readonly Transfer<number>[]): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const { from, to, amount } of list) {
    sums.set(from, (sums.get(from) ?? 0) - amount);
    sums.set(to, (sums.get(to) ?? 0) + amount);
  }
  return new Map([...sums].filter(([, sum]) => sum !== 0).sort());
};

/** The fewest debts that carry integer amounts with these balances and caps, by trying all amounts on all subsets. */
function fewestAlong(list: readonly Transfer<number>[]): number {
  const arcs = [...total(list, key).keys()].map((pair) => pair.split(" ") as [string, string]);
  const wanted = balances(list);
  const mayPay = total(list, (debt) => debt.from);
  const whole = list.reduce((sum, { amount }) => sum + amount, 0);
  let fewest = Infinity;
  const search = (i: number, used: number, plan: Transfer<number>[]): void => {
    if (used >= fewest) return;
    if (i === arcs.length) {
      const out = total(plan, (transfer) => transfer.from);
      const same = JSON.stringify([...balances(plan)]) === JSON.stringify([...wanted]);
      if (same && [...out].every(([id, paid]) => paid <= mayPay.get(id)!)) fewest = used;
      return;
    }
    const [from, to] = arcs[i]!;
    search(i + 1, used, plan);
    for (let amount = 1; amount <= Math.min(whole, mayPay.get(from)!); amount++)
      search(i + 1, used + 1, [...plan, { from, to, amount }]);
  };
  search(0, 0, []);
  return fewest;
}

function expectAlong(list: readonly Transfer<number>[], plan: readonly Transfer<number>[]): void {
  expect(balances(plan)).toEqual(balances(list));
  const known = total(list, key);
  for (const transfer of plan) {
    expect(transfer.amount).toBeGreaterThan(0);
    expect(known.has(key(transfer))).toBe(true);
  }
  const mayPay = total(list, (debt) => debt.from);
  for (const [id, paid] of total(plan, (transfer) => transfer.from)) expect(paid).toBeLessThanOrEqual(mayPay.get(id)!);
}

describe("settleAlong", () => {
  test("uses only existing debts, nobody pays more than they owed, and it is as short as trying everything finds", () => {
    const small = debts(4, 6).map((list) => list.map((debt) => ({ ...debt, amount: 1 + (debt.amount % 3) })));
    fc.assert(
      fc.property(small, (list) => {
        const plan = settleAlong(list);
        expectAlong(list, plan.transfers);
        expect(plan.optimal).toBe(true);
        expect(plan.transfers.length).toBe(fewestAlong(list));
      }),
      run,
    );
  });

  test("says for each transfer which debts it stands for", () => {
    fc.assert(
      fc.property(debts(7, 16), (list) => {
        const plan = settleAlong(list);
        expectAlong(list, plan.transfers);
        const known = total(list, key);
        for (const transfer of plan.transfers) {
          expect(transfer.replaces.length).toBeGreaterThan(0);
          for (const debt of transfer.replaces) expect(debt.amount).toBeLessThanOrEqual(known.get(key(debt))!);
        }
        // Where no part is shared between transfers, what a transfer replaces comes to the same as the transfer.
        const shared = total(
          plan.transfers.flatMap(({ replaces }) => replaces),
          key,
        );
        if ([...shared].some(([pair, amount]) => amount > known.get(pair)!)) return;
        for (const transfer of plan.transfers) expect(balances(transfer.replaces)).toEqual(balances([transfer]));
      }),
      run,
    );
  });

  test("is never shorter than settle, and the same for permuted debts", () => {
    fc.assert(
      fc.property(debts(8, 20), (list) => {
        const plan = settleAlong(list);
        expect(plan.transfers.length).toBeGreaterThanOrEqual(settle(balances(list)).transfers.length);
        expect(settleAlong([...list].reverse())).toEqual(plan);
      }),
      run,
    );
  });

  test("sends money straight where a debt allows it, and not where none does", () => {
    const chain = [
      { from: "a", to: "b", amount: 10 },
      { from: "b", to: "c", amount: 10 },
    ];
    expect(settleAlong(chain).transfers.length).toBe(2);
    expect(settleAlong([...chain, { from: "a", to: "c", amount: 1 }]).transfers).toMatchObject([
      { from: "a", to: "c", amount: 11 },
    ]);
  });

  test("settles a circle with nothing, and keeps bigints", () => {
    expect(
      settleAlong([
        { from: "a", to: "b", amount: 5n },
        { from: "b", to: "a", amount: 5n },
      ]),
    ).toEqual({ transfers: [], optimal: true, lowerBound: 0 });
    expect(settleAlong([{ from: "a", to: "b", amount: 5n }]).transfers[0]!.amount).toBe(5n);
  });

  test("within any node limit the plan holds, and so does its bound", () => {
    const random = seeded(8);
    const list = Array.from({ length: 80 }, () => ({
      from: `p${Math.floor(random() * 14)}`,
      to: `p${14 + Math.floor(random() * 14)}`,
      amount: 1 + Math.floor(random() * 9000),
    }));
    for (const nodeLimit of [0, 500, 5000]) {
      const plan = settleAlong(list, { nodeLimit });
      expectAlong(list, plan.transfers);
      expect(plan.lowerBound).toBeLessThanOrEqual(plan.transfers.length);
      expect(plan.optimal || plan.stopped === "nodeLimit").toBe(true);
    }
  });

  test("refuses amounts that are not above 0, and debts to oneself", () => {
    expect(() => settleAlong([{ from: "a", to: "b", amount: 0 }])).toThrow(RangeError);
    expect(() => settleAlong([{ from: "a", to: "a", amount: 1 }])).toThrow(/"a"/);
  });
});

describe("collapseCycles", () => {
  test("leaves no cycle, every balance as it was, and no debt larger", () => {
    fc.assert(
      fc.property(debts(9, 40), (list) => {
        const left = collapseCycles(list);
        expect(balances(left)).toEqual(balances(list));
        const known = total(list, key);
        for (const debt of left) expect(debt.amount).toBeLessThanOrEqual(known.get(key(debt))!);
        // Without a cycle, taking away people who owe nobody ends with nobody left.
        let open = left;
        for (let before = -1; open.length !== before; ) {
          before = open.length;
          const owes = new Set(open.map((debt) => debt.from));
          open = open.filter((debt) => owes.has(debt.to));
        }
        expect(open).toEqual([]);
        expect(collapseCycles([...list].reverse())).toEqual(left);
      }),
      { ...run, numRuns: 500 },
    );
  });

  test("walks a circle of 20,000 people", () => {
    const ring = Array.from({ length: 20_000 }, (_, i) => ({
      from: `p${i}`,
      to: `p${(i + 1) % 20_000}`,
      amount: i === 7 ? 1 : 2,
    }));
    expect(collapseCycles(ring).length).toBe(19_999);
  });
});
