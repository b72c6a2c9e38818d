import type { Heuristic } from "./search.ts";

/**
 * The straight line between two nodes, as a heuristic: `coordinates` holds x and y of node 0, then of node 1, and so on.
 *
 * Exact where no edge weighs less than its length; `scale` turns lengths into weights (for times: 1 / fastest speed).
 *
 * @example
 * euclidean([0, 0, 3, 4])(0, 1); // => 5
 */
export function euclidean(coordinates: ArrayLike<number>, scale = 1): Heuristic {
  return (node, target) => {
    const x = coordinates[2 * node]! - coordinates[2 * target]!;
    const y = coordinates[2 * node + 1]! - coordinates[2 * target + 1]!;
    return Math.sqrt(x * x + y * y) * scale;
  };
}
