import { clear, createHeap, type Heap, pop, push } from "./heap.ts";
import type { WorkingGraph } from "./working-graph.ts";

/** A local Dijkstra among the nodes not yet contracted. */
export interface WitnessSearch {
  readonly heap: Heap;
  readonly distances: Float64Array;
}

export function createWitnessSearch(nodeCount: number): WitnessSearch {
  return { heap: createHeap(nodeCount), distances: new Float64Array(nodeCount) };
}

/**
 * Labels nodes around `source` without passing `without`, until `bound` or `settleLimit` is reached. A label is the
 * length of some way, so that giving up early only leaves more shortcuts than needed.
 */
export function findWitnesses(
  search: WitnessSearch,
  work: WorkingGraph,
  source: number,
  without: number,
  bound: number,
  settleLimit: number,
): void {
  const { heap, distances } = search;
  const { begins, counts, others, outs, contracted } = work;
  const { places } = heap;
  clear(heap);
  distances[source] = 0;
  push(heap, source, 0);
  for (let settled = 0; heap.size > 0 && settled < settleLimit && heap.keys[0]! <= bound; settled++) {
    const node = pop(heap);
    const distance = distances[node]!;
    const end = begins[node]! + counts[node]!;
    for (let entry = begins[node]!; entry < end; entry++) {
      const next = others[entry]!;
      const reached = distance + outs[entry]!;
      if (reached > bound || next === without || contracted[next] === 1) continue;
      if (places[next] !== 0 && reached >= distances[next]!) continue;
      distances[next] = reached;
      push(heap, next, reached);
    }
  }
}

/** Whether the last search found a way to `target` that is no longer than `length`. */
export function hasWitness({ heap, distances }: WitnessSearch, target: number, length: number): boolean {
  return heap.places[target] !== 0 && distances[target]! <= length;
}
