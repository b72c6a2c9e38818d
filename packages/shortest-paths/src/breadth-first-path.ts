import type { Graph } from "@groundwork/graph";
import { checkRows } from "./check-rows.ts";
import { checkNode } from "./fail.ts";
import type { Route } from "./route.ts";
import type { SearchOptions } from "./search.ts";

/** As for the other searches, without weights: every edge counts 1. */
export type BreadthFirstOptions = Pick<SearchOptions, "allow" | "onSettle">;

/**
 * A way with the fewest edges from `source` to `target`, or `undefined`; `distance` is how many. O(V + E).
 *
 * @throws RangeError if an end is not a node.
 * @example
 * const graph = buildGraph(3, [[0, 1, 4], [1, 2, 3], [0, 2, 9]]);
 * breadthFirstPath(graph, 0, 2)?.nodes; // => [0, 2]
 */
export function breadthFirstPath(
  graph: Graph,
  source: number,
  target: number,
  { allow, onSettle }: BreadthFirstOptions = {},
): Route | undefined {
  checkRows(graph);
  checkNode(graph, source, "source");
  checkNode(graph, target, "target");
  const { nodeCount, offsets, targets, edgeIds } = graph;
  // One more than the arc by which a node was met.
  const metBy = new Uint32Array(nodeCount);
  const metFrom = new Uint32Array(nodeCount);
  const queue = [source];
  metFrom[source] = source;
  metBy[source] = 1;
  for (let settled = 0; settled < queue.length; settled++) {
    const node = queue[settled]!;
    onSettle?.(node, false);
    if (node === target) {
      const nodes = [node];
      const edges: number[] = [];
      for (let at = node; at !== source; at = metFrom[at]!) {
        edges.push(edgeIds[metBy[at]! - 1]!);
        nodes.push(metFrom[at]!);
      }
      return { nodes: nodes.reverse(), edges: edges.reverse(), distance: edges.length, settled: settled + 1 };
    }
    for (let arc = offsets[node]!; arc < offsets[node + 1]!; arc++) {
      const next = targets[arc]!;
      if (metBy[next] !== 0 || (allow && !allow(edgeIds[arc]!, node, next))) continue;
      metBy[next] = arc + 1;
      metFrom[next] = node;
      queue.push(next);
    }
  }
  return undefined;
}
