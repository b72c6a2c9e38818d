/** Items and the closure of their precedence, seen in one direction of time. Rows of bits are `words` integers long. */
export interface Instance {
  readonly count: number;
  readonly words: number;
  /** Integers. */
  readonly sizes: Float64Array;
  /** Row per item: everything that must not come earlier, and the part of it that must come later. */
  readonly after: Int32Array;
  readonly strictlyAfter: Int32Array;
  readonly before: Int32Array;
  readonly strictlyBefore: Int32Array;
  /** Direct successors and predecessors that may share the item's term. */
  readonly next: readonly (readonly number[])[];
  readonly previous: readonly (readonly number[])[];
  /** Descendants before their ancestors. */
  readonly order: readonly number[];
}

/** What fills one term: its capacity, and which items it is open to (`open[item * capacities.length + term]`). */
export interface Terms {
  readonly capacities: Float64Array;
  readonly open: Uint8Array;
}

export type Edge = readonly [source: number, target: number, gap: number];

/** The closure of acyclic edges; Warshall's algorithm on rows of bits. */
export function closeInstance(sizes: Float64Array, edges: readonly Edge[]): Instance {
  const count = sizes.length;
  const words = (count + 31) >>> 5;
  const after = closure(count, edges);
  const strictlyAfter = new Int32Array(count * words);
  const next = Array.from({ length: count }, () => new Set<number>());
  for (const [source, target, gap] of edges) {
    if (gap === 0) next[source]?.add(target);
    else {
      for (let item = 0; item < count; item++) {
        if (item !== source && !hasBit(after, item * words, source)) continue;
        for (let word = 0; word < words; word++) strictlyAfter[item * words + word]! |= after[target * words + word]!;
        setBit(strictlyAfter, item * words, target);
      }
    }
  }
  const previous = Array.from({ length: count }, () => [] as number[]);
  next.forEach((targets, source) => {
    for (const target of targets) previous[target]?.push(source);
  });
  const before = transpose(after, count, words);
  const descendants = Array.from({ length: count }, (_, item) => countBits(after, item * words, words));
  return {
    count,
    words,
    sizes,
    after,
    strictlyAfter,
    before,
    strictlyBefore: transpose(strictlyAfter, count, words),
    next: next.map((targets) => [...targets]),
    previous,
    order: [...sizes.keys()].sort((a, b) => descendants[a]! - descendants[b]! || a - b),
  };
}

/** Rows of bits: what a path leads to from each node; a node of a cycle reaches itself. */
export function closure(count: number, edges: readonly Edge[]): Int32Array {
  const words = (count + 31) >>> 5;
  const reach = new Int32Array(count * words);
  for (const [source, target] of edges) setBit(reach, source * words, target);
  for (let through = 0; through < count; through++) {
    for (let item = 0; item < count; item++) {
      if (!hasBit(reach, item * words, through)) continue;
      for (let word = 0; word < words; word++) reach[item * words + word]! |= reach[through * words + word]!;
    }
  }
  return reach;
}

/** The same items with time running backwards. */
export function mirrorInstance(instance: Instance): Instance {
  return {
    ...instance,
    after: instance.before,
    strictlyAfter: instance.strictlyBefore,
    before: instance.after,
    strictlyBefore: instance.strictlyAfter,
    next: instance.previous,
    previous: instance.next,
    order: [...instance.order].reverse(),
  };
}

export function mirrorTerms({ capacities, open }: Terms): Terms {
  const length = capacities.length;
  return {
    capacities: capacities.slice().reverse(),
    open: open.map((_, at) => open[at - (at % length) + length - 1 - (at % length)]!),
  };
}

export function hasBit(rows: Int32Array, offset: number, item: number): boolean {
  return ((rows[offset + (item >>> 5)]! >>> (item & 31)) & 1) === 1;
}

export function setBit(rows: Int32Array, offset: number, item: number): void {
  rows[offset + (item >>> 5)]! |= 1 << (item & 31);
}

/** Whether every bit of one row is in another. */
export function isSubset(
  part: Int32Array,
  partOffset: number,
  whole: Int32Array,
  offset: number,
  words: number,
): boolean {
  for (let word = 0; word < words; word++) {
    if ((part[partOffset + word]! & ~whole[offset + word]!) !== 0) return false;
  }
  return true;
}

function countBits(rows: Int32Array, offset: number, words: number): number {
  let bits = 0;
  for (let word = 0; word < words; word++) {
    for (let rest = rows[offset + word]!; rest !== 0; rest &= rest - 1) bits++;
  }
  return bits;
}

function transpose(rows: Int32Array, count: number, words: number): Int32Array {
  const columns = new Int32Array(rows.length);
  for (let item = 0; item < count; item++) {
    for (let other = 0; other < count; other++) {
      if (hasBit(rows, item * words, other)) setBit(columns, other * words, item);
    }
  }
  return columns;
}
