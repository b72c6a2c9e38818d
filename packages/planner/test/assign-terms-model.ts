import type { AssignTermsProblem } from "@groundwork/planner";
import fc from "fast-check";

/** A problem with everything spelled out. */
export interface Model extends AssignTermsProblem {
  readonly edges: readonly (readonly [number, number, 0 | 1])[];
  readonly capacity: readonly number[];
  readonly allowed: (item: number, term: number) => boolean;
  readonly horizon: number;
}

/** Small problems with windows, repeating capacities, mixed gaps, fractions and cycles. */
export function smallProblems(most: number): fc.Arbitrary<Model> {
  return fc.integer({ min: 1, max: most }).chain((count) => {
    const item = fc.nat(count - 1);
    const gap = fc.constantFrom(0 as const, 1 as const);
    return fc
      .record({
        sizes: fc.array(fc.oneof(fc.nat(5), fc.constantFrom(0.5, 1.5, 2.5)), { minLength: count, maxLength: count }),
        forward: fc.array(fc.tuple(item, item, gap), { maxLength: count + 2 }),
        back: fc.oneof(
          { weight: 5, arbitrary: fc.constant([]) },
          { weight: 1, arbitrary: fc.array(fc.tuple(item, item, gap), { maxLength: 1 }) },
        ),
        capacity: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 3 }),
        open: fc.array(fc.oneof(fc.constant(-1), fc.nat(63)), { minLength: count, maxLength: count }),
      })
      .map(({ sizes, forward, back, capacity, open }) => ({
        sizes,
        edges: [...forward.filter(([source, target]) => source < target), ...back],
        capacity,
        allowed: (at, term) => ((open[at]! >> term) & 1) === 1,
        horizon: 6,
      }));
  });
}

/** The fewest terms by trying everything; Infinity when nothing fits. */
export function fewestByTrial({ sizes, edges, capacity, allowed, horizon }: Model): number {
  const terms: number[] = [];
  const loads: number[] = new Array(horizon).fill(0);
  let best = Infinity;
  const place = (item: number, used: number): void => {
    if (used >= best) return;
    if (item === sizes.length) {
      best = used;
      return;
    }
    for (let term = 0; term < horizon; term++) {
      if (!allowed(item, term) || loads[term]! + sizes[item]! > capacity[term % capacity.length]!) continue;
      terms[item] = term;
      const isKept = edges.every(
        ([source, target, gap]) => source > item || target > item || terms[target]! >= terms[source]! + gap,
      );
      if (!isKept) continue;
      loads[term]! += sizes[item]!;
      place(item + 1, Math.max(used, term + 1));
      loads[term]! -= sizes[item]!;
    }
  };
  place(0, 0);
  return best;
}

/** What is wrong with an assignment. */
export function faultsOf(
  { sizes, edges, capacity, allowed, horizon }: Model,
  terms: readonly (readonly number[])[],
): string[] {
  const faults: string[] = [];
  const termOf = new Map(terms.flatMap((items, term) => items.map((item) => [item, term] as const)));
  if (termOf.size !== sizes.length || terms.flat().length !== sizes.length) faults.push("not every item once");
  if (terms.length > horizon) faults.push("past the horizon");
  for (const [source, target, gap] of edges) {
    if (termOf.get(target)! < termOf.get(source)! + gap) faults.push(`edge ${source} → ${target}`);
  }
  terms.forEach((items, term) => {
    const load = items.reduce((sum, item) => sum + sizes[item]!, 0);
    if (load > capacity[term % capacity.length]! + 1e-9) faults.push(`term ${term} holds ${load}`);
    for (const item of items) if (!allowed(item, term)) faults.push(`item ${item} in term ${term}`);
  });
  return faults;
}
