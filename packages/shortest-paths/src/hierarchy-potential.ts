import { climb } from "./climb.ts";
import { clear, push } from "./heap.ts";
import { DOWN, type Hierarchy, UP } from "./hierarchy.ts";
import type { Labels } from "./search-space.ts";

/**
 * The exact distance from any rank to `target` in the contracted graph, worked out when first asked for: a perfect lower
 * bound wherever edges have since been closed. Strasser and Zeitz, SEA (2021).
 *
 * `labels` is working memory, and is left in use: its next owner clears it.
 */
export function hierarchyPotential(hierarchy: Hierarchy, labels: Labels, target: number): (rank: number) => number {
  const { offsets, heads, weights } = hierarchy;
  const { heap, distances } = labels;
  clear(heap);
  distances[target] = 0;
  push(heap, target, 0);
  while (heap.size > 0) climb(hierarchy, labels, DOWN);
  // From here on `touched` ranks carry labels; a rank is `known` once its label takes all ranks above into account.
  const known = new Uint8Array(hierarchy.nodeCount);
  return (wanted) => {
    const stack = known[wanted] === 1 ? [] : [wanted];
    while (stack.length > 0) {
      const rank = stack[stack.length - 1]!;
      let least = heap.places[rank] === 0 ? Number.POSITIVE_INFINITY : distances[rank]!;
      let ready = true;
      for (let arc = offsets[rank]!; arc < offsets[rank + 1]!; arc++) {
        if (!(heads[arc]! & UP)) continue;
        const above = heads[arc]! >>> 2;
        if (known[above] === 1) least = Math.min(least, weights[arc]! + distances[above]!);
        else {
          stack.push(above);
          ready = false;
        }
      }
      if (!ready) continue;
      known[rank] = 1;
      distances[rank] = least;
      stack.pop();
    }
    return distances[wanted]!;
  };
}
