import { climb } from "./climb.ts";
import { checkNode } from "./fail.ts";
import { clear, push } from "./heap.ts";
import { DOWN, type Hierarchy, UP } from "./hierarchy.ts";
import type { Labels } from "./search-space.ts";

/** Distances by row and column: `values[row * columns + column]`, `Infinity` where there is no way. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/**
 * Every target leaves its distance in a bucket at each rank that it climbs to; every source collects what it finds.
 * Knopp, Sanders, Schultes, Schulz and Wagner, ALENEX (2007).
 */
export function hierarchyMatrix(
  hierarchy: Hierarchy,
  labels: Labels,
  sources: ArrayLike<number>,
  targets: ArrayLike<number>,
): Matrix {
  const rows = sources.length;
  const columns = targets.length;
  const values = new Float64Array(rows * columns).fill(Number.POSITIVE_INFINITY);
  // A bucket is a linked list: its first entry by rank, 0 for none.
  const first = new Uint32Array(hierarchy.nodeCount);
  const nexts = [0];
  const entryColumns = [0];
  const entryDistances = [0];
  for (let column = 0; column < columns; column++) {
    climbFrom(targets[column]!, `targets[${column}]`, DOWN, (rank, distance) => {
      nexts.push(first[rank]!);
      first[rank] = entryColumns.push(column) - 1;
      entryDistances.push(distance);
    });
  }
  for (let row = 0; row < rows; row++) {
    climbFrom(sources[row]!, `sources[${row}]`, UP, (rank, distance) => {
      for (let entry = first[rank]!; entry !== 0; entry = nexts[entry]!) {
        const at = row * columns + entryColumns[entry]!;
        const length = distance + entryDistances[entry]!;
        if (length < values[at]!) values[at] = length;
      }
    });
  }
  return { rows, columns, values };

  function climbFrom(node: number, name: string, flag: number, visit: (rank: number, distance: number) => void): void {
    checkNode(hierarchy, node, name);
    const { heap, distances } = labels;
    clear(heap);
    distances[hierarchy.ranks[node]!] = 0;
    push(heap, hierarchy.ranks[node]!, 0);
    while (heap.size > 0) {
      const rank = climb(hierarchy, labels, flag);
      if (rank >= 0) visit(rank, distances[rank]!);
    }
  }
}
