import { SplitError, settle } from "@groundwork/debts";
import { describe, expect, test } from "vitest";
import { seeded, trip } from "../bench/trip.ts";

const uniform = (n: number, range: number, seed: number): [string, number][] => {
  const random = seeded(seed);
  const values = Array.from({ length: n - 1 }, () => Math.floor(random() * (2 * range + 1)) - range);
  return [...values, -values.reduce((a, b) => a + b, 0)].map((value, i) => [`p${i}`, value]);
};

describe("settle", () => {
  test("settles nobody, and people who are even, with no transfer", () => {
    expect(settle([])).toEqual({ transfers: [], optimal: true, lowerBound: 0 });
    expect(settle([["a", 0]])).toEqual({ transfers: [], optimal: true, lowerBound: 0 });
  });

  test("beats paying largest to largest", () => {
    // Largest first pays 6 to 5 and needs five transfers; in two groups, {6, -4, -2} and {5, -3, -2}, four are enough.
    const plan = settle([
      ["a", 6],
      ["b", 5],
      ["c", -4],
      ["d", -3],
      ["e", -2],
      ["f", -2],
    ]);
    expect(plan.transfers.length).toBe(4);
    expect(plan.optimal).toBe(true);
  });

  test("does not take the first group of three that it sees", () => {
    // Taking {6, -2, -4} leaves two groups; the optimum has three.
    const values = [6, -2, -3, -3, -5, -5, 9, -4, 7];
    expect(settle(values.map((value, i) => [`p${i}`, value])).transfers.length).toBe(6);
  });

  test("refuses balances that do not sum to 0, and says what is missing", () => {
    expect(() =>
      settle([
        ["a", 10],
        ["b", -9],
      ]),
    ).toThrow(SplitError);
    expect(() =>
      settle([
        ["a", 10n],
        ["b", -9n],
      ]),
    ).toThrow(expect.objectContaining({ code: "balances", expected: 0n, got: 1n, difference: -1n }));
  });

  test("refuses unsafe numbers, mixed kinds and somebody twice", () => {
    expect(() =>
      settle([
        ["a", 2 ** 53],
        ["b", -(2 ** 53)],
      ]),
    ).toThrow(RangeError);
    expect(() =>
      settle([
        ["a", 1],
        ["b", -1n],
      ] as never),
    ).toThrow(TypeError);
    expect(() =>
      settle([
        ["a", 1],
        ["a", -1],
      ]),
    ).toThrow(/"a"/);
  });

  test("is not misled by sums that vanish only modulo its prime", () => {
    const prime = 4503599627370449n;
    const plan = settle([
      ["a", prime],
      ["b", prime + 1n],
      ["c", -2n * prime - 4n],
      ["d", 3n],
    ]);
    expect(plan.transfers.length).toBe(3);
    const most = BigInt(Number.MAX_SAFE_INTEGER);
    expect(
      settle([
        ["a", prime],
        ["b", most - prime],
        ["c", -1n],
        ["d", 1n - most],
      ]).transfers.length,
    ).toBe(3);
  });

  test("proves any 24 balances, with many ties or with none, as numbers and as bigints", () => {
    for (const range of [5, 9, 30, 300, 1e6, 1e14]) {
      const entries = uniform(24, range, range);
      expect(settle(entries).optimal, `±${range}`).toBe(true);
      const big = settle(entries.map(([id, value]) => [id, BigInt(value) * (2n ** 70n + 1n)] as const));
      expect(big.optimal).toBe(true);
      expect(big.transfers.length).toBe(settle(entries).transfers.length);
    }
  });

  test("settles 300 people in parts, with an honest bound", () => {
    const entries = trip(300, seeded(3)).map((value, i) => [`p${i}`, value] as const);
    const plan = settle(entries);
    const left = new Map<string, number>(entries);
    for (const { from, to, amount } of plan.transfers) {
      left.set(from, left.get(from)! + amount);
      left.set(to, left.get(to)! - amount);
    }
    expect([...left.values()].every((value) => value === 0)).toBe(true);
    expect(plan.transfers.length).toBeLessThan(270);
    expect(plan.optimal).toBe(false);
    expect(plan.lowerBound).toBeGreaterThanOrEqual(150);
  });

  test("stops when told to, by the clock or by the caller, with a plan in hand", () => {
    const hard = uniform(60, 1e9, 5);
    let time = 0;
    const timed = settle(hard, { timeLimitMs: 5, now: () => time++ });
    expect(timed).toMatchObject({ optimal: false, stopped: "timeLimit" });
    const seen: number[] = [];
    const called = settle(hard, {
      onProgress: (done, limit) => {
        seen.push(done);
        expect(limit).toBe(30_000_000);
        return seen.length < 3;
      },
    });
    expect(called).toMatchObject({ optimal: false, stopped: "caller" });
    expect(seen.length).toBe(3);
    expect(called.transfers.length).toBeGreaterThanOrEqual(called.lowerBound);
  });

  test("refuses limits that are not numbers ≥ 0", () => {
    expect(() => settle([], { nodeLimit: -1 })).toThrow(/nodeLimit/);
    expect(() => settle([], { timeLimitMs: Number.NaN })).toThrow(/timeLimitMs/);
  });
});
