import type { Graph } from "@groundwork/graph";
import { checkRows } from "./check-rows.ts";
import { fail } from "./fail.ts";
import { buildBoxTree, type Items } from "./nearest/box-tree.ts";
import { findNearest } from "./nearest/find-nearest.ts";
import { enterFoot } from "./nearest/foot.ts";
import { createPlaces, locate } from "./nearest/places.ts";

export interface NearestOptions {
  /** Whether coordinates are longitude and latitude in degrees, and distances metres, as `haversine` has them. */
  readonly geographic?: boolean | undefined;
}

export interface NearestNode {
  readonly node: number;
  readonly distance: number;
}

export interface NearestEdge {
  /** The edge's id; one that may be gone both ways is listed from its lower node. */
  readonly edge: number;
  readonly source: number;
  readonly target: number;
  /** How far along the edge its nearest place is: 0 at the source, 1 at the target. */
  readonly fraction: number;
  /** The coordinates of that place. */
  readonly point: readonly [x: number, y: number];
  readonly distance: number;
}

export interface Nearest {
  /** The node nearest to a point, or `undefined` where there is none that `allow` lets in. */
  node(
    point: ArrayLike<number>,
    options?: { readonly allow?: ((node: number) => boolean) | undefined },
  ): NearestNode | undefined;
  /** The edge nearest to a point, as a straight line or the shorter great circle between its ends. */
  edge(
    point: ArrayLike<number>,
    options?: { readonly allow?: ((edge: number) => boolean) | undefined },
  ): NearestEdge | undefined;
}

/**
 * Finds the node or the edge nearest to a point, to snap a click to: `coordinates` holds two numbers of node 0, then of node 1,
 * and so on, in a plane or, if `geographic`, on the globe, poles and the 180th meridian included.
 *
 * Exact: no node is nearer by the distance that `euclidean` or `haversine` gives; edges are measured to their nearest place,
 * on the globe right to a micrometre where their ends are at most 19,000 km apart. Of equals the lowest id. `edge` needs the
 * graph. The tree of nodes and that of edges are built at the first question to each, O(n log n); a question opens some
 * dozen boxes.
 *
 * @throws RangeError on coordinates that are not finite, no latitude, or not two for each node of the graph.
 * @example
 * const graph = buildGraph(3, [[0, 1], [1, 2]]);
 * const nearest = createNearest([0, 0, 4, 0, 4, 4], graph);
 * nearest.node([3, 1]); // => { node: 1, distance: 1.4142135623730951 }
 * nearest.edge([3, 1]); // => { edge: 0, source: 0, target: 1, fraction: 0.75, point: [3, 0], distance: 1 }
 * nearest.edge([3, 1], { allow: (edge) => edge > 0 })?.point; // => [4, 1]
 */
export function createNearest(
  coordinates: ArrayLike<number>,
  graph?: Graph,
  { geographic = false }: NearestOptions = {},
): Nearest {
  const places = createPlaces(coordinates, geographic);
  const { count, distance } = places;
  if (graph) {
    checkRows(graph);
    if (graph.nodeCount !== count) fail(`\`coordinates\` to hold ${2 * graph.nodeCount} numbers`, 2 * count);
  }
  const widest = places.coordinates.reduce((most, value) => Math.max(most, Math.abs(value)), geographic ? 180 : 0);
  const ask = (point: ArrayLike<number>) => {
    locate(places, count, point[0]!, point[1]!, "point", 0);
    return 4e-15 * Math.max(widest, Math.abs(point[0]!));
  };
  const nodes = lazily(() => {
    const every = Uint32Array.from({ length: count }, (_, node) => node);
    return buildBoxTree(places, { sources: every, targets: every });
  });
  const edges = lazily(() => {
    const listed = edgesOf(graph ?? fail("`graph` to be given for its edges", graph));
    return { ...listed, tree: buildBoxTree(places, listed) };
  });
  return {
    node(point, { allow = () => true } = {}) {
      const node = findNearest(nodes(), places, ask(point), (item) => distance(item, count), allow);
      return node < 0 ? undefined : { node, distance: distance(node, count) };
    },
    edge(point, { allow = () => true } = {}) {
      const { ids, sources, targets, tree } = edges();
      const reach = (item: number) => {
        enterFoot(places, sources[item]!, targets[item]!);
        return distance(count + 1, count);
      };
      const item = findNearest(tree, places, ask(point), reach, (item) => allow(ids[item]!));
      if (item < 0) return;
      const [source, target] = [sources[item]!, targets[item]!];
      const fraction = enterFoot(places, source, target);
      const [x, y] = places.coordinates.subarray(2 * count + 2) as unknown as [number, number];
      return { edge: ids[item]!, source, target, fraction, point: [x, y], distance: distance(count + 1, count) };
    },
  };
}

/** Each edge once, by id. */
function edgesOf({ nodeCount, offsets, targets, edgeIds }: Graph): Items & { readonly ids: Uint32Array } {
  const arcOf = new Float64Array(edgeIds.reduce((most, id) => Math.max(most, id + 1), 0)).fill(-1);
  const nodeOf = new Uint32Array(edgeIds.length);
  for (let node = nodeCount - 1; node >= 0; node--) {
    for (let arc = offsets[node + 1]! - 1; arc >= offsets[node]!; arc--) {
      arcOf[edgeIds[arc]!] = arc;
      nodeOf[arc] = node;
    }
  }
  const ids = Uint32Array.from(arcOf.keys()).filter((id) => arcOf[id]! >= 0);
  return {
    ids,
    sources: ids.map((id) => nodeOf[arcOf[id]!]!),
    targets: ids.map((id) => targets[arcOf[id]!]!),
  };
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
