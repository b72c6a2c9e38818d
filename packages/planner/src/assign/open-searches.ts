import type { Budget } from "./budget.ts";
import { type Instance, mirrorInstance, mirrorTerms, type Terms } from "./instance.ts";
import { createSearch, type Search } from "./search.ts";
import { createSide, findDominators } from "./side.ts";
import { narrowWindows } from "./windows.ts";

/** The term windows of the items and a search from each end of time. */
export interface Opened {
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  readonly searches: readonly [Search, Search];
}

/** Undefined when the bounds refute this number of terms. */
export function openSearches(instance: Instance, terms: Terms, budget: Budget): Opened | undefined {
  const { capacities, open } = terms;
  const length = capacities.length;
  const total = instance.sizes.reduce((a, b) => a + b, 0);
  if (total > capacities.reduce((a, b) => a + b, 0)) return undefined;
  const narrowed = { capacities, open: open.slice() };
  const windows = narrowWindows(instance, narrowed);
  if (windows === undefined) return undefined;
  const lazily = (create: () => Search): Search => {
    let search: Search | undefined;
    return (steps) => {
      search ??= create();
      return search(steps);
    };
  };
  const forward = (): Search =>
    createSearch(createSide(instance, narrowed, windows.latest, findDominators(instance, terms)), budget);
  const backward = (): Search => {
    const mirrored = mirrorInstance(instance);
    const last = windows.earliest.map((term) => length - 1 - term);
    const dominators = findDominators(mirrored, mirrorTerms(terms));
    const search = createSearch(createSide(mirrored, mirrorTerms(narrowed), last, dominators), budget);
    return (steps) => {
      const answer = search(steps);
      return answer instanceof Int32Array ? answer.map((term) => length - 1 - term) : answer;
    };
  };
  return { ...windows, searches: [lazily(forward), lazily(backward)] };
}
