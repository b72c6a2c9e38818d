import type { Spender } from "./budget.ts";
import type { Groups } from "./partition.ts";

/**
 * Partitions at most 24 values that sum to 0 into the most groups that sum to 0, by dynamic programming over subsets.
 *
 * `most[set]` is the most groups that can be closed while adding the people of `set` one by one. The last person is
 * left out of the table: whoever they are, they complete the last group. O(n 2^(n-1)) time, 2^(n-1) bytes.
 *
 * @returns undefined when the budget does not allow it.
 */
export function partitionBySubsets(values: readonly bigint[], budget: Spender): Groups | undefined {
  const n = values.length - 1;
  const half = n >> 1;
  const width = 2 ** half;
  const most = new Uint8Array(2 ** n);
  // The sum of a set is the sum of two table entries: one for its bits below `half`, one for those above.
  const lows = subsetSums(values.slice(0, half));
  const highs = subsetSums(values.slice(half, n));
  const lowsBySum = new Map<bigint, number[]>();
  lows.forEach((sum, low) => {
    const same = lowsBySum.get(sum);
    if (same) same.push(low);
    else lowsBySum.set(sum, [low]);
  });
  const closes = new Uint8Array(width);
  for (let high = 0; high < highs.length; high++) {
    if (!budget.spend(width)) return undefined;
    closes.fill(0);
    for (const low of lowsBySum.get(-highs[high]!) ?? []) closes[low] = 1;
    for (let low = high === 0 ? 1 : 0; low < width; low++) {
      const set = high * width + low;
      let best = 0;
      for (let left = set; left !== 0; left &= left - 1) {
        const groups = most[set ^ (left & -left)]!;
        if (groups > best) best = groups;
      }
      most[set] = best + closes[low]!;
    }
  }

  // Walk back: whenever the people left sum to 0, the group so far is complete.
  const groups: Groups = [[n]];
  for (let set = 2 ** n - 1; set !== 0; ) {
    const closed = lows[set & (width - 1)]! + highs[set >> half]! === 0n;
    if (closed) groups.push([]);
    let i = 0;
    while ((set & (1 << i)) === 0 || most[set ^ (1 << i)] !== most[set]! - Number(closed)) i++;
    groups.at(-1)!.push(i);
    set ^= 1 << i;
  }
  return groups;
}

function subsetSums(values: readonly bigint[]): bigint[] {
  const sums = [0n];
  for (const value of values) for (let i = 0, count = sums.length; i < count; i++) sums.push(sums[i]! + value);
  return sums;
}
