import type { Graph } from "./graph.ts";

/**
 * Sorts arcs by source into sparse rows, stably: a counting sort, O(V + E).
 * Arc `i` runs from `sources[i]` to `targets[i]`; with `both`, also back (unless it is a loop) under the same id.
 */
export function arrangeArcs(
  nodeCount: number,
  sources: ArrayLike<number>,
  targets: ArrayLike<number>,
  weights: ArrayLike<number> | undefined,
  edgeIds: ArrayLike<number> | undefined,
  both: boolean,
): Graph {
  const arcCount = sources.length;
  const offsets = new Uint32Array(nodeCount + 1);
  // offsets[node] counts the arcs of `node`, then is the end of its row, and reaches the beginning as the row fills.
  for (let i = 0; i < arcCount; i++) {
    offsets[sources[i]!]!++;
    if (both && sources[i] !== targets[i]) offsets[targets[i]!]!++;
  }
  for (let node = 0, end = 0; node <= nodeCount; node++) {
    end += offsets[node]!;
    offsets[node] = end;
  }
  const total = offsets[nodeCount]!;
  const graph = {
    nodeCount,
    offsets,
    targets: new Uint32Array(total),
    weights: new Float64Array(total),
    edgeIds: new Uint32Array(total),
  };
  for (let i = arcCount - 1; i >= 0; i--) {
    const source = sources[i]!;
    const target = targets[i]!;
    const weight = weights ? weights[i]! : 1;
    const id = edgeIds ? edgeIds[i]! : i;
    place(graph, source, target, weight, id);
    if (both && source !== target) place(graph, target, source, weight, id);
  }
  return graph;
}

function place(graph: Graph, source: number, target: number, weight: number, id: number): void {
  const arc = graph.offsets[source]! - 1;
  graph.offsets[source] = arc;
  graph.targets[arc] = target;
  graph.weights[arc] = weight;
  graph.edgeIds[arc] = id;
}
