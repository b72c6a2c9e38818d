import { assignTerms } from "@groundwork/planner";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultsOf, fewestByTrial, type Model, smallProblems } from "./assign-terms-model.ts";
import { createHighs, sum } from "./highs.ts";

const long = process.env["GROUNDWORK_LONG"] === "1";

function check(problem: Model): void {
  const { terms, lowerBound, proven } = assignTerms(problem);
  const fewest = fewestByTrial(problem);
  expect({ terms: terms?.length ?? Infinity, lowerBound, proven }).toEqual({
    terms: fewest,
    lowerBound: fewest,
    proven: true,
  });
  if (terms) expect(faultsOf(problem, terms)).toEqual([]);
}

describe("assignTerms", () => {
  test("has the fewest terms of all assignments, in windows and mixed gaps", () => {
    fc.assert(fc.property(smallProblems(6), check), { seed: 5, numRuns: long ? 20_000 : 300 });
  });

  test("agrees with HiGHS on 12 to 16 items", async () => {
    const solve = await createHighs();
    for (let seed = 1; seed <= (long ? 60 : 6); seed++) {
      const problem = middlingProblem(seed);
      const { terms, proven } = assignTerms(problem);
      expect(proven).toBe(true);
      expect(faultsOf(problem, terms!)).toEqual([]);
      // One term less is infeasible, so many are not.
      expect(solve(programOf(problem, terms!.length - 1))).toBeUndefined();
      expect(solve(programOf(problem, terms!.length))).toBe(0);
    }
  }, 120_000);

  test("bounds from below under any limit, and its answers hold", () => {
    fc.assert(
      fc.property(smallProblems(6), fc.nat(40), (problem, nodeLimit) => {
        const { terms, lowerBound, proven } = assignTerms(problem, { nodeLimit });
        const fewest = fewestByTrial(problem);
        expect(lowerBound).toBeLessThanOrEqual(fewest);
        if (terms) expect(faultsOf(problem, terms)).toEqual([]);
        if (proven) expect(terms?.length ?? Infinity).toBe(fewest);
      }),
      { seed: 6, numRuns: long ? 5_000 : 200 },
    );
  });

  test("needs as many terms when time runs backwards or the items change places", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { sizes, edges } = middlingProblem(seed);
      const count = sizes.length;
      const capacity = 11;
      const reversed = edges.map(([source, target, gap]) => [target, source, gap] as const);
      const renamed = edges.map(([source, target, gap]) => [count - 1 - source, count - 1 - target, gap] as const);
      const { lowerBound } = assignTerms({ sizes, edges, capacity });
      expect(assignTerms({ sizes, edges: reversed, capacity }).lowerBound).toBe(lowerBound);
      expect(assignTerms({ sizes: [...sizes].reverse(), edges: renamed, capacity }).lowerBound).toBe(lowerBound);
    }
  });
});

function middlingProblem(seed: number): Model {
  let state = seed;
  const below = (limit: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor(state / 65536) % limit;
  };
  const count = 12 + below(5);
  return {
    sizes: Array.from({ length: count }, () => 1 + below(7)),
    edges: Array.from({ length: count }, () => {
      const target = 1 + below(count - 1);
      return [below(target), target, below(2) as 0 | 1] as const;
    }),
    capacity: seed % 2 ? [11] : [12, 7, 9],
    allowed: (item, term) => seed % 3 > 0 || (item + term) % 4 > 0,
    horizon: 40,
  };
}

function programOf({ sizes, edges, capacity, allowed }: Model, length: number): string {
  const terms = Array.from({ length }, (_, term) => term);
  const name = (item: number, term: number): string => `x${item}_${term}`;
  const rows: string[] = [];
  sizes.forEach((_, item) => {
    rows.push(`${sum(terms.map((term) => [1, name(item, term)]))} = 1`);
    for (const term of terms) if (!allowed(item, term)) rows.push(`${name(item, term)} = 0`);
  });
  for (const term of terms) {
    rows.push(`${sum(sizes.map((size, item) => [size, name(item, term)]))} <= ${capacity[term % capacity.length]}`);
  }
  for (const [source, target, gap] of edges) {
    const difference = terms.flatMap((term) => [
      [term, name(target, term)] as const,
      [-term, name(source, term)] as const,
    ]);
    if (length > 1) rows.push(`${sum(difference)} >= ${gap}`);
    else if (gap === 1) rows.push(`${name(source, 0)} = 0`);
  }
  const names = sizes.flatMap((_, item) => terms.map((term) => name(item, term)));
  return `Minimize\n obj: 0 ${names[0]}\nSubject To\n${rows.map((row, at) => ` r${at}: ${row}`).join("\n")}\nBinary\n ${names.join(" ")}\nEnd\n`;
}
