import type { Graph } from "@groundwork/graph";
import type { Labels } from "./search-space.ts";

/** A cheapest way from source to target. */
export interface Route {
  /** From source to target, both included. */
  readonly nodes: number[];
  /** The id of the edge between each node and the next. */
  readonly edges: number[];
  /** The weights of the edges, added up from source to target. */
  readonly distance: number;
  /** How many nodes the search settled. */
  readonly settled: number;
}

/** Writes the way that a forward search found to `node`. */
export function trace(labels: Labels, { edgeIds }: Graph, node: number): { nodes: number[]; edges: number[] } {
  const nodes = [node];
  const edges: number[] = [];
  for (let at = node; labels.parents[at] !== at; at = labels.parents[at]!) {
    nodes.push(labels.parents[at]!);
    edges.push(edgeIds[labels.arcs[at]!]!);
  }
  return { nodes: nodes.reverse(), edges: edges.reverse() };
}
