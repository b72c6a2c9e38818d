/**
 * A 4-ary heap of nodes by smallest key, which knows where each node stands: so a key can be lowered in place.
 *
 * `places[node]` is 0 for a node never added, its slot plus one while it waits, and -1 once it was taken.
 */
export interface Heap {
  size: number;
  readonly nodes: Uint32Array;
  readonly keys: Float64Array;
  readonly places: Int32Array;
  /** Every node ever added, so that clearing costs what the search cost. */
  readonly touched: Uint32Array;
  touchedCount: number;
}

export function createHeap(nodeCount: number): Heap {
  return {
    size: 0,
    nodes: new Uint32Array(nodeCount),
    keys: new Float64Array(nodeCount),
    places: new Int32Array(nodeCount),
    touched: new Uint32Array(nodeCount),
    touchedCount: 0,
  };
}

/** Adds `node`, or lowers its key. */
export function push(heap: Heap, node: number, key: number): void {
  const { nodes, keys, places } = heap;
  const place = places[node]!;
  if (place === 0) heap.touched[heap.touchedCount++] = node;
  let slot = place > 0 ? place - 1 : heap.size++;
  while (slot > 0) {
    const parent = (slot - 1) >> 2;
    if (keys[parent]! <= key) break;
    put(heap, slot, nodes[parent]!, keys[parent]!);
    slot = parent;
  }
  put(heap, slot, node, key);
}

/** Takes the node of the smallest key; the heap must not be empty. */
export function pop(heap: Heap): number {
  const { nodes, keys, places } = heap;
  const top = nodes[0]!;
  places[top] = -1;
  const size = --heap.size;
  if (size > 0) {
    const node = nodes[size]!;
    const key = keys[size]!;
    let slot = 0;
    for (let child = 1; child < size; child = 4 * slot + 1) {
      let least = child;
      const end = Math.min(child + 4, size);
      for (let other = child + 1; other < end; other++) if (keys[other]! < keys[least]!) least = other;
      if (keys[least]! >= key) break;
      put(heap, slot, nodes[least]!, keys[least]!);
      slot = least;
    }
    put(heap, slot, node, key);
  }
  return top;
}

function put({ nodes, keys, places }: Heap, slot: number, node: number, key: number): void {
  nodes[slot] = node;
  keys[slot] = key;
  places[node] = slot + 1;
}

export function clear(heap: Heap): void {
  for (let i = 0; i < heap.touchedCount; i++) heap.places[heap.touched[i]!] = 0;
  heap.size = heap.touchedCount = 0;
}
