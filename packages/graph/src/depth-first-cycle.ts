import type { Graph } from "./graph.ts";

const UNSEEN = 0;
const DONE = -1;

/**
 * The first cycle that a depth-first search from node 0 upwards closes. `edgeTwice` lets a cycle go out and back by one
 * undirected edge.
 */
export function depthFirstCycle(
  { nodeCount, offsets, targets, edgeIds }: Graph,
  edgeTwice: boolean,
): number[] | undefined {
  // Of a node on the path, one more than the arc that comes next: one array, as each of these reads is a cache miss.
  const progress = new Int32Array(nodeCount);
  const path = new Uint32Array(nodeCount);
  for (let root = 0; root < nodeCount; root++) {
    if (progress[root] !== UNSEEN) continue;
    let depth = 0;
    let node = root;
    let arc = offsets[root]!;
    path[0] = root;
    progress[root] = arc + 1;
    while (depth >= 0) {
      if (arc === offsets[node + 1]) {
        progress[node] = DONE;
        if (--depth < 0) break;
        node = path[depth]!;
        arc = progress[node]! - 1;
        continue;
      }
      const target = targets[arc++]!;
      if (progress[target] === UNSEEN) {
        progress[node] = arc + 1;
        path[++depth] = target;
        node = target;
        arc = offsets[target]!;
        progress[target] = arc + 1;
      } else if (progress[target]! > 0 && (edgeTwice || !cameBy(depth, edgeIds[arc - 1]!))) {
        return Array.from(path.subarray(path.indexOf(target), depth + 1));
      }
    }
  }
  return undefined;

  /** Whether the search came to path[depth] by this very edge, which an undirected graph also holds the other way. */
  function cameBy(depth: number, edge: number): boolean {
    return depth > 0 && edgeIds[progress[path[depth - 1]!]! - 2] === edge;
  }
}
