import { type Conflict, checkPlan, createCatalogue, planTerms } from "@groundwork/planner";
import { expect } from "vitest";
import { createHighs } from "./highs.ts";
import { middlingCase } from "./plan-terms-cases.ts";
import { keepOnly, planFaults } from "./plan-terms-model.ts";
import { planProgram } from "./plan-terms-program.ts";

/** Stands for no horizon at all: more than these cases can use. */
const manyTerms = 18;

/** Holds every answer for these seeds against HiGHS; how many cases had a plan, and how many had none. */
export async function agreeWithHighs(seeds: Iterable<number>): Promise<{ planned: number; refuted: number }> {
  const solve = await createHighs();
  const found = { planned: 0, refuted: 0 };
  for (const seed of seeds) {
    const given = middlingCase(seed);
    const isFeasible = (length: number): boolean => solve(planProgram(given, length)) !== undefined;
    const catalogue = createCatalogue(given.courses);
    const answer = planTerms(catalogue, given.options, { nodeLimit: 1e8 });
    if ("undecided" in answer) throw new Error(`Seed ${seed} is undecided.`);
    if ("conflict" in answer) {
      found.refuted++;
      expect([seed, isFeasible(given.options.horizon!)]).toEqual([seed, false]);
      // The conflict by itself has no plan, and has one without any of its rules.
      const has = (rules: readonly Conflict[]): boolean => {
        const kept = keepOnly(given, rules);
        return solve(planProgram(kept, kept.options.horizon ?? manyTerms)) !== undefined;
      };
      expect([seed, answer.irreducible, has(answer.conflict)]).toEqual([seed, true, false]);
      for (const rule of answer.conflict) {
        expect([seed, rule, has(answer.conflict.filter((other) => other !== rule))]).toEqual([seed, rule, true]);
      }
      continue;
    }
    found.planned++;
    const { terms, lowerBound, proven } = answer;
    expect([seed, proven, lowerBound]).toEqual([seed, true, terms.length]);
    expect(planFaults(given, terms)).toEqual([]);
    expect(checkPlan(catalogue, terms, given.options).violations).toEqual([]);
    expect([seed, isFeasible(terms.length), isFeasible(terms.length - 1)]).toEqual([seed, true, false]);
  }
  return found;
}
