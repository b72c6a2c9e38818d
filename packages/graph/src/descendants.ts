import { checkInteger } from "./check-integer.ts";
import type { Graph } from "./graph.ts";

/**
 * Every node that a path of at least one arc reaches from `from` (one node or several), in ascending order.
 *
 * So a node is among its own descendants only if it lies on a cycle. O(V + E), without recursion.
 *
 * @throws RangeError if `from` is not a node.
 * @example
 * descendants(buildGraph(4, [[0, 1], [1, 2], [3, 2]]), 0); // => [1, 2]
 */
export function descendants({ nodeCount, offsets, targets }: Graph, from: number | Iterable<number>): number[] {
  const seen = new Uint8Array(nodeCount);
  const stack = typeof from === "number" ? [from] : [...from];
  for (const node of stack) checkInteger(node, nodeCount, "from");
  while (stack.length > 0) {
    const node = stack.pop()!;
    const end = offsets[node + 1]!;
    for (let arc = offsets[node]!; arc < end; arc++) {
      const target = targets[arc]!;
      if (seen[target] === 0) {
        seen[target] = 1;
        stack.push(target);
      }
    }
  }
  const reached: number[] = [];
  for (let node = 0; node < nodeCount; node++) if (seen[node] === 1) reached.push(node);
  return reached;
}
