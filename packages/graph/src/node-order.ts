/** Between two nodes that are placed at an end, or when all are spread: 2 ** 24 nodes stay below 2 ** 53. */
const GAP = 2 ** 26;

/** Nodes in a total order in which they can be moved; the order of two is that of their labels. */
export interface NodeOrder {
  /** By node; NaN while a node has no place. Whole numbers. */
  readonly label: number[];
  /** Puts a node that has no place in front of all others, or behind them. */
  place(node: number, inFront: boolean): void;
  /** Moves nodes right behind, or right before, one that is not of them; among each other they stay as they are. */
  moveAfter(node: number, moved: number[]): void;
  moveBefore(node: number, moved: number[]): void;
  /** All that have a place. */
  all(): number[];
}

/**
 * A linked list with labels. Where there is no room between two labels, the fewest nodes around them are spread evenly
 * whose labels are then as far apart as they are many: O(log n) amortised. Bender and others, "Two simplified algorithms
 * for maintaining order in a list", ESA 2002.
 */
export function createNodeOrder(): NodeOrder {
  const label: number[] = [];
  const next: number[] = [];
  const previous: number[] = [];
  let first = -1;
  let last = -1;
  return {
    label,
    place(node, inFront) {
      if (!Number.isNaN(label[node])) return;
      if (first < 0) label[node] = 0;
      else label[node] = inFront ? label[first]! - GAP : label[last]! + GAP;
      if (inFront) link(-1, node, first);
      else link(last, node, -1);
    },
    moveAfter(node, moved) {
      take(moved);
      insert(node, moved);
    },
    moveBefore(node, moved) {
      take(moved);
      insert(previous[node]!, moved);
    },
    all() {
      const nodes = [];
      for (let node = first; node >= 0; node = next[node]!) nodes.push(node);
      return nodes;
    },
  };

  function link(before: number, node: number, after: number): void {
    previous[node] = before;
    next[node] = after;
    if (before < 0) first = node;
    else next[before] = node;
    if (after < 0) last = node;
    else previous[after] = node;
  }

  function take(moved: number[]): void {
    if (moved.length > 1) moved.sort((a, b) => label[a]! - label[b]!);
    for (const node of moved) {
      const before = previous[node]!;
      const after = next[node]!;
      if (before < 0) first = after;
      else next[before] = after;
      if (after < 0) last = before;
      else previous[after] = before;
    }
  }

  /** Links nodes in behind `before`, or in front of all others if that is -1, and spreads them over the room there. */
  function insert(before: number, moved: readonly number[]): void {
    const { length } = moved;
    let after = before < 0 ? first : next[before]!;
    if (before >= 0 && after >= 0 && label[after]! - label[before]! <= length) spread(before, length);
    const low = before < 0 ? label[after]! - GAP * (length + 1) : label[before]!;
    const high = after < 0 ? low + GAP * (length + 1) : label[after]!;
    const step = Math.floor((high - low) / (length + 1));
    after = before < 0 ? first : next[before]!;
    let at = before;
    for (let i = 0; i < length; i++) {
      label[moved[i]!] = low + step * (i + 1);
      link(at, moved[i]!, after);
      at = moved[i]!;
    }
  }

  /** Spreads nodes around `node` so that there are more than `room` whole numbers between any two of them. */
  function spread(node: number, room: number): void {
    let low = node;
    let high = next[node]!;
    let count = 2;
    let gap = 0;
    for (let wanted = 4; ; wanted *= 2) {
      while (count < wanted && (previous[low]! >= 0 || next[high]! >= 0)) {
        if (previous[low]! >= 0) {
          low = previous[low]!;
          count++;
        }
        if (next[high]! >= 0) {
          high = next[high]!;
          count++;
        }
      }
      gap = Math.floor((label[high]! - label[low]!) / (count - 1));
      if (gap > room && gap >= count) break;
      if (count < wanted) {
        // All of them: the ends have room.
        label[low] = (-GAP / 2) * count;
        gap = GAP;
        break;
      }
    }
    const start = label[low]!;
    for (let i = 1; i < count; i++) {
      low = next[low]!;
      label[low] = start + gap * i;
    }
  }
}
