import type { Graph } from "@groundwork/graph";
import { fail } from "./fail.ts";
import { endSearch, relax, type SearchOptions, settle, startSearch } from "./search.ts";

export interface DistancesOptions extends SearchOptions {
  /** The search ends here: nodes farther away get `Infinity`. */
  readonly limit?: number | undefined;
}

/**
 * The cheapest distance from `source` to every node; nodes out of reach, or beyond `limit`, get `Infinity`.
 *
 * Weights are finite and not negative. O((V + E) log V), less with a limit.
 *
 * @throws RangeError if `source` is not a node, if `limit` is negative or NaN, or on the first negative or NaN weight met, naming
 * its edge.
 * @example
 * const graph = buildGraph(4, [[0, 1, 4], [1, 2, 3]]);
 * [...distancesFrom(graph, 0)]; // => [0, 4, 7, Infinity]
 * [...distancesFrom(graph, 0, { limit: 5 })]; // => [0, 4, Infinity, Infinity]
 */
export function distancesFrom(graph: Graph, source: number, options: DistancesOptions = {}): Float64Array {
  const { limit = Number.POSITIVE_INFINITY } = options;
  if (!(limit >= 0)) fail("`limit` to be a distance ≥ 0", limit);
  const search = startSearch(graph, options, source);
  search.limit = limit;
  const distances = new Float64Array(graph.nodeCount).fill(Number.POSITIVE_INFINITY);
  while (search.labels.heap.size > 0) {
    const node = settle(search);
    distances[node] = search.labels.distances[node]!;
    relax(search, node);
  }
  endSearch(search);
  return distances;
}
