import { buildGraph, type Graph } from "@groundwork/graph";
import type { Drawing } from "./draw-ways.ts";

/** The graph of a drawing: an arc for each direction in which an edge may be used, both under the edge's id. */
export function graphOfDrawing({ nodes, edges, directions }: Drawing): Graph {
  const sources: number[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  const ids: number[] = [];
  const add = (id: number, source: number, target: number, weight: number) => {
    sources.push(source);
    targets.push(target);
    weights.push(weight);
    ids.push(id);
  };
  edges.forEach(({ source, target, length }, id) => {
    if (directions[id]!.forward) add(id, source, target, length);
    if (directions[id]!.backward) add(id, target, source, length);
  });
  const graph = buildGraph(nodes.length, { sources, targets, weights });
  return { ...graph, edgeIds: graph.edgeIds.map((arc) => ids[arc]!) };
}
