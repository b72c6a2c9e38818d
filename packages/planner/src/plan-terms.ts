import { createBudget, type SearchLimits, type Stopped } from "./assign/budget.ts";
import type { Catalogue } from "./catalogue.ts";
import type { PlannedTerm } from "./check-plan.ts";
import { balancePlan } from "./plan/balance.ts";
import { buildModel, lengthThatSuffices, readOptions } from "./plan/build-model.ts";
import { type Conflict, reduceConflict } from "./plan/conflict.ts";
import { findPlan, type Placement } from "./plan/find-plan.ts";
import type { RuleLike } from "./rule.ts";

/** What to plan for {@link planTerms}. */
export interface PlanTermsOptions {
  /** Ids of courses and rules; all of them must hold in the end. Those of one meaning count once, named as the first. */
  readonly goals: RuleLike | readonly RuleLike[];
  /** Completed and transferred courses. */
  readonly completed?: Iterable<string> | undefined;
  /** The most credits in a term: one number, or by name of the term (a name that is missing has no limit). */
  readonly creditsPerTerm?: number | Readonly<Record<string, number>> | undefined;
  /** Names of the terms of a year in their order; when left out, every course is taught in every term. */
  readonly calendar?: readonly string[] | undefined;
  /** Name of the first term of the plan; the first of the calendar when left out. */
  readonly start?: string | undefined;
  /** The most terms, empty ones too; 40 when left out. */
  readonly horizon?: number | undefined;
  /** By course the index of the term in which it must be taken, 0 for the first of the plan. */
  readonly locked?: Readonly<Record<string, number>> | ReadonlyMap<string, number> | undefined;
  /** Courses whose rule is waived for this student. */
  readonly waived?: Iterable<string> | undefined;
  /** What is known about a note; a note not known to hold counts as not fulfilled. */
  readonly judge?: ((text: string) => boolean | undefined) | undefined;
}

/** Answer of {@link planTerms}. */
export type TermPlan =
  | {
      /** From the start on, empty ones too; courses by id. */
      readonly terms: (PlannedTerm & { readonly credits: number })[];
      /** No plan has fewer terms. */
      readonly lowerBound: number;
      /** Whether this plan has the fewest terms. */
      readonly proven: boolean;
      readonly stopped?: Stopped;
    }
  | {
      /** Rules that cannot hold together. */
      readonly conflict: Conflict[];
      /** Whether it is known that without any one of them the others can hold. */
      readonly irreducible: boolean;
      readonly stopped?: Stopped;
    }
  | { readonly undecided: true; readonly lowerBound: number; readonly stopped: Stopped };

/**
 * A plan for the goals in the fewest terms, its load then balanced; or the few rules that make it impossible.
 *
 * Terms count from the start to the last course, empty ones between included. Exact: every choice in the rules is searched,
 * each with the engine of {@link assignTerms}. Credits are exact to six decimals. What nobody can say (notes not judged,
 * courses outside the catalogue not completed) counts as not fulfilled. The plan does not depend on the order in which
 * courses, goals or options were given. Worst-case time is exponential; `nodeLimit` bounds it. After a limit the answer
 * is a plan that is not proven, or `undecided`. Balancing lowers the highest load first; it is not proven.
 *
 * @throws CatalogueError on a goal or locked course that the catalogue does not have.
 * @throws RangeError on limits, terms or locks out of range.
 * @example
 * const catalogue = createCatalogue([
 *   { id: "A", credits: 3, offered: ["Fall"] },
 *   { id: "B", credits: 3, requires: "A" },
 * ]);
 * const calendar = ["Fall", "Spring"];
 * planTerms(catalogue, { goals: "B", calendar });
 * // => { terms: [{ index: 0, term: "Fall", courses: ["A"], credits: 3 }, { index: 1, term: "Spring", courses: ["B"], credits: 3 }], lowerBound: 2, proven: true }
 * planTerms(catalogue, { goals: "B", calendar, horizon: 1 });
 * // => { conflict: [{ kind: "goal", goal: { kind: "course", id: "B" } }, { kind: "requires", course: "B" }, { kind: "horizon", terms: 1 }], irreducible: true }
 */
export function planTerms(catalogue: Catalogue, options: PlanTermsOptions, limits: SearchLimits = {}): TermPlan {
  const input = readOptions(catalogue, options);
  const budget = createBudget(limits);
  const model = buildModel(input, input.rules);
  const horizon = Math.min(model.horizon, lengthThatSuffices(model));
  // A first plan without haste; then from below, so that the first number of terms not refuted is the fewest.
  let plan = findPlan(model, horizon, budget);
  let lowerBound = plan === "none" ? horizon + 1 : 0;
  while (lowerBound <= horizon && !(typeof plan === "object" && lengthOf(plan) === lowerBound)) {
    const shorter = findPlan(model, lowerBound, plan ? budget : createBudget({ nodeLimit: 2_000 }));
    if (shorter !== "none") {
      plan = shorter ?? plan;
      break;
    }
    lowerBound++;
  }
  if (lowerBound > horizon || plan === "none") {
    const reduced = reduceConflict(input, budget);
    return { ...reduced, ...(reduced.irreducible ? {} : stopped()) };
  }
  if (plan === undefined) return { undecided: true, lowerBound, stopped: budget.stopped ?? "nodeLimit" };
  const terms = describe(balancePlan(model, plan, budget));
  const proven = terms.length === lowerBound;
  return { terms, lowerBound, proven, ...(proven ? {} : stopped()) };

  function stopped(): { stopped?: Stopped } {
    return budget.stopped ? { stopped: budget.stopped } : {};
  }

  function describe({ courses, terms }: Placement): (PlannedTerm & { readonly courses: string[]; credits: number })[] {
    const plan = Array.from({ length: lengthOf({ terms }) }, (_, index) => ({
      index,
      term: input.calendar[index % input.calendar.length]!,
      courses: [] as string[],
      credits: 0,
    }));
    courses.forEach((course, at) => {
      const { id, credits } = catalogue.courses[model.courses[course]!]!;
      const term = plan[terms[at]!]!;
      term.courses.push(id);
      // Fractions of credits add up to six decimals.
      term.credits = Math.round((term.credits + credits) * 1e6) / 1e6;
    });
    return plan;
  }
}

function lengthOf({ terms }: Pick<Placement, "terms">): number {
  return Math.max(-1, ...terms) + 1;
}
