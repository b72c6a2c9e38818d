import type { Policy } from "./policy.ts";
import type { RankedTask } from "./task.ts";
import { UnsupportedPolicy } from "./unsupported-policy.ts";

/** BullMQ's priorities are integers up to this, and smaller goes first; 0 is a list of its own. */
const lowest = 2 ** 21 - 1;
const middle = 2 ** 20;

/** The BullMQ priority of a task; ties are served in order of arrival. */
export type BullPriority = (task: RankedTask) => number;

/**
 * How a policy looks in BullMQ's integers.
 *
 * @throws UnsupportedPolicy for a policy that they cannot carry.
 */
export function bullPriority(policy: Policy, deadlines: { originMs: number; bucketMs: number }): BullPriority {
  if (policy.name === "fifo") return () => 0;
  if (policy.name === "priority") {
    return ({ priority = 0 }) => {
      if (Number.isInteger(priority) && Math.abs(priority) < middle) return middle - priority;
      throw new RangeError(
        `Expected \`priority\` to be an integer between ±${middle - 1} for BullMQ, got ${priority}; createPostgresStore() takes any.`,
      );
    };
  }
  if (policy.name === "earliest-deadline-first") {
    const { originMs, bucketMs } = deadlines;
    return ({ deadline = Infinity }) => {
      if (deadline === Infinity) return lowest;
      const bucket = Math.floor((deadline - originMs) / bucketMs) + 1;
      if (bucket < lowest) return Math.max(1, bucket);
      throw new RangeError(
        `Expected \`deadline\` to be before ${originMs + (lowest - 1) * bucketMs} for BullMQ, got ${deadline}: raise \`bucketMs\`, or use createPostgresStore().`,
      );
    };
  }
  throw new UnsupportedPolicy(
    policy.name,
    "its integer priorities carry only fifo, priority without ageing, and deadlines in buckets",
  );
}
