import type { HeapFactory, MinHeap } from "./policy.ts";

/** What stands in an order: anything that knows which order it stands in. */
export interface Placed {
  /** The order that holds it; undefined once it was taken out or dropped. */
  home: unknown;
}

/**
 * A priority queue that is a plain ring as long as items arrive in order.
 *
 * An item that belongs behind the ring's tail is appended, in constant time; any other goes to the heap, or, without a
 * heap, to its place in the ring. `shift` takes the smaller of the two heads. A dropped item stays where it is until it
 * is met, or until half of all items are dropped and one pass clears them: constant time each, on average.
 */
export class Order<E extends Placed> {
  #ring: (E | undefined)[] = [];
  #head = 0;
  #dropped = 0;
  #heap: MinHeap<E> | undefined;
  #heapSize = 0;
  readonly #compare: (a: E, b: E) => number;
  readonly #factory: HeapFactory | undefined;

  constructor(compare: (a: E, b: E) => number, heap: HeapFactory | undefined) {
    this.#compare = compare;
    this.#factory = heap;
  }

  get size(): number {
    return this.#ring.length - this.#head + this.#heapSize - this.#dropped;
  }

  push(item: E): void {
    item.home = this;
    const ring = this.#ring;
    const tail = ring[ring.length - 1];
    if (tail === undefined || this.#compare(tail, item) <= 0) ring.push(item);
    else if (this.#factory) {
      this.#heap ??= this.#factory(this.#compare);
      this.#heap.push(item);
      this.#heapSize++;
    } else this.#insert(item);
  }

  /** The first item, left in place. */
  peek(): E | undefined {
    const ring = this.#ring;
    let first = ring[this.#head];
    while (first !== undefined && first.home !== this) {
      this.#advance();
      this.#dropped--;
      first = this.#ring[this.#head];
    }
    if (this.#heapSize === 0) return first;
    let top = this.#heap!.peek();
    while (top !== undefined && top.home !== this) {
      this.#heap!.pop();
      this.#heapSize--;
      this.#dropped--;
      top = this.#heap!.peek();
    }
    return first === undefined || (top !== undefined && this.#compare(top, first) < 0) ? top : first;
  }

  /** Takes the first item out. */
  shift(): E | undefined {
    const item = this.peek();
    if (item === undefined) return undefined;
    if (item === this.#ring[this.#head]) this.#advance();
    else {
      this.#heap!.pop();
      this.#heapSize--;
    }
    item.home = undefined;
    return item;
  }

  /** Takes an item that stands in this order out, in constant time. */
  drop(item: E): void {
    item.home = undefined;
    if (++this.#dropped > 32 && this.#dropped > this.size) this.#compact();
  }

  /** Every item, in no particular order. */
  items(): E[] {
    const all = this.#ring.slice(this.#head).concat(this.#heap?.toArray() ?? []);
    return all.filter((item): item is E => item?.home === this);
  }

  #advance(): void {
    this.#ring[this.#head++] = undefined;
    if (this.#head === this.#ring.length) {
      this.#ring = [];
      this.#head = 0;
    } else if (this.#head >= 1_024 && this.#head * 2 > this.#ring.length) {
      this.#ring = this.#ring.slice(this.#head);
      this.#head = 0;
    }
  }

  #insert(item: E): void {
    const ring = this.#ring;
    let low = this.#head;
    let high = ring.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#compare(ring[middle]!, item) <= 0) low = middle + 1;
      else high = middle;
    }
    // What was taken out last and comes back belongs in front, where its place is still free.
    if (low === this.#head && low > 0) ring[--this.#head] = item;
    else ring.splice(low, 0, item);
  }

  #compact(): void {
    this.#ring = this.#ring.slice(this.#head).filter((item) => item?.home === this);
    this.#head = 0;
    if (this.#heapSize > 0) {
      const alive = this.#heap!.toArray().filter((item) => item.home === this);
      this.#heap = this.#factory!(this.#compare, alive);
      this.#heapSize = alive.length;
    }
    this.#dropped = 0;
  }
}
