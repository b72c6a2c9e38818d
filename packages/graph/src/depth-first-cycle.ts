import type { Graph } from "./graph.ts";

const UNSEEN = 0;
const ON_PATH = 1;
const DONE = 2;

/**
 * The first cycle that a depth-first search from node 0 upwards closes. `edgeTwice` lets a cycle go out and back by one
 * undirected edge.
 */
export function depthFirstCycle(
  { nodeCount, offsets, targets, edgeIds }: Graph,
  edgeTwice: boolean,
): number[] | undefined {
  const state = new Uint8Array(nodeCount);
  const nextArc = new Uint32Array(nodeCount);
  const path = new Uint32Array(nodeCount);
  for (let root = 0; root < nodeCount; root++) {
    if (state[root] !== UNSEEN) continue;
    let depth = 0;
    path[0] = root;
    state[root] = ON_PATH;
    nextArc[root] = offsets[root]!;
    while (depth >= 0) {
      const node = path[depth]!;
      const arc = nextArc[node]!;
      if (arc === offsets[node + 1]) {
        state[node] = DONE;
        depth--;
        continue;
      }
      nextArc[node] = arc + 1;
      const target = targets[arc]!;
      if (state[target] === UNSEEN) {
        state[target] = ON_PATH;
        nextArc[target] = offsets[target]!;
        path[++depth] = target;
      } else if (state[target] === ON_PATH && (edgeTwice || !cameBy(depth, edgeIds[arc]!))) {
        return Array.from(path.subarray(path.indexOf(target), depth + 1));
      }
    }
  }
  return undefined;

  /** Whether the search came to path[depth] by this very edge, which an undirected graph also holds the other way. */
  function cameBy(depth: number, edge: number): boolean {
    return depth > 0 && edgeIds[nextArc[path[depth - 1]!]! - 1] === edge;
  }
}
