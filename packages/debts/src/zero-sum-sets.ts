import type { Spender } from "./budget.ts";

/** A prime below 2^52: sums of two residues stay exact in a double. */
export const MODULUS = 4503599627370449;

/** Sets of people as two 32-bit masks, in growing size. */
export interface SetList {
  readonly low: number[];
  readonly high: number[];
  readonly size: number[];
}

/**
 * Appends every set of `least` to `most` people whose residues sum to 0 and which `confirm` accepts.
 *
 * Meet in the middle: one part of each set is looked up in a hash table of the other. Either the lower-numbered half of
 * its members meets the higher-numbered half, or its members below n/2 meet the others, whichever is less work.
 *
 * @returns false when the budget does not allow it.
 */
export function listZeroSumSets(
  residues: Float64Array,
  least: number,
  most: number,
  sets: SetList,
  confirm: (low: number, high: number) => boolean,
  budget: Spender,
): boolean {
  const n = residues.length;
  const half = n >> 1;
  let byHalves = 0;
  for (let k = 0; k <= most; k++) byHalves += choose(half, k);
  if (least < most || byHalves < choose(n, least - (least >> 1))) {
    return meet(residues, [0, half, 0, most], [half, n, 0, most], byHalves, [least, most], sets, confirm, budget);
  }
  const lower = least >> 1;
  const upper = least - lower;
  return meet(
    residues,
    [0, n, lower, lower],
    [0, n, upper, upper],
    choose(n, lower),
    [least, least],
    sets,
    confirm,
    budget,
  );
}

/** Subsets to enumerate: of the people numbered from the first number to before the second, from the third to the fourth in size. */
type Range = readonly [start: number, end: number, least: number, most: number];

function meet(
  residues: Float64Array,
  left: Range,
  right: Range,
  count: number,
  [least, most]: readonly [number, number],
  sets: SetList,
  confirm: (low: number, high: number) => boolean,
  budget: Spender,
): boolean {
  // A table of more than four million sets would take too much memory: that is beyond any limit.
  if (!budget.spend(count > 1 << 22 ? Infinity : count)) return false;
  const sums = new Float64Array(count);
  const lows = new Int32Array(count);
  const highs = new Int32Array(count);
  const sizes = new Uint8Array(count);
  const tops = new Int8Array(count);
  const next = new Int32Array(count);
  const bits = 33 - Math.clz32(count);
  const heads = new Int32Array(1 << bits).fill(-1);
  const slot = (sum: number): number =>
    Math.imul((sum | 0) ^ Math.imul((sum / 4294967296) | 0, 0x85ebca6b), 0x9e3779b1) >>> (32 - bits);

  let filled = 0;
  combine(residues, left, (sum, low, high, size, _first, last) => {
    const at = slot(sum);
    sums[filled] = sum;
    lows[filled] = low;
    highs[filled] = high;
    sizes[filled] = size;
    tops[filled] = last;
    next[filled] = heads[at]!;
    heads[at] = filled++;
    return true;
  });
  return combine(residues, right, (sum, low, high, size, first) => {
    const wanted = sum === 0 ? 0 : MODULUS - sum;
    let steps = 1;
    for (let at = heads[slot(wanted)]!; at >= 0; at = next[at]!) {
      steps++;
      const total = sizes[at]! + size;
      if (sums[at] !== wanted || total < least || total > most || tops[at]! >= first) continue;
      if (!confirm(low | lows[at]!, high | highs[at]!)) continue;
      sets.low.push(low | lows[at]!);
      sets.high.push(high | highs[at]!);
      sets.size.push(total);
      steps += 8;
    }
    return budget.spend(steps);
  });
}

type Visit = (sum: number, low: number, high: number, size: number, first: number, last: number) => boolean;

/** Visits the subsets of a range, in growing size; false as soon as a visit says to stop. */
function combine(residues: Float64Array, [start, end, least, most]: Range, visit: Visit): boolean {
  const grow = (
    from: number,
    size: number,
    left: number,
    sum: number,
    low: number,
    high: number,
    first: number,
  ): boolean => {
    if (left === 0) return visit(sum, low, high, size, first, from - 1);
    for (let i = from; i <= end - left; i++) {
      let more = sum + residues[i]!;
      if (more >= MODULUS) more -= MODULUS;
      const bit = 1 << i;
      if (
        !grow(
          i + 1,
          size,
          left - 1,
          more,
          i < 32 ? low | bit : low,
          i < 32 ? high : high | bit,
          left === size ? i : first,
        )
      ) {
        return false;
      }
    }
    return true;
  };
  for (let size = least; size <= Math.min(most, end - start); size++) {
    // The empty set, in either part, meets everything: it ends before the first and begins after the last.
    if (!grow(size === 0 ? 0 : start, size, size, 0, 0, 0, 64)) return false;
  }
  return true;
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 0; i < k; i++) ways = (ways * (n - i)) / (i + 1);
  return ways;
}
