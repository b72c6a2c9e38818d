import type { Policy } from "./policy.ts";

/**
 * First in, first out. It needs no heap, so it brings none.
 *
 * @example
 * const queue = createQueue({ policy: fifo() });
 * queue.enqueue({ data: "first" });
 * queue.enqueue({ data: "second" });
 * queue.dequeue()?.task.data; // => "first"
 */
export function fifo(): Policy<null> {
  return { name: "fifo", init: () => null, onEnqueue: () => 0 };
}
