import type { Graph } from "@groundwork/graph";
import type { Route } from "./route.ts";
import type { SearchOptions } from "./search.ts";
import { searchBothWays } from "./search-both-ways.ts";

/**
 * The cheapest way from `source` to `target`, searched from both ends at once.
 *
 * Needs the reversed graph: pass a `space` to build that once only. Otherwise as `dijkstra`. Nicholson, Computer Journal
 * 9 (1966).
 *
 * @throws RangeError if an end is not a node, or on the first weight met that is negative or not a number.
 * @example
 * const graph = buildGraph(3, [[0, 1, 5], [1, 2, 5], [0, 2, 11]]);
 * bidirectionalDijkstra(graph, 0, 2)?.nodes; // => [0, 1, 2]
 */
export function bidirectionalDijkstra(
  graph: Graph,
  source: number,
  target: number,
  options: SearchOptions = {},
): Route | undefined {
  return searchBothWays(graph, source, target, options);
}
