import type { Graph } from "@groundwork/graph";
import { climb } from "./climb.ts";
import { createSearchSpace } from "./create-search-space.ts";
import { checkNode, fail } from "./fail.ts";
import { graphPrint } from "./fingerprint.ts";
import { clear, push } from "./heap.ts";
import { DOWN, type Hierarchy, UP } from "./hierarchy.ts";
import { hierarchyMatrix, type Matrix } from "./hierarchy-matrix.ts";
import { hierarchyPotential } from "./hierarchy-potential.ts";
import type { Route } from "./route.ts";
import { searchOneWay } from "./search-one-way.ts";
import { createLabels, type Labels } from "./search-space.ts";
import { unpack } from "./unpack.ts";

export interface HierarchyRouteOptions {
  /** Edges that may not be used, by id: a `Set`, or anything else with `has`. */
  readonly closed?: { has(edge: number): boolean } | undefined;
  /** Called with each node as it is settled, in order; `backward` tells the side. */
  readonly onSettle?: ((node: number, backward: boolean) => void) | undefined;
}

/** Answers from a hierarchy. */
export interface HierarchyRouter {
  /** The cheapest way, in nodes and edges of the input, or `undefined`. */
  route(source: number, target: number, options?: HierarchyRouteOptions): Route | undefined;
  /** The distance alone, in half the time: `Infinity` where there is no way. */
  distance(source: number, target: number): number;
  /** All distances from `sources` (rows) to `targets` (columns), for little more than a search from each. */
  matrix(sources: ArrayLike<number>, targets: ArrayLike<number>): Matrix;
}

/**
 * A router over a contracted graph; keeps its working memory from one answer to the next.
 *
 * Give the graph too for routes with closures: these are exact without contracting anew, as the open distances remain
 * lower bounds for a search on the graph itself. The cost grows with the detour: microseconds where no closed edge lies on
 * the way, a plain search at worst.
 *
 * @throws RangeError if `graph` is not the one that was contracted, or an end is not a node.
 * @example
 * const graph = buildGraph(3, [[0, 1, 4], [1, 2, 3], [0, 2, 9]]);
 * const router = createHierarchyRouter(contract(graph), graph);
 * router.route(0, 2)?.edges; // => [0, 1]
 * router.route(0, 2, { closed: new Set([1]) })?.edges; // => [2]
 * router.distance(2, 0); // => Infinity
 * [...router.matrix([0, 1], [2]).values]; // => [7, 3]
 */
export function createHierarchyRouter(hierarchy: Hierarchy, graph?: Graph): HierarchyRouter {
  const { nodeCount, ranks } = hierarchy;
  if (graph && graphPrint(graph) !== hierarchy.graphPrint) fail("`graph` to be the one contracted", "another");
  const nodeAt = new Uint32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) nodeAt[ranks[node]!] = node;
  const space = graph && createSearchSpace(graph);
  const up = createLabels(nodeCount);
  const down = createLabels(nodeCount);
  let settled = 0;

  return {
    route(source, target, { closed, onSettle } = {}) {
      const meeting = meet(source, target, onSettle);
      const open = meeting < 0 ? undefined : routeOver(meeting, source);
      if (!closed || !open?.edges.some((edge) => closed.has(edge))) return open;
      if (!graph) fail("`graph` to be given to createHierarchyRouter, for closures", graph);
      const left = hierarchyPotential(hierarchy, down, ranks[target]!);
      const options = { allow: (edge: number) => !closed.has(edge), onSettle, space };
      return searchOneWay(graph, source, target, options, (node) => left(ranks[node]!));
    },
    distance(source, target) {
      const meeting = meet(source, target);
      return meeting < 0 ? Number.POSITIVE_INFINITY : up.distances[meeting]! + down.distances[meeting]!;
    },
    matrix(sources, targets) {
      return hierarchyMatrix(hierarchy, up, sources, targets);
    },
  };

  /** Climbs from both ends and returns the rank over which the cheapest way leads, or -1. */
  function meet(source: number, target: number, onSettle?: (node: number, backward: boolean) => void): number {
    begin(up, source, "source");
    begin(down, target, "target");
    settled = 0;
    let best = Number.POSITIVE_INFINITY;
    let meeting = -1;
    for (;;) {
      const ahead = up.heap.size > 0 ? up.heap.keys[0]! : Number.POSITIVE_INFINITY;
      const behind = down.heap.size > 0 ? down.heap.keys[0]! : Number.POSITIVE_INFINITY;
      if (Math.min(ahead, behind) >= best) return meeting;
      const backward = behind < ahead;
      const labels = backward ? down : up;
      const other = backward ? up : down;
      onSettle?.(nodeAt[labels.heap.nodes[0]!]!, backward);
      const rank = climb(hierarchy, labels, backward ? DOWN : UP);
      settled++;
      if (rank >= 0 && other.heap.places[rank] !== 0) {
        const length = labels.distances[rank]! + other.distances[rank]!;
        if (length < best) {
          best = length;
          meeting = rank;
        }
      }
    }
  }

  function begin(labels: Labels, node: number, name: string): void {
    checkNode(hierarchy, node, name);
    clear(labels.heap);
    const rank = ranks[node]!;
    labels.distances[rank] = 0;
    labels.parents[rank] = rank;
    push(labels.heap, rank, 0);
  }

  function routeOver(meeting: number, source: number): Route {
    const nodes = [source];
    const edges: number[] = [];
    let distance = 0;
    const visit = (edge: number, end: number, weight: number) => {
      edges.push(edge);
      nodes.push(nodeAt[end]!);
      distance += weight;
    };
    const climbed: number[] = [];
    for (let at = meeting; up.parents[at] !== at; at = up.parents[at]!) climbed.push(at);
    for (const at of climbed.reverse()) unpack(hierarchy, up.parents[at]!, at, up.arcs[at]!, visit);
    for (let at = meeting; down.parents[at] !== at; at = down.parents[at]!) {
      unpack(hierarchy, at, down.parents[at]!, down.arcs[at]!, visit);
    }
    return { nodes, edges, distance, settled };
  }
}
