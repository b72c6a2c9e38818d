import { createHeap, type Heap } from "../heap.ts";
import { mortonOrder } from "./morton-order.ts";
import type { Places } from "./places.ts";

/** Items that lie between two nodes each: nodes themselves, or edges. Both columns are by item. */
export interface Items {
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
}

/**
 * Boxes of up to eight boxes or items in one flat array, without pointers: the children of slot `i` are the slots `8 i + 1`
 * to `8 i + 8`, the first `boxCount` slots are boxes, the others items.
 */
export interface BoxTree {
  readonly boxCount: number;
  /** Of each box its lowest x, y, z, then its highest x, y, z with the sign turned; `Infinity` where it holds nothing. */
  readonly boxes: Float64Array;
  /** The item of each slot behind the boxes. */
  readonly items: Float64Array;
  /** Boxes to be opened. */
  readonly heap: Heap;
}

export function buildBoxTree({ coordinates, points, geographic }: Places, { sources, targets }: Items): BoxTree {
  const count = sources.length;
  const boxCount = Math.ceil(Math.max(1, count - 1) / 7);
  const slotCount = boxCount + count;
  // The deepest level comes first on the curve, though it is last here; what is left stands a level above.
  let deepest = 0;
  while (8 * deepest + 1 < slotCount) deepest = 8 * deepest + 1;
  const order = mortonOrder(coordinates, sources);
  const items = new Float64Array(count);
  for (let i = 0; i < count; i++) items[(deepest - boxCount + i) % count] = order[i]!;

  const boxes = new Float64Array(6 * boxCount).fill(Number.POSITIVE_INFINITY);
  for (let slot = slotCount - 1; slot >= boxCount; slot--) {
    const item = items[slot - boxCount]!;
    const a = 3 * sources[item]!;
    const b = 3 * targets[item]!;
    let chord = 0;
    for (let axis = 0; axis < 3; axis++) chord += (points[a + axis]! - points[b + axis]!) ** 2;
    // An arc on the sphere bulges out of the box of its ends, by no more than the height over its chord.
    const bulge = geographic ? 1 - Math.sqrt(1 - Math.min(1, chord / 4)) : 0;
    for (let axis = 0; axis < 3; axis++) {
      const from = points[a + axis]!;
      const to = points[b + axis]!;
      grow(slot, axis, Math.min(from, to) - bulge, -Math.max(from, to) - bulge);
    }
  }
  for (let slot = boxCount - 1; slot > 0; slot--) {
    for (let axis = 0; axis < 3; axis++) grow(slot, axis, boxes[6 * slot + axis]!, boxes[6 * slot + 3 + axis]!);
  }
  return { boxCount, boxes, items, heap: createHeap(boxCount) };

  function grow(slot: number, axis: number, low: number, highNegated: number): void {
    const at = 6 * ((slot - 1) >> 3) + axis;
    boxes[at] = Math.min(boxes[at]!, low);
    boxes[at + 3] = Math.min(boxes[at + 3]!, highNegated);
  }
}
