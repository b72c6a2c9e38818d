import { assignTerms } from "@groundwork/planner";
import { describe, expect, test } from "vitest";

describe("assignTerms", () => {
  test("keeps strict edges in later terms and lets concurrent ones share a term", () => {
    const problem = { sizes: [1, 1, 1], edges: [[0, 1] as const, [1, 2] as const], capacity: 9 };
    expect(assignTerms(problem)).toEqual({ terms: [[0], [1], [2]], lowerBound: 3, proven: true });
    expect(assignTerms({ ...problem, gap: 0 }).terms).toEqual([[0, 1, 2]]);
    const mixed = { ...problem, edges: [[0, 1, 0] as const, [1, 2] as const] };
    expect(assignTerms(mixed).terms).toEqual([[0, 1], [2]]);
  });

  test("finds the packing that filling greedily by size misses", () => {
    // Largest first puts 5 beside 4 and then needs a third term.
    const { terms, proven } = assignTerms({ sizes: [5, 4, 4, 3, 2, 2], edges: [], capacity: 10 });
    expect(terms).toHaveLength(2);
    expect(proven).toBe(true);
  });

  test("counts the terms that nothing is open in", () => {
    const { terms, lowerBound } = assignTerms({
      sizes: [1, 1],
      edges: [[0, 1]],
      capacity: 1,
      allowed: (item, term) => (item === 0 ? term === 1 : term % 2 === 0),
      horizon: 9,
    });
    expect(terms).toEqual([[], [0], [1]]);
    expect(lowerBound).toBe(3);
  });

  test("reaches a set of items again in an earlier term than the one remembered", () => {
    // A search that drops a set because it met it before, later in time, takes a term more or finds nothing.
    const inWindows = {
      sizes: [8, 6, 5, 4],
      edges: [[0, 2] as const, [0, 3] as const, [1, 2] as const, [1, 3] as const],
      capacity: [8, 14],
      allowed: (item: number, term: number) => (([255, 61, 70, 67][item]! >> term) & 1) === 1,
      horizon: 12,
    };
    expect(assignTerms(inWindows)).toMatchObject({ lowerBound: 7, proven: true });
    const free = {
      sizes: [3, 2, 4, 4, 5, 7, 6, 4, 9],
      edges: [
        [0, 1] as const,
        [1, 2] as const,
        [2, 3] as const,
        [3, 4] as const,
        [4, 5] as const,
        [6, 8] as const,
        [7, 8] as const,
      ],
      capacity: [10, 7],
    };
    expect(assignTerms(free)).toMatchObject({ lowerBound: 7, proven: true });
  });

  test("takes the capacities of the terms in turn", () => {
    expect(assignTerms({ sizes: [2, 2, 2], edges: [], capacity: [4, 1] }).terms).toHaveLength(3);
    expect(assignTerms({ sizes: [2, 2, 2], edges: [], capacity: [1, 4] }).terms).toHaveLength(4);
  });

  test("adds fractions up exactly", () => {
    const { terms } = assignTerms({ sizes: [0.1, 0.2, 0.7, 0.3], edges: [], capacity: 0.3 + 0.7 });
    expect(terms).toHaveLength(2);
    expect(assignTerms({ sizes: [0.1, 0.2], edges: [], capacity: 0.3 }).terms).toHaveLength(1);
    expect(() => assignTerms({ sizes: [1 / 3], edges: [], capacity: 1 })).toThrow(RangeError);
  });

  test("takes items of size zero, no item at all, and an edge from an item to itself that asks nothing", () => {
    expect(assignTerms({ sizes: [], edges: [], capacity: 1 })).toEqual({ terms: [], lowerBound: 0, proven: true });
    expect(assignTerms({ sizes: [0, 0], edges: [[0, 1]], capacity: 0 }).terms).toEqual([[0], [1]]);
    expect(assignTerms({ sizes: [1], edges: [[0, 0, 0]], capacity: 1 }).terms).toEqual([[0]]);
  });

  test("puts items that must share a term together, and says when they do not fit", () => {
    const together = { sizes: [2, 2, 3], edges: [[0, 1] as const, [1, 0] as const], gap: 0 as const };
    expect(assignTerms({ ...together, capacity: 4 }).terms).toContainEqual([0, 1]);
    expect(assignTerms({ ...together, capacity: 3 })).toEqual({ terms: undefined, lowerBound: Infinity, proven: true });
  });

  test("knows that items waiting for one another, too large, or shut out have no assignment", () => {
    const none = { terms: undefined, lowerBound: Infinity, proven: true };
    expect(
      assignTerms({
        sizes: [1, 1],
        edges: [
          [0, 1, 0],
          [1, 0, 1],
        ],
        capacity: 5,
      }),
    ).toEqual(none);
    expect(assignTerms({ sizes: [6], edges: [], capacity: 5 })).toEqual(none);
    expect(assignTerms({ sizes: [1], edges: [], capacity: 5, allowed: () => false })).toEqual(none);
    expect(assignTerms({ sizes: [1, 1], edges: [[0, 1]], capacity: 5, horizon: 1 })).toEqual(none);
  });

  test("never calls an answer proven that its own bound does not prove", () => {
    const sizes = Array.from({ length: 60 }, (_, i) => 11 + ((i * 37) % 29));
    const edges = sizes.flatMap((_, i): (readonly [number, number])[] => (i % 3 === 0 && i > 8 ? [[i - 7, i]] : []));
    const problem = { sizes, edges, capacity: 97 };
    for (const nodeLimit of [0, 1, 10, 1000]) {
      const { terms, lowerBound, proven, stopped } = assignTerms(problem, { nodeLimit });
      expect(terms!.flat().sort((a, b) => a - b)).toEqual([...sizes.keys()]);
      expect(proven).toBe(terms!.length === lowerBound);
      expect(stopped).toBe(proven ? undefined : "nodeLimit");
    }
  });

  /** Bounds say 16 where 17 are found, and the proof takes long. */
  const hard = { sizes: sizesOf(45), edges: [0, 12, 16, 20, 24].map((at) => [at, at + 3] as const), capacity: 946 };

  test("stops when told, and says who did", () => {
    const calls: [number, number][] = [];
    const answer = assignTerms(hard, {
      onProgress: (done, total) => {
        calls.push([done, total]);
        return calls.length < 3;
      },
    });
    if (answer.proven) throw new Error("The instance is too easy for this test.");
    expect(answer.stopped).toBe("caller");
    expect(calls).toHaveLength(3);
    expect(calls[2]![0]).toBeGreaterThan(calls[1]![0]);
    expect(answer.terms!.length).toBeGreaterThan(answer.lowerBound);
  });

  test("reads the clock that it is given", () => {
    let time = 0;
    const answer = assignTerms(hard, { timeLimitMs: 5, now: () => time++ });
    expect(answer.stopped).toBe("timeLimit");
    expect(answer.proven).toBe(false);
  });

  test("gives the same answer every time", () => {
    expect(assignTerms(hard, { nodeLimit: 30_000 })).toEqual(assignTerms(hard, { nodeLimit: 30_000 }));
  });

  test.each([
    [{ sizes: [-1], edges: [], capacity: 1 }, "`sizes[0]`"],
    [{ sizes: [Number.NaN], edges: [], capacity: 1 }, "`sizes[0]`"],
    [{ sizes: [1], edges: [], capacity: Number.NaN }, "`capacity`"],
    [{ sizes: [1], edges: [], capacity: [] }, "`capacity`"],
    [{ sizes: [1], edges: [[0, 1] as const], capacity: 1 }, "0 … 0"],
    [{ sizes: [1, 1], edges: [[0, 1, 2 as 1] as const], capacity: 1 }, "`gap`"],
    [{ sizes: [1], edges: [], capacity: 1, horizon: 0.5 }, "`horizon`"],
  ])("refuses %j", (problem, named) => {
    expect(() => assignTerms(problem)).toThrow(named);
    expect(() => assignTerms(problem)).toThrow(RangeError);
  });

  test("refuses limits that are none", () => {
    expect(() => assignTerms({ sizes: [], edges: [], capacity: 1 }, { nodeLimit: Number.NaN })).toThrow("`nodeLimit`");
    expect(() => assignTerms({ sizes: [], edges: [], capacity: 1 }, { timeLimitMs: -1 })).toThrow("`timeLimitMs`");
  });
});

/** Numbers such that about three fill a term, hardly ever exactly. */
function sizesOf(count: number): number[] {
  let state = 7;
  return Array.from({ length: count }, () => {
    state = (state * 48271) % 2147483647;
    return 255 + (state % 197);
  });
}
