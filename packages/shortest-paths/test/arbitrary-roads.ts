import { buildGraph, type EdgeTuple, type Graph } from "@groundwork/graph";
import fc from "fast-check";

export interface DrawnRoads {
  readonly graph: Graph;
  readonly edges: readonly [number, number, number][];
  readonly directed: boolean;
}

/** Small graphs with one-way streets, parallel edges, loops, zero weights, isolated nodes; whole weights or not. */
export function drawnRoads(maxNodes = 12, fractions = false): fc.Arbitrary<DrawnRoads> {
  return fc.tuple(fc.integer({ min: 1, max: maxNodes }), fc.boolean()).chain(([nodeCount, directed]) => {
    const node = fc.nat(nodeCount - 1);
    const weight = fractions ? fc.double({ min: 0, max: 10, noNaN: true }) : fc.nat(6);
    return fc
      .array(fc.tuple(node, node, weight), { maxLength: nodeCount * 3 })
      .map((edges) => ({ graph: buildGraph(nodeCount, edges as EdgeTuple[], { directed }), edges, directed }));
  });
}

/** Bellman and Ford, the slow model. */
export function slowDistances(
  { graph, edges, directed }: DrawnRoads,
  source: number,
  allow: (edge: number) => boolean = () => true,
): number[] {
  const distances = new Array<number>(graph.nodeCount).fill(Number.POSITIVE_INFINITY);
  distances[source] = 0;
  for (let round = 0; round < graph.nodeCount; round++)
    edges.forEach(([a, b, weight], id) => {
      if (!allow(id)) return;
      distances[b] = Math.min(distances[b]!, distances[a]! + weight);
      if (!directed) distances[a] = Math.min(distances[a]!, distances[b]! + weight);
    });
  return distances;
}

/** Adds a route up edge by edge, checking that each edge joins the nodes beside it. */
export function addUp(
  { edges, directed }: DrawnRoads,
  route: { readonly nodes: readonly number[]; readonly edges: readonly number[] },
): number {
  if (route.nodes.length !== route.edges.length + 1) throw new Error("Nodes and edges do not alternate.");
  let length = 0;
  route.edges.forEach((id, i) => {
    const [a, b, weight] = edges[id]!;
    const from = route.nodes[i];
    const to = route.nodes[i + 1];
    if (!((a === from && b === to) || (!directed && a === to && b === from)))
      throw new Error(`Edge ${id} is not there.`);
    length += weight;
  });
  return length;
}
