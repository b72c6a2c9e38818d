import type { Graph } from "@groundwork/graph";
import type { SearchSpace } from "./search-space.ts";

/**
 * Memory for searches of `graph`, to pass as `space`: repeated searches then neither allocate nor turn the graph round
 * again. Answers are the same with and without.
 *
 * @example
 * const graph = buildGraph(3, [[0, 1, 4], [1, 2, 3]]);
 * const space = createSearchSpace(graph);
 * dijkstra(graph, 0, 2, { space })?.distance; // => 7
 */
export function createSearchSpace(graph: Graph): SearchSpace {
  return { graph, idle: [], reversed: undefined };
}
