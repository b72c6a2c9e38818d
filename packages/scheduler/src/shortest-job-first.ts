import { check, checkFinite, checkFinitePositive } from "./check.ts";
import { binaryHeap } from "./heap.ts";
import type { Policy } from "./policy.ts";

/** State of {@link shortestJobFirst}: the running times learned. Kinds are written with a colon before. */
export interface LearnedState {
  /** Moving average in milliseconds by kind. */
  meanMs: Record<string, number>;
}

/** Options of {@link shortestJobFirst}. */
export interface ShortestJobFirstOptions {
  /**
   * Lets waiting count, so that nothing starves: a task of cost c is overtaken only by tasks that arrive less than
   * `stretch` · c milliseconds after it. Default: waiting does not count.
   */
  stretch?: number;
  /** Weight of the newest running time in the average of its kind, in (0, 1]. Default 0.2. */
  smoothing?: number;
}

/**
 * The task that needs the least time first; put back unfinished, by the time that remains.
 *
 * A batch run in this order has the least mean wait of all orders (Smith, 1956). The time is the task's `cost`; without
 * one, the moving average of what its `kind` took before, or of everything when the kind is new. The rank is the cost,
 * or `now + stretch · cost`. Remembers one number per kind.
 *
 * @throws RangeError when an option is out of range; on enqueue when a cost is negative.
 * @example
 * const queue = createQueue({ policy: shortestJobFirst() });
 * queue.enqueue({ data: "film", cost: 90_000 });
 * queue.enqueue({ data: "thumbnail", cost: 20 });
 * queue.dequeue()?.task.data; // => "thumbnail"
 */
export function shortestJobFirst(options: ShortestJobFirstOptions = {}): Policy<LearnedState> {
  const { stretch, smoothing = 0.2 } = options;
  if (stretch !== undefined) checkFinitePositive("stretch", stretch);
  check(smoothing > 0 && smoothing <= 1, "smoothing", "a number > 0 and ≤ 1", smoothing);
  return {
    name: stretch === undefined ? "shortest-job-first" : `shortest-job-first:${stretch}`,
    heap: binaryHeap,
    init: () => ({ meanMs: {} }),
    onEnqueue({ cost, kind, ranMs = 0 }, now, { meanMs }) {
      const expected = cost ?? (kind === undefined ? undefined : meanMs[`:${kind}`]) ?? meanMs.all ?? 0;
      checkFinite("cost", expected);
      const remaining = Math.max(0, expected - ranMs);
      return stretch === undefined ? remaining : now + stretch * remaining;
    },
    onSettle({ kind, ranMs = 0 }, { status, runMs }, _now, { meanMs }) {
      if (status !== "completed" || !(runMs >= 0)) return;
      const took = ranMs + runMs;
      for (const key of kind === undefined ? ["all"] : ["all", `:${kind}`]) {
        const mean = meanMs[key];
        meanMs[key] = mean === undefined ? took : mean + smoothing * (took - mean);
      }
    },
  };
}
