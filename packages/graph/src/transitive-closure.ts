import { checkInteger } from "./check-integer.ts";
import type { Graph } from "./graph.ts";
import { stronglyConnectedComponents } from "./strongly-connected-components.ts";

/** Reachability between all pairs, as bitsets. */
export interface Closure {
  /** Whether a path of at least one arc leads from `source` to `target`. */
  readonly has: (source: number, target: number) => boolean;
  /** How many 32-bit words a row takes. */
  readonly rowWords: number;
  /** Bit `target % 32` of `rows[rowOf[source] * rowWords + (target >>> 5)]` says the same as `has`. */
  readonly rows: Uint32Array;
  /** The row of each node: nodes that reach one another share theirs. */
  readonly rowOf: Uint32Array;
}

/**
 * Which nodes reach which: `has(source, target)` in constant time after O(V E / 32) work, on cyclic graphs too.
 *
 * Takes one bit for each pair of component and node: 13 MB for 10,000 nodes, 125 MB for 31,000. For a few questions on
 * a larger graph use `descendants`.
 *
 * @throws RangeError where the bitsets would pass 4 GB, saying how much they need.
 * @example
 * const closure = transitiveClosure(buildGraph(3, [[0, 1], [1, 2]]));
 * closure.has(0, 2); // => true
 * closure.has(2, 2); // => false
 */
export function transitiveClosure(graph: Graph): Closure {
  const { nodeCount, offsets, targets } = graph;
  const components = stronglyConnectedComponents(graph);
  const rowOf = components.componentOf;
  const rowWords = Math.ceil(nodeCount / 32);
  const words = components.count * rowWords;
  if (words > 2 ** 30) {
    throw new RangeError(
      `Expected a closure of at most 4 GB, got ${Math.ceil(words / 2 ** 28)} GB: ask \`descendants\` instead.`,
    );
  }
  const rows = new Uint32Array(words);
  // Arcs run to larger components only, so that every row is complete before another takes it in.
  for (let component = components.count - 1; component >= 0; component--) {
    const row = component * rowWords;
    const members = components.nodes.subarray(components.offsets[component]!, components.offsets[component + 1]!);
    let cyclic = members.length > 1;
    for (const node of members) {
      for (let arc = offsets[node]!; arc < offsets[node + 1]!; arc++) {
        const target = targets[arc]!;
        const other = rowOf[target]!;
        if (other === component) {
          cyclic = true;
        } else if (!isSet(row, target)) {
          // A target whose bit is set is reached already, and so is all that it reaches.
          for (let k = 0; k < rowWords; k++) rows[row + k]! |= rows[other * rowWords + k]!;
          set(row, target);
        }
      }
    }
    if (cyclic) for (const node of members) set(row, node);
  }
  return { has, rowWords, rows, rowOf };

  function isSet(row: number, node: number): boolean {
    return ((rows[row + (node >>> 5)]! >>> (node & 31)) & 1) === 1;
  }

  function set(row: number, node: number): void {
    rows[row + (node >>> 5)]! |= 1 << (node & 31);
  }

  function has(source: number, target: number): boolean {
    checkInteger(source, nodeCount, "source");
    checkInteger(target, nodeCount, "target");
    return isSet(rowOf[source]! * rowWords, target);
  }
}
