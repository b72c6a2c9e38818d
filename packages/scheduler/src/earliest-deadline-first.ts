import { check } from "./check.ts";
import { binaryHeap } from "./heap.ts";
import type { Policy } from "./policy.ts";

/**
 * The nearest `deadline` first; tasks without one come last, in order of arrival.
 *
 * On one worker that may pre-empt, it misses no deadline of any set that can be met (Liu and Layland, JACM 1973;
 * Dertouzos, IFIP 1974). Tasks that are late already still run, and first.
 *
 * @throws RangeError on enqueue when a deadline is NaN.
 * @example
 * const queue = createQueue({ policy: earliestDeadlineFirst() });
 * queue.enqueue({ data: "monthly", deadline: 9_000 });
 * queue.enqueue({ data: "now", deadline: 1_000 });
 * queue.dequeue()?.task.data; // => "now"
 */
export function earliestDeadlineFirst(): Policy<null> {
  return {
    name: "earliest-deadline-first",
    heap: binaryHeap,
    init: () => null,
    onEnqueue({ deadline = Infinity }) {
      check(!Number.isNaN(deadline), "deadline", "a number of milliseconds", deadline);
      return deadline;
    },
  };
}
