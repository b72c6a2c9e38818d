import type { Budget } from "../assign/budget.ts";
import type { Rule } from "../rule.ts";
import { buildModel, lengthThatSuffices, type PlanInput } from "./build-model.ts";
import { findPlan } from "./find-plan.ts";

/** A rule that a plan must respect, named so that it can be looked up and lifted. */
export type Conflict =
  | { readonly kind: "goal"; readonly goal: Rule }
  | { readonly kind: "requires"; readonly course: string }
  | { readonly kind: "offered"; readonly course: string }
  | { readonly kind: "excludes"; readonly courses: readonly [string, string] }
  | { readonly kind: "locked"; readonly course: string; readonly term: number }
  /** `term` is empty when the limit is the same for every term. */
  | { readonly kind: "creditsPerTerm"; readonly term: string; readonly credits: number }
  | { readonly kind: "horizon"; readonly terms: number };

/**
 * A part of the rules that is infeasible, none of which can be left out: rules are lifted in ever smaller runs as
 * long as what remains is still provably infeasible.
 */
export function reduceConflict(input: PlanInput, budget: Budget): { conflict: Conflict[]; irreducible: boolean } {
  let conflict = [...input.rules];
  let irreducible = true;
  for (let run = conflict.length; run >= 1; run = run > 1 ? Math.ceil(run / 2) : 0) {
    for (let at = conflict.length - run; at > -run; at -= run) {
      const without = conflict.filter((_, position) => position < at || position >= at + run);
      if (without.length === conflict.length) continue;
      const model = buildModel(input, without);
      const answer = findPlan(model, Math.min(model.horizon, lengthThatSuffices(model)), budget);
      if (answer === "none") conflict = without;
      else if (answer === undefined && run === 1) irreducible = false;
    }
  }
  return { conflict, irreducible };
}
