import type { Graph } from "@groundwork/graph";
import { checkRows } from "./check-rows.ts";
import { checkNode, fail } from "./fail.ts";
import { clear, pop, push } from "./heap.ts";
import { createLabels, type Labels, type SearchSpace } from "./search-space.ts";

/** A lower bound on the distance from `node` to `target`: never negative, `Infinity` where there is no way. */
export type Heuristic = (node: number, target: number) => number;

export interface SearchOptions {
  /** Weight of an arc in place of the graph's: finite and not negative. `edge` is the id of the input. */
  readonly weight?: ((edge: number, source: number, target: number) => number) | undefined;
  /** Whether an arc may be used; without it, every arc may. */
  readonly allow?: ((edge: number, source: number, target: number) => boolean) | undefined;
  /** Called with each node as it is settled, in order; `backward` tells the side of a bidirectional search. */
  readonly onSettle?: ((node: number, backward: boolean) => void) | undefined;
  /** Memory to reuse, from `createSearchSpace` for this very graph. */
  readonly space?: SearchSpace | undefined;
}

/** A search under way. */
export interface Search {
  readonly graph: Graph;
  readonly options: SearchOptions;
  readonly labels: Labels;
  /** A lower bound on what is left to go from a node. */
  readonly bound: ((node: number) => number) | undefined;
  /** Nodes whose key passes this are not looked at. */
  limit: number;
  settled: number;
}

export function startSearch(
  graph: Graph,
  options: SearchOptions,
  source: number,
  bound?: (node: number) => number,
): Search {
  checkNode(graph, source, "source");
  const { space } = options;
  if (space && space.graph !== graph && space.reversed !== graph) fail("`space` to be of this graph", "another's");
  let labels = space?.idle.pop();
  if (!labels) {
    checkRows(graph);
    labels = createLabels(graph.nodeCount);
  }
  labels.distances[source] = 0;
  labels.parents[source] = source;
  push(labels.heap, source, 0);
  return { graph, options, labels, bound, limit: Number.POSITIVE_INFINITY, settled: 0 };
}

/** Gives the memory back; a search that an exception ended never does, so that nothing half done is reused. */
export function endSearch({ labels, options }: Search): void {
  clear(labels.heap);
  options.space?.idle.push(labels);
}

/** Takes the nearest open node, which is settled with it. */
export function settle(search: Search): number {
  const node = pop(search.labels.heap);
  search.settled++;
  search.options.onSettle?.(node, false);
  return node;
}

/** Relaxes the arcs of a node just settled. A node reached more cheaply than before opens again. */
export function relax(search: Search, node: number, onReach?: (node: number, distance: number) => void): void {
  const { graph, options, labels, bound } = search;
  const { heap, distances, arcs, parents } = labels;
  const { offsets, targets, weights, edgeIds } = graph;
  const { weight, allow } = options;
  const { places } = heap;
  const distance = distances[node]!;
  const end = offsets[node + 1]!;
  for (let arc = offsets[node]!; arc < end; arc++) {
    const next = targets[arc]!;
    if (allow && !allow(edgeIds[arc]!, node, next)) continue;
    const step = weight ? weight(edgeIds[arc]!, node, next) : weights[arc]!;
    if (!(step >= 0 && step < Number.POSITIVE_INFINITY)) {
      fail(`the weight of edge ${edgeIds[arc]} to be finite and ≥ 0`, step);
    }
    const reached = distance + step;
    if (places[next] !== 0 && reached >= distances[next]!) continue;
    const key = bound ? reached + bound(next) : reached;
    if (key > search.limit || key === Number.POSITIVE_INFINITY) continue;
    distances[next] = reached;
    arcs[next] = arc;
    parents[next] = node;
    push(heap, next, key);
    onReach?.(next, reached);
  }
}
