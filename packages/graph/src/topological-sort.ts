import { depthFirstCycle } from "./depth-first-cycle.ts";
import type { Graph } from "./graph.ts";

/** An order of all nodes, or the cycle that rules every order out; the other is `undefined`. */
export type TopologicalOrder =
  | { readonly order: number[]; readonly cycle: undefined }
  | { readonly order: undefined; readonly cycle: number[] };

/**
 * All nodes with every arc running forwards, or a cycle: each node has an arc to the next, the last to the first.
 *
 * Deterministic: nodes without predecessors come first, by number, then nodes as their last predecessor is placed,
 * in the order of its arcs. An undirected edge is a cycle of its two ends. O(V + E). Kahn, CACM 5 (1962).
 *
 * @example
 * topologicalSort(buildGraph(4, [[3, 1], [1, 0], [3, 2]])).order; // => [3, 1, 2, 0]
 * topologicalSort(buildGraph(3, [[0, 1], [1, 2], [2, 1]])).cycle; // => [1, 2]
 */
export function topologicalSort(graph: Graph): TopologicalOrder {
  const { nodeCount, offsets, targets } = graph;
  const waiting = new Int32Array(nodeCount);
  for (let arc = 0; arc < targets.length; arc++) waiting[targets[arc]!]!++;
  // Every node is written at the end of the order, and stays if nothing is left to wait for: no branch to mispredict.
  const order = new Array<number>(nodeCount + 1).fill(0);
  let placed = 0;
  for (let node = 0; node < nodeCount; node++) {
    order[placed] = node;
    placed += (waiting[node]! - 1) >>> 31;
  }
  for (let i = 0; i < placed; i++) {
    const node = order[i]!;
    const end = offsets[node + 1]!;
    for (let arc = offsets[node]!; arc < end; arc++) {
      const target = targets[arc]!;
      const left = waiting[target]! - 1;
      waiting[target] = left;
      order[placed] = target;
      placed += (left - 1) >>> 31;
    }
  }
  order.length = placed;
  if (placed === nodeCount) return { order, cycle: undefined };
  return { order: undefined, cycle: depthFirstCycle(graph, true)! };
}
