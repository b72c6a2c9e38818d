import {
  SplitError,
  splitByPercent,
  splitByShares,
  splitEqually,
  splitExactly,
  splitItems,
  splitWithAdjustments,
} from "@groundwork/debts";
import { describe, expect, test } from "vitest";

const caught = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
};

describe("splitEqually", () => {
  test("gives the odd cents to the first by id, whatever the order of the participants", () => {
    const expected = [
      ["ann", 34],
      ["ben", 33],
      ["cem", 33],
    ];
    expect([...splitEqually(100, ["cem", "ann", "ben"])].sort()).toEqual(expected);
    expect([...splitEqually(100, ["ann", "ben", "cem"])]).toEqual(expected);
  });

  test("keeps bigints bigints, beyond what a number holds", () => {
    expect(splitEqually(2n ** 80n + 1n, ["a", "b"])).toEqual(
      new Map([
        ["a", 2n ** 79n + 1n],
        ["b", 2n ** 79n],
      ]),
    );
  });

  test("treats ids such as __proto__ as ids", () => {
    expect(splitEqually(3, ["__proto__", "constructor"])).toEqual(
      new Map([
        ["__proto__", 2],
        ["constructor", 1],
      ]),
    );
  });

  test("refuses nobody, somebody twice, and amounts that are not safe integers", () => {
    expect(() => splitEqually(100, [])).toThrow(RangeError);
    expect(() => splitEqually(100, ["a", "a"])).toThrow(/"a"/);
    expect(() => splitEqually(1.5, ["a"])).toThrow(/1\.5/);
    expect(() => splitEqually(2 ** 53, ["a"])).toThrow(RangeError);
    expect(() => splitEqually(Number.NaN, ["a"])).toThrow(RangeError);
    expect(() => splitEqually("100" as never, ["a"])).toThrow(TypeError);
  });
});

describe("splitExactly", () => {
  test("returns the amounts when they sum to the total", () => {
    expect(
      splitExactly(-5, [
        ["a", -7],
        ["b", 2],
      ]),
    ).toEqual(
      new Map([
        ["a", -7],
        ["b", 2],
      ]),
    );
  });

  test("says by how much the amounts miss the total", () => {
    const error = caught(() =>
      splitExactly(1000, [
        ["a", 600],
        ["b", 399],
      ]),
    );
    expect(error).toBeInstanceOf(SplitError);
    expect(error).toMatchObject({ name: "SplitError", code: "sum", expected: 1000, got: 999, difference: 1 });
    expect(caught(() => splitExactly(10n, [["a", 12n]]))).toMatchObject({ expected: 10n, got: 12n, difference: -2n });
  });

  test("refuses amounts of another kind than the total", () => {
    expect(() => splitExactly(10n, [["a", 10 as never]])).toThrow(TypeError);
  });
});

describe("splitByPercent and splitByShares", () => {
  test("read numbers and strings as the decimals that they show", () => {
    expect(
      splitByPercent(10_000, [
        ["a", 33.33],
        ["b", "33.33"],
        ["c", 33.34],
      ]),
    ).toEqual(
      new Map([
        ["a", 3333],
        ["b", 3333],
        ["c", 3334],
      ]),
    );
    // In binary, 0.1 + 0.2 is not 0.3: shares are compared as decimals, so these two are equal claims.
    expect(
      splitByShares(600, [
        ["a", 0.1],
        ["b", 0.2],
        ["c", "0.3"],
      ]).get("c"),
    ).toBe(300);
  });

  test("say which percentages are missing", () => {
    expect(
      caught(() =>
        splitByPercent(100, [
          ["a", 50],
          ["b", 49.99],
        ]),
      ),
    ).toMatchObject({
      code: "percent",
      expected: 100,
      got: 99.99,
      difference: 0.01,
    });
  });

  test("give nothing to a share of 0, not even an odd cent", () => {
    expect(
      splitByShares(
        101,
        [
          ["a", 0],
          ["b", 1],
          ["c", 1],
        ],
        { key: "x" },
      ).get("a"),
    ).toBe(0);
  });

  test("refuse negative shares, exponents and all shares 0", () => {
    expect(() => splitByShares(100, [["a", -1]])).toThrow(/"a"/);
    expect(() => splitByShares(100, [["a", 1e-9]])).toThrow(/decimal/);
    expect(() => splitByShares(100, [["a", 0]])).toThrow(RangeError);
  });

  test("do not lose a cent where total times weight passes 2^53", () => {
    const parts = splitByShares(Number.MAX_SAFE_INTEGER, [
      ["a", 1e15],
      ["b", 1e15 + 1],
    ]);
    expect(BigInt(parts.get("a")!) + BigInt(parts.get("b")!)).toBe(BigInt(Number.MAX_SAFE_INTEGER));
  });
});

describe("splitWithAdjustments", () => {
  test("takes the fixed amounts off first", () => {
    expect(
      splitWithAdjustments(3500, [
        ["ann", { shares: 2, plus: 500 }],
        ["cem", {}],
      ]),
    ).toEqual(
      new Map([
        ["ann", 2500],
        ["cem", 1000],
      ]),
    );
  });

  test("refuses adjustments beyond the total, and a discount larger than the part", () => {
    expect(caught(() => splitWithAdjustments(100, [["a", { plus: 101 }]]))).toMatchObject({
      code: "adjustments",
      expected: 100,
      got: 101,
      difference: -1,
    });
    expect(() =>
      splitWithAdjustments(100, [
        ["a", { plus: -200 }],
        ["b", {}],
      ]),
    ).toThrow(SplitError);
  });

  test("allows fixed amounts that leave nothing to share", () => {
    expect(
      splitWithAdjustments(100, [
        ["a", { shares: 0, plus: 60 }],
        ["b", { shares: 0, plus: 40 }],
      ]),
    ).toEqual(
      new Map([
        ["a", 60],
        ["b", 40],
      ]),
    );
  });
});

describe("splitItems", () => {
  test("spreads tax and tip in proportion to the items", () => {
    const bill = [
      { amount: 3000, sharedBy: ["ann"] },
      { amount: 1000, sharedBy: ["ben"] },
    ];
    expect(splitItems(4800, bill, { tax: 400, tip: 400 })).toEqual(
      new Map([
        ["ann", 3600],
        ["ben", 1200],
      ]),
    );
  });

  test("rounds once: three thirds of three items leave nobody a cent short", () => {
    const thirds = Array.from({ length: 3 }, () => ({ amount: 100, sharedBy: ["a", "b", "c"] }));
    expect([...splitItems(300, thirds).values()]).toEqual([100, 100, 100]);
  });

  test("splits an item by shares, and takes a discount as a negative item", () => {
    const bill = [
      {
        amount: 900,
        sharedBy: [
          ["a", 2],
          ["b", 1],
        ] as const,
      },
      { amount: -300, sharedBy: ["a"] },
    ];
    expect(splitItems(600, bill)).toEqual(
      new Map([
        ["a", 300],
        ["b", 300],
      ]),
    );
  });

  test("says what is missing between items, tax, tip and total", () => {
    expect(caught(() => splitItems(1000, [{ amount: 900, sharedBy: ["a"] }], { tip: 50 }))).toMatchObject({
      code: "items",
      expected: 1000,
      got: 950,
      difference: 50,
    });
  });

  test("refuses an item that nobody shared, and tax on nothing", () => {
    expect(() => splitItems(10, [{ amount: 10, sharedBy: [] }])).toThrow(RangeError);
    expect(() => splitItems(10, [{ amount: 0, sharedBy: ["a"] }], { tip: 10 })).toThrow(RangeError);
  });
});
