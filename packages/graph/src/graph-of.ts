import { buildGraph } from "./build-graph.ts";
import type { Graph } from "./graph.ts";

export interface GraphOfOptions<Edge, Id> {
  readonly source: (edge: Edge) => Id;
  readonly target: (edge: Edge) => Id;
  /** Weight of an edge; without it every edge weighs 1. */
  readonly weight?: ((edge: Edge) => number) | undefined;
  /** `false` makes every edge two arcs with one id. Default `true`. */
  readonly directed?: boolean | undefined;
  /** Ids that are nodes even if no edge names them; they come first in `ids`. */
  readonly nodes?: Iterable<Id> | undefined;
}

/** A graph over ids of any kind. */
export interface IndexedGraph<Edge, Id> {
  readonly graph: Graph;
  /** The id of each node, in order of first appearance. */
  readonly ids: readonly Id[];
  /** The node of an id, or `undefined` where the id is unknown. */
  readonly indexOf: (id: Id) => number | undefined;
  /** The input's edges by edge id. */
  readonly edges: readonly Edge[];
}

/**
 * A graph of ordinary objects with ids of any kind: strings, numbers or objects, told apart as a `Map` does.
 *
 * Nodes are numbered in order of first appearance: `nodes`, then each edge's source and target. O(V + E).
 *
 * @throws RangeError naming the edge whose weight is not finite.
 * @example
 * const flights = [{ from: "YVR", to: "SEA", minutes: 55 }, { from: "SEA", to: "SFO", minutes: 130 }];
 * const { graph, ids, indexOf } = graphOf(flights, {
 *   source: (flight) => flight.from,
 *   target: (flight) => flight.to,
 *   weight: (flight) => flight.minutes,
 * });
 * ids; // => ["YVR", "SEA", "SFO"]
 * indexOf("SFO"); // => 2
 * [...graph.weights]; // => [55, 130]
 */
export function graphOf<Edge, Id>(edges: Iterable<Edge>, options: GraphOfOptions<Edge, Id>): IndexedGraph<Edge, Id> {
  const { source, target, weight, directed, nodes = [] } = options;
  const index = new Map<Id, number>();
  const ids: Id[] = [];
  const nodeOf = (id: Id): number => {
    let node = index.get(id);
    if (node === undefined) {
      node = ids.length;
      index.set(id, node);
      ids.push(id);
    }
    return node;
  };
  for (const id of nodes) nodeOf(id);
  const list = [...edges];
  const sources: number[] = [];
  const targets: number[] = [];
  for (const edge of list) {
    sources.push(nodeOf(source(edge)));
    targets.push(nodeOf(target(edge)));
  }
  const graph = buildGraph(
    ids.length,
    { sources, targets, weights: weight && list.map((edge) => weight(edge)) },
    { directed },
  );
  return { graph, ids, indexOf: (id) => index.get(id), edges: list };
}
