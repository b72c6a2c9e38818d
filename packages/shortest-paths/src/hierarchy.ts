/**
 * A contracted graph: nodes by rank, and for each the arcs to nodes of higher rank, shortcuts among them. Plain data.
 *
 * The arcs of rank `r` are the positions `offsets[r]` to `offsets[r + 1]`. A head is `4 * rank + flags`: flag `UP` says
 * that the arc leads from `r` to the head, flag `DOWN` from the head to `r`; an arc that weighs the same both ways is
 * stored once. `vias[arc]` is the rank of the node that a shortcut leads over, or `~edge` for an edge of the input.
 */
export interface Hierarchy {
  readonly nodeCount: number;
  /** The rank of each node: later contracted, higher. */
  readonly ranks: Uint32Array;
  readonly offsets: Uint32Array;
  readonly heads: Uint32Array;
  /** Whole numbers below 2 ** 32 where all weights are such. */
  readonly weights: Uint32Array | Float64Array;
  readonly vias: Int32Array;
  /** Stands for the graph that was contracted: see `fingerprint`. */
  readonly graphPrint: number;
}

export const UP = 1;
export const DOWN = 2;
