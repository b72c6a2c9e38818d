import { fail } from "./fail.ts";

/** Passes a bound on, once it is known to be one. */
export function checkBound(bound: number, node: number): number {
  return bound >= 0 ? bound : fail(`\`heuristic\` to be at least 0 at node ${node}`, bound);
}
