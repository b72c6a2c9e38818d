import { arcSources } from "./arc-sources.ts";
import { arrangeArcs } from "./arrange-arcs.ts";
import type { Graph } from "./graph.ts";
import { stronglyConnectedComponents } from "./strongly-connected-components.ts";

/**
 * The graph without the arcs that a longer path (or an earlier parallel arc) stands in for: what reaches what stays.
 *
 * For an acyclic graph this is the one smallest graph with its reachability. In a cyclic one the arcs between strongly
 * connected components are reduced and those inside all stay (the smallest choice is NP-hard there). Kept arcs
 * keep weight and edge id. O(V E / 32) time at worst; memory stays below some 64 MB beyond O(V + E).
 *
 * @example
 * const reduced = transitiveReduction(buildGraph(3, [[0, 1], [0, 2], [1, 2]]));
 * [...reduced.edgeIds]; // => [0, 2]
 */
export function transitiveReduction(graph: Graph): Graph {
  const { count, componentOf, nodes } = stronglyConnectedComponents(graph);
  // The arcs between components, grouped by source component, last component first: arcs run to larger components
  // only, so that every row is complete before another takes it in.
  const arcs: number[] = [];
  const sources: number[] = [];
  const entering = new Uint32Array(count);
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i]!;
    const source = componentOf[node]!;
    for (let arc = graph.offsets[node]!; arc < graph.offsets[node + 1]!; arc++) {
      const target = componentOf[graph.targets[arc]!]!;
      if (target === source) continue;
      arcs.push(arc);
      sources.push(source);
      entering[target]!++;
    }
  }
  const targets = arcs.map((arc) => componentOf[graph.targets[arc]!]!);
  // Only an arc whose target has another way in can be redundant. Such targets get a column of the bitsets each; as
  // many columns are worked through at a time as memory allows.
  const column = new Int32Array(count).fill(-1);
  let columns = 0;
  for (let i = 0; i < arcs.length; i++) {
    const target = targets[i]!;
    if (column[target] === -1 && entering[target]! > 1) column[target] = columns++;
  }
  const width = Math.max(1, Math.min(Math.ceil(columns / 32), Math.floor(2 ** 24 / Math.max(count, 1))));
  const rows = new Uint32Array(columns > 0 ? count * width : 0);
  const keep = new Uint8Array(graph.targets.length).fill(1);
  for (let first = 0; first < columns; first += width * 32) {
    rows.fill(0);
    for (let begin = 0, end = 0; begin < arcs.length; begin = end) {
      const row = sources[begin]! * width;
      for (; sources[end] === sources[begin] && end < arcs.length; end++) {
        for (let k = 0; k < width; k++) rows[row + k]! |= rows[targets[end]! * width + k]!;
      }
      // The row now holds what paths of two arcs and more reach; the single arcs join it one by one.
      for (let i = begin; i < end; i++) {
        const bit = column[targets[i]!]! - first;
        if (bit < 0 || bit >= width * 32) continue;
        const word = row + (bit >>> 5);
        if ((rows[word]! >>> (bit & 31)) & 1) keep[arcs[i]!] = 0;
        rows[word]! |= 1 << (bit & 31);
      }
    }
  }
  const kept = (values: Uint32Array | Float64Array) => values.filter((_, arc) => keep[arc] === 1);
  return arrangeArcs(
    graph.nodeCount,
    kept(arcSources(graph)),
    kept(graph.targets),
    kept(graph.weights),
    kept(graph.edgeIds),
    false,
  );
}
