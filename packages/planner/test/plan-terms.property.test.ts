import { type Conflict, checkPlan, createCatalogue, planTerms } from "@groundwork/planner";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fewestTermsByTrial, keepOnly, type PlanCase, planFaults, smallCases } from "./plan-terms-model.ts";
import { shuffle } from "./shuffle.ts";

const long = process.env["GROUNDWORK_LONG"] === "1";

describe("planTerms", () => {
  test("has the fewest terms of all plans, or names rules of which each alone makes the conflict", () => {
    let planned = 0;
    let refuted = 0;
    fc.assert(
      fc.property(smallCases(6), (given) => {
        const { courses, options } = given;
        const catalogue = createCatalogue(courses);
        const answer = planTerms(catalogue, options);
        const fewest = fewestTermsByTrial(given, options.horizon!);
        if ("terms" in answer) {
          planned++;
          expect({ ...answer, terms: answer.terms.length }).toEqual({
            terms: fewest,
            lowerBound: fewest,
            proven: true,
          });
          expect(planFaults(given, answer.terms)).toEqual([]);
          expect(
            checkPlan(catalogue, answer.terms, { ...options, goals: { kind: "all", rules: options.goals } }).violations,
          ).toEqual([]);
          return;
        }
        refuted++;
        expect(fewest).toBe(Infinity);
        if (!("conflict" in answer)) throw new Error("Undecided without a limit.");
        expect(answer.irreducible).toBe(true);
        expect(isFeasible(keepOnly(given, answer.conflict))).toBe(false);
        for (const rule of answer.conflict) {
          expect(
            isFeasible(
              keepOnly(
                given,
                answer.conflict.filter((other) => other !== rule),
              ),
            ),
          ).toBe(true);
        }
      }),
      { seed: 8, numRuns: long ? 20_000 : 250 },
    );
    expect(Math.min(planned, refuted)).toBeGreaterThan(50);
  });

  test("does not depend on the order in which anything is given", () => {
    let conflicts = 0;
    fc.assert(
      fc.property(smallCases(6), fc.integer({ min: 1 }), ({ courses, options }, seed) => {
        const shuffled = shuffle({ courses, options: { ...options, calendar: [] } }, seed);
        const answer = planTerms(createCatalogue(courses), options);
        const other = planTerms(createCatalogue(shuffled.courses), {
          ...shuffled.options,
          calendar: options.calendar,
        });
        if (!("conflict" in answer && "conflict" in other)) {
          expect(other).toEqual(answer);
          return;
        }
        conflicts++;
        // Goals are named as they were given, those of one meaning by the first of them: the meaning is the same.
        const meaning = (rule: Conflict) =>
          rule.kind === "goal"
            ? createCatalogue([...courses, { id: "goal", requires: rule.goal }]).courses.at(-1)!.requires
            : rule;
        expect(other.conflict.map(meaning)).toEqual(answer.conflict.map(meaning));
      }),
      { seed: 9, numRuns: long ? 10_000 : 200 },
    );
    expect(conflicts).toBeGreaterThan(20);
  });

  test("bounds from below under any limit, and its plans hold", () => {
    let limited = 0;
    fc.assert(
      fc.property(smallCases(6), fc.nat(200), (given, nodeLimit) => {
        const answer = planTerms(createCatalogue(given.courses), given.options, { nodeLimit });
        const fewest = fewestTermsByTrial(given, given.options.horizon!);
        if ("conflict" in answer) {
          expect(isFeasible(keepOnly(given, answer.conflict))).toBe(false);
          return;
        }
        expect(answer.lowerBound).toBeLessThanOrEqual(fewest);
        if ("undecided" in answer) {
          limited++;
          expect(answer.stopped).toBe("nodeLimit");
          return;
        }
        expect(planFaults(given, answer.terms)).toEqual([]);
        expect(answer.proven).toBe(answer.terms.length === answer.lowerBound);
        if (!answer.proven) limited++;
        else expect(answer.terms).toHaveLength(fewest);
      }),
      { seed: 10, numRuns: long ? 5_000 : 150 },
    );
    expect(limited).toBeGreaterThan(5);
  });
});

/** Without a horizon a year for each course and one for the last lock is enough. */
function isFeasible(given: PlanCase): boolean {
  const { horizon, calendar } = given.options;
  return fewestTermsByTrial(given, horizon ?? 5 + given.courses.length * calendar.length) < Infinity;
}
