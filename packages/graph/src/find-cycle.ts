import { depthFirstCycle } from "./depth-first-cycle.ts";
import type { Graph } from "./graph.ts";

/**
 * A cycle, if there is one: each node has an arc to the next, the last to the first, and no node repeats.
 *
 * No edge is used twice, so a single undirected edge is no cycle, but two parallel ones are. A loop is a cycle of one
 * node. The answer is the same every time: the first cycle that a depth-first search from node 0 upwards closes.
 * O(V + E), without recursion.
 *
 * @example
 * findCycle(buildGraph(4, [[0, 1], [1, 2], [2, 3], [3, 1]])); // => [1, 2, 3]
 * findCycle(buildGraph(3, [[0, 1], [0, 2], [1, 2]])); // => undefined
 */
export function findCycle(graph: Graph): number[] | undefined {
  return depthFirstCycle(graph, false);
}
