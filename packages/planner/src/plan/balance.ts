import { type Budget, createBudget } from "../assign/budget.ts";
import { openSearches } from "../assign/open-searches.ts";
import { prepare } from "../assign/prepare.ts";
import { isOpen } from "./earliest.ts";
import type { Placement } from "./find-plan.ts";
import type { PlanModel } from "./model.ts";

/** The same courses in no more terms, with the highest load as low as a short search gets it, then evened by moves. */
export function balancePlan(model: PlanModel, placement: Placement, budget: Budget): Placement {
  const { courses, edges } = placement;
  const credits = courses.map((course) => model.credits[course]!);
  const length = Math.max(-1, ...placement.terms) + 1;
  let terms = placement.terms;
  const peak = (): number => Math.max(0, ...loadsOf(terms));
  const items = edges.map(
    ([source, target, gap]) => [courses.indexOf(source), courses.indexOf(target), gap] as [number, number, number],
  );
  const within = (highest: number): number[] | undefined => {
    const prepared = prepare({
      sizes: credits,
      edges: items,
      capacities: model.limits.map((limit) => Math.min(limit, highest)),
      allowed: (item, term) => isOpen(model, courses[item]!, term),
      horizon: length,
    });
    const opened =
      prepared && openSearches(prepared.instance, prepared.terms(length), createBudget({ nodeLimit: 40_000 }));
    for (const search of opened?.searches ?? []) {
      const found = search(20_000);
      if (found instanceof Int32Array) return prepared!.groupOf.map((group) => found[group]!);
      if (found === "none") break;
    }
    return undefined;
  };
  let low = credits.reduce((a, b) => a + b, 0) / Math.max(1, length);
  while (!budget.stopped && peak() - low > 1e-3) {
    const found = within(Math.max(low, Math.min(peak() - 1e-3, (low + peak()) / 2)));
    if (found) terms = found;
    else low = Math.min(peak() - 1e-3, (low + peak()) / 2) + 1e-3;
  }
  return { ...placement, terms: even(terms) };

  function loadsOf(terms: readonly number[]): number[] {
    const loads: number[] = new Array(length).fill(0);
    terms.forEach((term, item) => {
      loads[term]! += credits[item]!;
    });
    return loads;
  }

  /** Moves single courses to less loaded terms while any move evens the loads. */
  function even(start: readonly number[]): number[] {
    const terms = [...start];
    const loads = loadsOf(terms);
    for (let moved = true; moved; ) {
      moved = false;
      for (let item = 0; item < terms.length; item++) {
        const from = terms[item]!;
        let best = from;
        for (let term = 0; term < length; term++) {
          const size = credits[item]!;
          const limit = model.limits[term % model.limits.length]!;
          if (loads[term]! + size > limit + 1e-9 || !isOpen(model, courses[item]!, term)) continue;
          const gain = loads[from]! - loads[term]! - size;
          if (gain > 1e-9 && (best === from || loads[term]! < loads[best]!) && fits(item, term)) best = term;
        }
        if (best === from) continue;
        loads[from]! -= credits[item]!;
        loads[best]! += credits[item]!;
        terms[item] = best;
        moved = true;
      }
    }
    return terms;

    function fits(item: number, term: number): boolean {
      return items.every(
        ([source, target, gap]) =>
          (source !== item || target === item || terms[target]! >= term + gap) &&
          (target !== item || source === item || term >= terms[source]! + gap),
      );
    }
  }
}
