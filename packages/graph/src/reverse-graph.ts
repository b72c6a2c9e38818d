import { arcSources } from "./arc-sources.ts";
import { arrangeArcs } from "./arrange-arcs.ts";
import type { Graph } from "./graph.ts";

/**
 * The same nodes with every arc turned round; weights and edge ids stay with their arcs. O(V + E).
 *
 * @example
 * const graph = buildGraph(3, [[0, 1, 4], [0, 2, 7]]);
 * const reversed = reverseGraph(graph);
 * [...reversed.offsets]; // => [0, 0, 1, 2]
 * [...reversed.edgeIds]; // => [0, 1]
 */
export function reverseGraph(graph: Graph): Graph {
  return arrangeArcs(graph.nodeCount, graph.targets, arcSources(graph), graph.weights, graph.edgeIds, false);
}
