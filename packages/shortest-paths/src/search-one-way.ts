import type { Graph } from "@groundwork/graph";
import { checkNode } from "./fail.ts";
import { type Route, trace } from "./route.ts";
import { endSearch, relax, type SearchOptions, settle, startSearch } from "./search.ts";

/** Dijkstra's search, or A* where there is a lower bound on what is left. */
export function searchOneWay(
  graph: Graph,
  source: number,
  target: number,
  options: SearchOptions,
  bound?: (node: number) => number,
): Route | undefined {
  checkNode(graph, target, "target");
  const search = startSearch(graph, options, source, bound);
  const { labels } = search;
  let route: Route | undefined;
  while (!route && labels.heap.size > 0) {
    const node = settle(search);
    if (node === target) {
      route = { ...trace(labels, graph, node), distance: labels.distances[node]!, settled: search.settled };
    } else {
      relax(search, node);
    }
  }
  endSearch(search);
  return route;
}
