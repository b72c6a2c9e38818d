import { hasBit, type Instance, isSubset, type Terms } from "./instance.ts";
import { dualWeights } from "./weights.ts";

/** All that a search through one direction of time looks up. */
export interface Side {
  readonly instance: Instance;
  readonly terms: Terms;
  /** `room[term]`: the capacity of the terms before it. */
  readonly room: Float64Array;
  readonly latest: Int32Array;
  /** Items by `latest`, for the bounds. */
  readonly byLatest: Int32Array;
  /** Items as loads are tried. */
  readonly preference: Int32Array;
  /** Dual weights of the items, rows in the order of `byLatest`; what a full term weighs; room to add up in. */
  readonly weights: Float64Array;
  readonly weightCapacities: readonly number[];
  readonly sums: Float64Array;
  /** Per item: the items that, when free, are never worse in its place (Jackson's dominance, extended). */
  readonly dominators: readonly (readonly number[])[];
  readonly keys: Int32Array;
}

export function createSide(
  instance: Instance,
  terms: Terms,
  latest: Int32Array,
  dominators: readonly (readonly number[])[],
): Side {
  const { sizes, count } = instance;
  const items = Array.from({ length: count }, (_, item) => item);
  const room = new Float64Array(terms.capacities.length + 1);
  terms.capacities.forEach((capacity, term) => {
    room[term + 1] = room[term]! + capacity;
  });
  const byLatest = Int32Array.from([...items].sort((a, b) => latest[a]! - latest[b]!));
  const duals = dualWeights(sizes, Math.max(1, ...terms.capacities), 6);
  const weights = new Float64Array(count * duals.length);
  byLatest.forEach((item, at) => {
    duals.forEach((dual, column) => {
      weights[at * duals.length + column] = dual.weights[item]!;
    });
  });
  return {
    instance,
    terms,
    room,
    latest,
    byLatest,
    preference: Int32Array.from([...items].sort((a, b) => sizes[b]! - sizes[a]! || latest[a]! - latest[b]! || a - b)),
    weights,
    weightCapacities: duals.map((dual) => dual.capacity),
    sums: new Float64Array(duals.length),
    dominators,
    keys: Int32Array.from(items, scatter),
  };
}

/** Whether what is left after the terms before `term` might still fit, by deadline and by every dual weight. */
export function mayFit(side: Side, states: Int32Array, offset: number, term: number): boolean {
  const { instance, room, latest, byLatest, weights, weightCapacities, sums } = side;
  const { sizes, count } = instance;
  const dualCount = sums.length;
  sums.fill(0);
  let sum = 0;
  for (let at = 0; at < count; at++) {
    const item = byLatest[at]!;
    const last = latest[item]!;
    if (!hasBit(states, offset, item)) {
      if (last < term) return false;
      sum += sizes[item]!;
      for (let dual = 0; dual < dualCount; dual++) sums[dual]! += weights[at * dualCount + dual]!;
    }
    if (sum === 0 || (at + 1 < count && latest[byLatest[at + 1]!] === last)) continue;
    if (sum > room[last + 1]! - room[term]!) return false;
    for (let dual = 0; dual < dualCount; dual++) {
      if (sums[dual]! > (last + 1 - term) * weightCapacities[dual]!) return false;
    }
  }
  return true;
}

/** For each item the items that may take its place in a load without harm, ties broken towards the lower index. */
export function findDominators(
  { count, words, sizes, after, strictlyAfter }: Instance,
  { open, capacities }: Terms,
): number[][] {
  const length = capacities.length;
  const opensWherever = (item: number, other: number): boolean => {
    for (let term = 0; term < length; term++) {
      if (open[other * length + term] === 1 && open[item * length + term] === 0) return false;
    }
    return true;
  };
  const reaches = (other: number, item: number): boolean =>
    isSubset(after, item * words, after, other * words, words) &&
    isSubset(strictlyAfter, item * words, strictlyAfter, other * words, words);
  const items = Array.from({ length: count }, (_, item) => item);
  return items.map((item) =>
    items.filter(
      (other) =>
        other !== item &&
        sizes[other]! >= sizes[item]! &&
        !hasBit(after, item * words, other) &&
        reaches(other, item) &&
        opensWherever(item, other) &&
        (other < item || sizes[other]! > sizes[item]! || !reaches(item, other) || !opensWherever(other, item)),
    ),
  );
}

function scatter(item: number): number {
  let key = Math.imul(item + 1, 0x9e3779b1);
  key = Math.imul(key ^ (key >>> 15), 0x85ebca6b);
  key = Math.imul(key ^ (key >>> 13), 0xc2b2ae35);
  return key ^ (key >>> 16);
}
