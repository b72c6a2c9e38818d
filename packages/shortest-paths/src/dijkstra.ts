import type { Graph } from "@groundwork/graph";
import type { Route } from "./route.ts";
import type { SearchOptions } from "./search.ts";
import { searchOneWay } from "./search-one-way.ts";

/**
 * The cheapest way from `source` to `target`, or `undefined` where there is none.
 *
 * Weights are finite and not negative; parallel edges, loops and zero weights are fine. O((V + E) log V).
 * Dijkstra, Numerische Mathematik 1 (1959).
 *
 * @throws RangeError if an end is not a node, or on the first negative or NaN weight met, naming its edge.
 * @example
 * const graph = buildGraph(3, [[0, 1, 4], [1, 2, 3], [0, 2, 9]]);
 * dijkstra(graph, 0, 2); // => { nodes: [0, 1, 2], edges: [0, 1], distance: 7, settled: 3 }
 * dijkstra(graph, 0, 2, { allow: (edge) => edge !== 1 })?.distance; // => 9
 * dijkstra(graph, 2, 0); // => undefined
 */
export function dijkstra(graph: Graph, source: number, target: number, options: SearchOptions = {}): Route | undefined {
  return searchOneWay(graph, source, target, options);
}
