import { pop, push } from "./heap.ts";
import type { Hierarchy } from "./hierarchy.ts";
import type { Labels } from "./search-space.ts";

/**
 * Settles one rank of a search up the hierarchy, along arcs that carry `flag`, and returns it; -1 if the rank turned out
 * to be reached more cheaply over a higher one ("stalled"), so that no cheapest way needs it here.
 */
export function climb({ offsets, heads, weights }: Hierarchy, labels: Labels, flag: number): number {
  const { heap, distances, arcs, parents } = labels;
  const { places } = heap;
  const rank = pop(heap);
  const distance = distances[rank]!;
  const begin = offsets[rank]!;
  const end = offsets[rank + 1]!;
  for (let arc = begin; arc < end; arc++) {
    const head = heads[arc]!;
    const above = head >>> 2;
    // The opposite flag of 1 is 2, and of 2 is 1.
    if (head & (3 - flag) && places[above] !== 0 && distances[above]! + weights[arc]! < distance) return -1;
  }
  for (let arc = begin; arc < end; arc++) {
    if (!(heads[arc]! & flag)) continue;
    const above = heads[arc]! >>> 2;
    const reached = distance + weights[arc]!;
    if (places[above] !== 0 && reached >= distances[above]!) continue;
    distances[above] = reached;
    arcs[above] = arc;
    parents[above] = rank;
    push(heap, above, reached);
  }
  return rank;
}
