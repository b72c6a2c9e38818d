import { descendants } from "./descendants.ts";
import type { Graph } from "./graph.ts";
import { reverseGraph } from "./reverse-graph.ts";

/**
 * Every node from which a path of at least one arc reaches `of` (one node or several), in ascending order.
 *
 * So a node is among its own ancestors only if it lies on a cycle. O(V + E); for many calls on one graph, keep
 * `reverseGraph(graph)` and ask it for `descendants`.
 *
 * @throws RangeError if `of` is not a node.
 * @example
 * ancestors(buildGraph(4, [[0, 1], [1, 2], [3, 2]]), 2); // => [0, 1, 3]
 */
export function ancestors(graph: Graph, of: number | Iterable<number>): number[] {
  return descendants(reverseGraph(graph), of);
}
