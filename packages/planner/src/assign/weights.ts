/** Weights under which every full term weighs at most `capacity`: a sum over items then bounds the terms they need. */
export interface Weights {
  readonly weights: Float64Array;
  readonly capacity: number;
}

/**
 * The strongest dual feasible functions for these sizes: the thresholds of Martello and Toth (1990) and the roundings of
 * Fekete and Schepers (Mathematical Programming 91, 2001). Sizes up to `capacity`; at most `limit` functions.
 */
export function dualWeights(sizes: Float64Array, capacity: number, limit: number): Weights[] {
  const found: { weights: Float64Array; capacity: number; bound: number }[] = [];
  const consider = (scale: number, weigh: (size: number) => number): void => {
    const weights = sizes.map(weigh);
    const bound = weights.reduce((a, b) => a + b, 0) / (scale * capacity);
    if (!found.some((other) => other.bound === bound)) found.push({ weights, capacity: scale * capacity, bound });
  };
  for (const threshold of new Set(sizes)) {
    if (threshold * 2 <= capacity && threshold > 0) {
      consider(1, (size) => (size > capacity - threshold ? capacity : size < threshold ? 0 : size));
    }
  }
  for (let parts = 1; parts <= 12; parts++) {
    consider(parts, (size) => {
      const share = (size * (parts + 1)) / capacity;
      return Number.isInteger(share) ? size * parts : Math.floor(share) * capacity;
    });
  }
  return found.sort((a, b) => b.bound - a.bound).slice(0, limit);
}
