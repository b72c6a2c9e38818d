import { Heap } from "heap-js";
import type { MinHeap } from "./policy.ts";

/**
 * The heap that the ranked policies bring: heap-js.
 *
 * @example
 * const heap = binaryHeap((a, b) => a - b, [3, 1, 2]);
 * heap.pop(); // => 1
 */
export function binaryHeap<E>(compare: (a: E, b: E) => number, items: E[] = []): MinHeap<E> {
  const heap = new Heap<E>(compare);
  heap.init(items);
  return heap;
}
