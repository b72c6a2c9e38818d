/**
 * A directed graph in compressed sparse rows: the arcs that leave `node` are the positions
 * `offsets[node]` to `offsets[node + 1]` of `targets`, `weights` and `edgeIds`, in the order of the input.
 *
 * Plain and readonly; nodes are the integers from 0 to `nodeCount - 1`. An edge id is the edge's position in the input.
 * An undirected edge is two arcs with one id (a loop is one arc).
 */
export interface Graph {
  readonly nodeCount: number;
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Float64Array;
  readonly edgeIds: Uint32Array;
}
