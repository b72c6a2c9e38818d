import type { HeapFactory, MinHeap } from "./policy.ts";

/** What stands in an order: anything that knows which order it stands in. */
export interface Placed {
  /** The order that holds it; undefined once it was taken out or dropped. */
  home: unknown;
}

/** A priority queue whose items can be dropped from the middle. */
export interface Order<E> {
  readonly size: number;
  push(item: E): void;
  /** The first item, left in place. */
  peek(): E | undefined;
  /** Takes the first item out. */
  shift(): E | undefined;
  /** Takes an item that stands in this order out, in constant time. */
  drop(item: E): void;
  /** Every item, in no particular order. */
  items(): E[];
}

/**
 * A priority queue that is a plain ring as long as items arrive in order.
 *
 * An item that belongs behind the ring's tail is appended, in constant time; any other goes to the heap, or, without a
 * heap, to its place in the ring. `shift` takes the smaller of the two heads. A dropped item stays where it is until it
 * is met, or until half of all items are dropped and one pass clears them: constant time each, on average.
 */
export function createOrder<E extends Placed>(
  compare: (a: E, b: E) => number,
  factory: HeapFactory | undefined,
): Order<E> {
  let ring: (E | undefined)[] = [];
  let head = 0;
  let heap: MinHeap<E> | undefined;
  let size = 0;
  let dropped = 0;

  const order: Order<E> = {
    get size() {
      return size;
    },
    push(item) {
      item.home = order;
      size++;
      const tail = ring[ring.length - 1];
      if (tail === undefined || compare(tail, item) <= 0) ring.push(item);
      else if (factory) {
        heap ??= factory(compare);
        heap.push(item);
      } else insert(item);
    },
    peek() {
      for (;;) {
        const first = ring[head];
        const top = heap?.peek();
        const item = first === undefined || (top !== undefined && compare(top, first) < 0) ? top : first;
        if (item === undefined || item.home === order) return item;
        remove(item);
        dropped--;
      }
    },
    shift() {
      const item = order.peek();
      if (item !== undefined) {
        remove(item);
        item.home = undefined;
        size--;
      }
      return item;
    },
    drop(item) {
      item.home = undefined;
      size--;
      if (++dropped > 32 && dropped > size) compact();
    },
    items: () =>
      ring
        .slice(head)
        .concat(heap?.toArray() ?? [])
        .filter(stands),
  };
  return order;

  function stands(item: E | undefined): item is E {
    return item?.home === order;
  }

  /** Takes out the first item, which one of the two heads is. */
  function remove(item: E): void {
    if (item === ring[head]) {
      ring[head++] = undefined;
      if (head === ring.length || (head >= 1_024 && head * 2 > ring.length)) {
        ring = ring.slice(head);
        head = 0;
      }
    } else heap!.pop();
  }

  function insert(item: E): void {
    let low = head;
    let high = ring.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(ring[middle]!, item) <= 0) low = middle + 1;
      else high = middle;
    }
    // What was taken out last and comes back belongs in front, where its place is still free.
    if (low === head && low > 0) ring[--head] = item;
    else ring.splice(low, 0, item);
  }

  function compact(): void {
    ring = ring.slice(head).filter(stands);
    heap = heap && factory!(compare, heap.toArray().filter(stands));
    head = dropped = 0;
  }
}
