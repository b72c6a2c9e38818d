import { arrangeArcs } from "./arrange-arcs.ts";
import { checkInteger } from "./check-integer.ts";
import type { Graph } from "./graph.ts";

/** An edge between two node numbers; without a weight it weighs 1. */
export type EdgeTuple = readonly [source: number, target: number, weight?: number];

/** Edges as columns, the fast path: edge `i` runs from `sources[i]` to `targets[i]`. Typed arrays are read in place. */
export interface EdgeColumns {
  readonly sources: ArrayLike<number>;
  readonly targets: ArrayLike<number>;
  readonly weights?: ArrayLike<number> | undefined;
}

export interface BuildGraphOptions {
  /** `false` makes every edge two arcs with one id. Default `true`. */
  readonly directed?: boolean | undefined;
}

/**
 * A graph of `nodeCount` nodes and these edges; parallel edges, loops and isolated nodes are kept.
 *
 * O(V + E). Weights must be finite; they may be negative (searches that cannot take these say so themselves).
 *
 * @throws RangeError naming the edge whose end is not a node or whose weight is not finite.
 * @example
 * const graph = buildGraph(3, [[0, 1, 4], [1, 2, 3]]);
 * [...graph.targets]; // => [1, 2]
 * buildGraph(2, [[0, 2]]); // throws RangeError
 */
export function buildGraph(
  nodeCount: number,
  edges: Iterable<EdgeTuple> | EdgeColumns,
  { directed = true }: BuildGraphOptions = {},
): Graph {
  checkInteger(nodeCount, 2 ** 31, "nodeCount");
  const { sources, targets, weights } = "sources" in edges ? edges : columns(edges);
  const count = sources.length;
  if (targets.length !== count || (weights && weights.length !== count)) {
    throw new RangeError(`Expected \`targets\` and \`weights\` to have ${count} entries, as \`sources\` has.`);
  }
  for (let i = 0; i < count; i++) {
    if (!isNode(sources[i]!)) checkInteger(sources[i]!, nodeCount, `edges[${i}].source`);
    if (!isNode(targets[i]!)) checkInteger(targets[i]!, nodeCount, `edges[${i}].target`);
    if (weights && !Number.isFinite(weights[i])) {
      throw new RangeError(`Expected the weight of \`edges[${i}]\` to be a finite number, got ${String(weights[i])}.`);
    }
  }
  return arrangeArcs(nodeCount, sources, targets, weights, undefined, !directed);

  function isNode(node: number): boolean {
    return node >>> 0 === node && node < nodeCount;
  }
}

function columns(edges: Iterable<EdgeTuple>): EdgeColumns {
  const sources: number[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  for (const [source, target, weight = 1] of edges) {
    sources.push(source);
    targets.push(target);
    weights.push(weight);
  }
  return { sources, targets, weights };
}
