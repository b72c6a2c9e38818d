import type { Policy } from "./policy.ts";
import { type FairState, startTimeFair } from "./weighted-fair.ts";

/**
 * One task of each tenant in turn, whatever the length of their lines or the cost of their tasks.
 *
 * It is {@link weightedFair} with every task charged 1. Tasks that name no tenant share one; with a quantum,
 * {@link simulate} then gives the round robin of operating systems.
 *
 * @example
 * const queue = createQueue({ policy: roundRobin() });
 * for (const data of ["a1", "a2", "a3"]) queue.enqueue({ data, tenant: "a" });
 * for (const data of ["b1", "b2"]) queue.enqueue({ data, tenant: "b" });
 * [1, 2, 3, 4, 5].map(() => queue.dequeue()?.task.data); // => ["a1", "b1", "a2", "b2", "a3"]
 */
export function roundRobin(): Policy<FairState> {
  return startTimeFair("round-robin", () => 1);
}
