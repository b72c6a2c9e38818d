import { check, checkFinitePositive } from "./check.ts";
import { binaryHeap } from "./heap.ts";
import type { Policy } from "./policy.ts";

/** Options of {@link priority}. */
export interface PriorityOptions {
  /**
   * How long a task waits to be worth one level more. Every waiting task ages alike, so the order between two tasks never
   * changes: a task of priority p is overtaken by one of priority q only if that arrives within (q − p) · `agingMs` of it.
   * Default: no ageing, and low priorities can starve.
   */
  agingMs?: number;
}

/**
 * Larger `priority` first; with `agingMs`, waiting counts too, and nothing starves.
 *
 * The rank is `−priority`, or `now − priority · agingMs`.
 *
 * @throws RangeError when `agingMs` is not a positive finite number; on enqueue when a priority is not finite.
 * @example
 * const queue = createQueue({ policy: priority() });
 * queue.enqueue({ data: "report", priority: 1 });
 * queue.enqueue({ data: "payment", priority: 9 });
 * queue.dequeue()?.task.data; // => "payment"
 */
export function priority(options: PriorityOptions = {}): Policy<null> {
  const { agingMs } = options;
  if (agingMs !== undefined) checkFinitePositive("agingMs", agingMs);
  return {
    name: agingMs === undefined ? "priority" : `priority:${agingMs}`,
    heap: binaryHeap,
    init: () => null,
    onEnqueue({ priority = 0 }, now) {
      check(Number.isFinite(priority), "priority", "a finite number", priority);
      return agingMs === undefined ? -priority : now - priority * agingMs;
    },
  };
}
