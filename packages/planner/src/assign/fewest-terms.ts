import { type Budget, createBudget } from "./budget.ts";
import type { Instance, Terms } from "./instance.ts";
import { openSearches } from "./open-searches.ts";
import type { Prepared } from "./prepare.ts";

export interface Fewest {
  /** The term of each item; undefined when there is no assignment, or none was found. */
  readonly assignment: Int32Array | undefined;
  /** No assignment has fewer terms than this; Infinity when there is none within the horizon. */
  readonly lowerBound: number;
}

/**
 * The shortest prefix of terms that holds all items: each length is refuted by bounds, or searched from both ends
 * in turn, until one is feasible. When the budget ends first, longer lengths are tried with a small one each.
 */
export function fewestTerms({ instance, terms, groupOf }: Prepared, horizon: number, budget: Budget): Fewest {
  const found = (assignment: Int32Array | undefined, lowerBound: number): Fewest => ({
    assignment: assignment && Int32Array.from(groupOf, (group) => assignment[group]!),
    lowerBound,
  });
  if (instance.count === 0) return found(new Int32Array(0), 0);
  for (let length = 1; length <= horizon; length++) {
    const searches = openSearches(instance, terms(length), budget)?.searches;
    if (searches === undefined) continue;
    if (budget.stopped) return found(someAssignment(instance, terms, length, horizon), length);
    for (let turn = 0; ; turn ^= 1) {
      const answer = searches[turn]!(8192);
      if (answer === "none") break;
      if (answer !== undefined) return found(answer, length);
      if (budget.stopped) return found(someAssignment(instance, terms, length, horizon), length);
    }
  }
  return found(undefined, Infinity);
}

function someAssignment(
  instance: Instance,
  terms: (length: number) => Terms,
  from: number,
  horizon: number,
): Int32Array | undefined {
  for (
    let length = from, step = 1;
    from <= horizon;
    length = Math.min(horizon, length + step), step += step > 2 ? step : 1
  ) {
    const budget = createBudget({ nodeLimit: 2_000 * length });
    const searches = openSearches(instance, terms(length), budget)?.searches ?? [];
    for (const search of searches) {
      const answer = search(1_000 * length);
      if (answer instanceof Int32Array) return answer;
    }
    if (length === horizon) break;
  }
  return undefined;
}
