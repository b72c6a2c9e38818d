import { clear, pop, push } from "../heap.ts";
import type { BoxTree } from "./box-tree.ts";
import type { Places } from "./places.ts";

/**
 * The nearest item to what is asked about, the lowest of equals, or -1: boxes are opened by their distance, until none left
 * can hold anything as near as the best item. Hjaltason and Samet, ACM TODS 24 (1999).
 *
 * @param slack What a straight line may be longer by rounding than the way that it stands for.
 */
export function findNearest(
  { boxCount, boxes, items, heap }: BoxTree,
  { count, points, around }: Places,
  slack: number,
  distanceOf: (item: number) => number,
  allow: (item: number) => boolean,
): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  // Before and not after, as `allow` may have thrown.
  clear(heap);
  push(heap, 0, 0);
  while (heap.size > 0 && heap.keys[0]! <= least) {
    const first = 8 * pop(heap) + 1;
    const end = Math.min(first + 8, boxCount + items.length);
    for (let slot = first; slot < end; slot++) {
      if (slot < boxCount) {
        const key = around(Math.max(0, lineTo(slot) - slack));
        if (key <= least) push(heap, slot, key);
        continue;
      }
      const item = items[slot - boxCount]!;
      const distance = distanceOf(item);
      if ((distance < least || (distance === least && item < best) || best < 0) && allow(item)) {
        best = item;
        least = distance;
      }
    }
  }
  return best;

  function lineTo(slot: number): number {
    let sum = 0;
    for (let axis = 0; axis < 3; axis++) {
      const at = points[3 * count + axis]!;
      const out = Math.max(0, boxes[6 * slot + axis]! - at, at + boxes[6 * slot + 3 + axis]!);
      sum += out * out;
    }
    return Math.sqrt(sum);
  }
}
