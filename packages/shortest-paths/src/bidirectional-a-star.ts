import type { Graph } from "@groundwork/graph";
import type { AStarOptions } from "./a-star.ts";
import type { Route } from "./route.ts";
import { searchBothWays } from "./search-both-ways.ts";

/**
 * The cheapest way from `source` to `target` by A* from both ends at once.
 *
 * The heuristic is asked for bounds from the source as well as to the target. Exact for every heuristic that never
 * promises more than the true distance, consistent or not; it pays off where one end lies in a far denser part than the
 * other. Needs the reversed graph: pass a `space` to build that once only.
 *
 * @throws RangeError if an end is not a node, or on the first weight met that is negative or not a number.
 * @example
 * const graph = buildGraph(3, [[0, 1, 5], [1, 2, 5], [0, 2, 11]]);
 * bidirectionalAStar(graph, 0, 2, { heuristic: euclidean([0, 0, 3, 4, 6, 8]) })?.distance; // => 10
 */
export function bidirectionalAStar(
  graph: Graph,
  source: number,
  target: number,
  options: AStarOptions,
): Route | undefined {
  return searchBothWays(graph, source, target, options, options.heuristic);
}
