import type { Budget } from "../assign/budget.ts";
import type { Edge } from "../assign/instance.ts";
import { openSearches } from "../assign/open-searches.ts";
import { prepare } from "../assign/prepare.ts";
import { earliestPlaces, isOpen, termOf } from "./earliest.ts";
import type { PlanModel, PlanRule } from "./model.ts";
import { coursePrices, leastWeights, measuresOf, priceOf } from "./prices.ts";
import { type Choice, commit, copySelection, type Selection, settleChoices, take } from "./selection.ts";
import { twinsOf } from "./twins.ts";

/** Courses to take, the term of each, and the precedence that the chosen branches ask for. */
export interface Placement {
  readonly courses: number[];
  readonly terms: number[];
  readonly edges: Edge[];
}

/**
 * A plan within `length` terms, "none" when there is provably none, or undefined when the budget ended first.
 *
 * Depth first over the open choices, the cheapest option first; every partial selection is a set of courses with
 * precedence, which the bounds and the searches of `assignTerms` may refute.
 */
export function findPlan(model: PlanModel, length: number, budget: Budget): Placement | "none" | undefined {
  const { requires, goals, locked, credits, limits } = model;
  const earliest = earliestPlaces(model, length);
  const root: Selection = {
    status: Uint8Array.from(earliest, (term) => (term < length ? 0 : 2)),
    edges: [],
    choices: [],
  };
  const prices = coursePrices(model, earliest, length);
  const measures = measuresOf(model, length);
  for (let course = 0; course < requires.length; course++) {
    if (locked[course] !== undefined && !take(model, root, course)) return "none";
  }
  for (const goal of goals) if (!commit(model, root, -1, goal)) return "none";
  let isRoot = true;
  let failed = false;
  return explore(root);

  function explore(selection: Selection): Placement | "none" | undefined {
    for (;;) {
      if (!budget.spend(100)) return undefined;
      const courses: number[] = [];
      const placed = place(selection, courses);
      if (placed === undefined) return "none";
      const choice = nextChoice(selection.choices);
      // With choices open a search can only refute. Most first dives succeed, so below the root it waits until one failed.
      const isLast = choice === undefined;
      const answer = isLast || isRoot || failed ? placed(isLast) : undefined;
      isRoot = false;
      failed ||= isLast && answer === "none";
      if (choice === undefined || answer === "none") {
        return answer === undefined || answer === "none"
          ? answer
          : { courses, terms: [...answer], edges: selection.edges };
      }
      const option = cheapest(choice, selection);
      const rest = selection.choices.filter((other) => other !== choice);
      const taken = copySelection({ ...selection, choices: rest });
      taken.choices.push({
        ...choice,
        needed: choice.needed - option.weight,
        options: choice.options.filter((other) => other !== option),
      });
      const found = commit(model, taken, choice.owner, option.rule) ? explore(taken) : "none";
      if (found !== "none") return found;
      // Without the option, and without those that differ from it in name only.
      const dropped = [option, ...twinsOf(model, selection, choice, option)];
      const left = { ...choice, options: choice.options.filter((other) => !dropped.includes(other)) };
      selection = copySelection({ ...selection, choices: [...rest, left] });
      for (const { rule } of dropped) {
        if (choice.owner < 0 && rule.kind === "course") selection.status[rule.course] = 2;
      }
    }
  }

  /** Settles what follows from the choices made; then the search for terms, or undefined when bounds refute it. */
  function place(
    selection: Selection,
    courses: number[],
  ): ((exhaustive: boolean) => Int32Array | "none" | undefined) | undefined {
    let latest: readonly number[] | undefined;
    for (;;) {
      const before = selection.edges.length + selection.choices.length;
      const isHopeless = (rule: PlanRule, owner: number): boolean =>
        termOf(rule, earliest, length + 1) > (owner < 0 ? length : (latest?.[owner] ?? length - 1));
      if (!settleChoices(model, selection, isHopeless)) return undefined;
      courses.length = 0;
      selection.status.forEach((status, course) => {
        if (status === 1) courses.push(course);
      });
      const leastWeight = leastWeights(selection);
      if (measures.some(({ weights, capacity }) => leastWeight(weights) > capacity + 1e-6)) return undefined;
      const prepared = prepare({
        sizes: courses.map((course) => credits[course]!),
        edges: selection.edges.map(([source, target, gap]) => [courses.indexOf(source), courses.indexOf(target), gap]),
        capacities: limits,
        allowed: (item, term) => term >= earliest[courses[item]!]! && isOpen(model, courses[item]!, term),
        horizon: length,
      });
      if (prepared === undefined) return undefined;
      const { groupOf, instance, terms } = prepared;
      if (courses.length === 0) return () => new Int32Array(0);
      const opened = openSearches(instance, terms(length), budget);
      if (opened === undefined) return undefined;
      if (latest === undefined || selection.edges.length + selection.choices.length !== before) {
        latest = [];
        courses.forEach((course, item) => {
          (latest as number[])[course] = opened.latest[groupOf[item]!]!;
        });
        if (selection.choices.length > 0) continue;
      }
      return (exhaustive) => {
        for (let turn = 0; ; turn ^= 1) {
          const answer = opened.searches[turn]!(exhaustive ? 8192 : 500);
          if (answer === "none") return answer;
          if (answer !== undefined) return Int32Array.from(groupOf, (group) => answer[group]!);
          if (budget.stopped || (!exhaustive && turn === 1)) return undefined;
        }
      };
    }
  }

  function cheapest(choice: Choice, selection: Selection): Choice["options"][number] {
    const price = ({ rule, weight }: Choice["options"][number]): number[] => [
      priceOf(rule, (course) => (selection.status[course] === 1 ? 0 : prices[course]!)) / weight,
      termOf(rule, earliest, length + 1),
    ];
    return choice.options.reduce((best, option) => {
      const [a, b] = [price(option), price(best)];
      return (a[0]! - b[0]! || a[1]! - b[1]!) < 0 ? option : best;
    });
  }
}

/** The choice with the fewest options. */
function nextChoice(choices: readonly Choice[]): Choice | undefined {
  let best: Choice | undefined;
  for (const choice of choices) {
    const order =
      best &&
      (choice.options.length - best.options.length ||
        choice.owner - best.owner ||
        (choice.key < best.key ? -1 : choice.key > best.key ? 1 : 0));
    if (order === undefined || order < 0) best = choice;
  }
  return best;
}
