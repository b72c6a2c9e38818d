/** A binary heap of ids in an array; `isBefore` orders them totally. */
export function push(heap: number[], id: number, isBefore: (a: number, b: number) => boolean): void {
  let at = heap.push(id) - 1;
  while (at > 0) {
    const up = (at - 1) >> 1;
    if (!isBefore(id, heap[up]!)) break;
    heap[at] = heap[up]!;
    at = up;
  }
  heap[at] = id;
}

export function pop(heap: number[], isBefore: (a: number, b: number) => boolean): number {
  const top = heap[0]!;
  const id = heap.pop()!;
  if (heap.length === 0) return top;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++;
    if (!isBefore(heap[child]!, id)) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = id;
  return top;
}
