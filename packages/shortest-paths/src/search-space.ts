import type { Graph } from "@groundwork/graph";
import { createHeap, type Heap } from "./heap.ts";

/** What a search knows of the nodes that it has met; entries of other nodes mean nothing. */
export interface Labels {
  readonly heap: Heap;
  readonly distances: Float64Array;
  /** The arc by which a node was reached, and the node from which. */
  readonly arcs: Uint32Array;
  readonly parents: Uint32Array;
}

/** Memory that searches of one graph hand on to one another; see `createSearchSpace`. */
export interface SearchSpace {
  readonly graph: Graph;
  /** @internal */
  readonly idle: Labels[];
  /** @internal */
  reversed: Graph | undefined;
}

export function createLabels(nodeCount: number): Labels {
  return {
    heap: createHeap(nodeCount),
    distances: new Float64Array(nodeCount),
    arcs: new Uint32Array(nodeCount),
    parents: new Uint32Array(nodeCount),
  };
}
