import type { Graph } from "@groundwork/graph";
import { checkBound } from "./check-bound.ts";
import type { Route } from "./route.ts";
import type { Heuristic, SearchOptions } from "./search.ts";
import { searchOneWay } from "./search-one-way.ts";

export interface AStarOptions extends SearchOptions {
  readonly heuristic: Heuristic;
}

/**
 * The cheapest way from `source` to `target`, looking first where `heuristic` promises most.
 *
 * Exact for every heuristic that never promises more than the true distance; it need not be consistent, as nodes reached
 * more cheaply later are opened again. Hart, Nilsson and Raphael, IEEE SSC 4 (1968).
 *
 * @throws RangeError if an end is not a node, or on the first weight or heuristic met that is negative or not a number.
 * @example
 * const graph = buildGraph(3, [[0, 1, 5], [1, 2, 5], [0, 2, 11]]);
 * aStar(graph, 0, 2, { heuristic: euclidean([0, 0, 3, 4, 6, 8]) })?.nodes; // => [0, 1, 2]
 */
export function aStar(graph: Graph, source: number, target: number, options: AStarOptions): Route | undefined {
  const { heuristic } = options;
  return searchOneWay(graph, source, target, options, (node) => checkBound(heuristic(node, target), node));
}
