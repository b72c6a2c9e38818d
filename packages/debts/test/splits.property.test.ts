import {
  splitByPercent,
  splitByShares,
  splitEqually,
  splitExactly,
  splitItems,
  splitWithAdjustments,
} from "@groundwork/debts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const ids = fc.uniqueArray(fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom("__proto__", "toString")), {
  minLength: 1,
  maxLength: 9,
});
const total = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.maxSafeInteger(),
  fc.bigInt({ min: -(2n ** 90n), max: 2n ** 90n }),
);
const key = fc.option(fc.string(), { nil: undefined });
const run = { seed: 20_261, numRuns: 400 };

const sum = (shares: ReadonlyMap<string, number | bigint>): bigint =>
  [...shares.values()].reduce<bigint>((all, share) => all + BigInt(share), 0n);
const negated = (shares: ReadonlyMap<string, number | bigint>): [string, bigint][] =>
  Array.from(shares, ([id, share]) => [id, -BigInt(share)]);
const exact = (shares: ReadonlyMap<string, number | bigint>): [string, bigint][] =>
  Array.from(shares, ([id, share]) => [id, BigInt(share)]);

/** |share - total * weight / weights| < 1, in integers. */
function expectWithinOne(
  shares: ReadonlyMap<string, number | bigint>,
  all: number | bigint,
  weights: readonly (readonly [string, bigint])[],
): void {
  const whole = weights.reduce((a, [, weight]) => a + weight, 0n);
  for (const [id, weight] of weights) {
    const error = BigInt(shares.get(id)!) * whole - BigInt(all) * weight;
    expect(error > -whole && error < whole, `${id}: off by ${error}/${whole}`).toBe(true);
  }
}

describe("every split", () => {
  test("equal parts sum exactly, differ by at most one unit, keep the kind and mirror refunds", () => {
    fc.assert(
      fc.property(total, ids, key, (amount, people, key) => {
        const shares = splitEqually(amount, people, { key });
        expect(sum(shares)).toBe(BigInt(amount));
        const values = exact(shares)
          .map(([, share]) => share)
          .sort((a, b) => (a < b ? -1 : 1));
        expect(values.at(-1)! - values[0]!).toBeLessThanOrEqual(1n);
        for (const share of shares.values()) expect(typeof share).toBe(typeof amount);
        expect(exact(splitEqually(-amount as number, people, { key }))).toEqual(negated(shares));
        expect([...splitEqually(amount, [...people].reverse(), { key })].reverse()).toEqual([...shares]);
      }),
      run,
    );
  });

  test("shares and percentages sum exactly, each within one unit of its exact value, in any order", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(total, ids, weights, key, (amount, people, numbers, key) => {
        const entries = people.map((id, i) => [id, (numbers[i]! + (i === 0 ? 1 : 0)) / 100] as const);
        const shares = splitByShares(amount, entries, { key });
        expect(sum(shares)).toBe(BigInt(amount));
        expectWithinOne(
          shares,
          amount,
          people.map((id, i) => [id, BigInt(numbers[i]! + (i === 0 ? 1 : 0))]),
        );
        expect(new Map(splitByShares(amount, [...entries].reverse(), { key }))).toEqual(shares);
        expect(exact(splitByShares(-amount as number, entries, { key }))).toEqual(negated(shares));

        let left = 10_000;
        const percents = people.map((id, i) => {
          const part = i === people.length - 1 ? left : Math.min(left, numbers[i]!);
          left -= part;
          return [id, part] as const;
        });
        const byPercent = splitByPercent(
          amount,
          percents.map(([id, part]) => [id, (part / 100).toFixed(2)]),
          { key },
        );
        expect(sum(byPercent)).toBe(BigInt(amount));
        expectWithinOne(
          byPercent,
          amount,
          percents.map(([id, part]) => [id, BigInt(part)]),
        );
      }),
      run,
    );
  });

  test("adjustments sum exactly and move each person by exactly their amount", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000 }),
        ids,
        fc.array(fc.nat(50), { minLength: 9, maxLength: 9 }),
        key,
        (rest, people, plus, key) => {
          const fixed = people.map((id, i) => [id, { plus: plus[i]! }] as const);
          const all = rest + people.reduce((a, _, i) => a + plus[i]!, 0);
          const shares = splitWithAdjustments(all, fixed, { key });
          expect(sum(shares)).toBe(BigInt(all));
          const equal = splitEqually(rest, people, { key });
          people.forEach((id, i) => {
            expect(shares.get(id)).toBe(equal.get(id)! + plus[i]!);
          });
        },
      ),
      run,
    );
  });

  test("items sum exactly and each share is within one unit of its fraction of the bill", () => {
    const item = fc.record({
      amount: fc.integer({ min: 1, max: 5000 }),
      sharedBy: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"), { minLength: 1 }),
    });
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 8 }),
        fc.nat(2000),
        fc.nat(2000),
        key,
        (items, tax, tip, key) => {
          const subtotal = items.reduce((a, { amount }) => a + amount, 0);
          const all = subtotal + tax + tip;
          const shares = splitItems(all, items, { tax, tip, key });
          expect(sum(shares)).toBe(BigInt(all));
          // 60 is a multiple of every possible number of sharers.
          const weights = new Map<string, bigint>();
          for (const { amount, sharedBy } of items) {
            for (const id of sharedBy)
              weights.set(id, (weights.get(id) ?? 0n) + BigInt((amount * 60) / sharedBy.length));
          }
          expectWithinOne(shares, all, [...weights]);
          expect(
            new Map(
              splitItems(
                -all,
                items.map(({ amount, sharedBy }) => ({ amount: -amount, sharedBy })),
                { tax: -tax, tip: -tip, key },
              ),
            ),
          ).toEqual(new Map(Array.from(shares, ([id, share]) => [id, share === 0 ? 0 : -share])));
        },
      ),
      run,
    );
  });

  test("exact amounts come back unchanged, and one unit more or less is refused with the difference", () => {
    fc.assert(
      fc.property(
        ids,
        fc.array(fc.integer({ min: -9999, max: 9999 }), { minLength: 9, maxLength: 9 }),
        fc.integer({ min: -3, max: 3 }),
        (people, amounts, off) => {
          const entries = people.map((id, i) => [id, amounts[i]!] as const);
          const all = entries.reduce((a, [, amount]) => a + amount, 0);
          if (off === 0) expect([...splitExactly(all, entries)]).toEqual(entries);
          else expect(() => splitExactly(all + off, entries)).toThrow(expect.objectContaining({ difference: off }));
        },
      ),
      run,
    );
  });
});

describe("who gets the odd cent", () => {
  test("with `dealt`, nobody is ever more than one unit from an even share, over any run of expenses and refunds", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.integer({ min: -500, max: 2000 }), { maxLength: 60 }),
        fc.maxSafeInteger(),
        (n, totals, start) => {
          const people = Array.from({ length: n }, (_, i) => `p${i}`);
          const sums = new Array<bigint>(n).fill(0n);
          const history = [[...sums]];
          let dealt = BigInt(start);
          for (const amount of totals) {
            const shares = splitEqually(amount, people, { dealt });
            dealt += BigInt(amount);
            people.forEach((id, i) => {
              sums[i]! += BigInt(shares.get(id)!);
            });
            history.push([...sums]);
          }
          // Over every run from one point of the history to another, what two people paid differs by at most 1.
          for (let a = 0; a < history.length; a++) {
            for (let b = a; b < history.length; b++) {
              const run = people.map((_, i) => history[b]![i]! - history[a]![i]!).sort((x, y) => (x < y ? -1 : 1));
              expect(run.at(-1)! - run[0]!).toBeLessThanOrEqual(1n);
            }
          }
        },
      ),
      { ...run, numRuns: 60 },
    );
  });

  test("a refund dealt after a purchase takes back exactly what the purchase dealt", () => {
    const people = ["a", "b", "c"];
    const bought = splitEqually(100, people, { dealt: 47 });
    expect(negated(splitEqually(-100, people, { dealt: 147 }))).toEqual(exact(bought));
  });

  test("with `key`, everybody gets it about as often (chi-squared on 30,000 keys)", () => {
    const people = ["a", "b", "c", "d", "e", "f", "g"];
    const counts = new Map(people.map((id) => [id, 0]));
    for (let i = 0; i < 30_000; i++) {
      for (const [id, share] of splitEqually(1, people, { key: `expense-${i}` }))
        counts.set(id, counts.get(id)! + share);
    }
    const expected = 30_000 / people.length;
    const statistic = [...counts.values()].reduce((a, count) => a + (count - expected) ** 2 / expected, 0);
    // 22.46 is the 0.1 % point for 6 degrees of freedom.
    expect(statistic).toBeLessThan(22.46);
  });
});
