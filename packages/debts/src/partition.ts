import type { Spender } from "./budget.ts";
import { listZeroSumSets, MODULUS, type SetList } from "./zero-sum-sets.ts";

/** Groups of member numbers, each of which sums to 0. */
export type Groups = number[][];

/** The most groups found, a proven ceiling on how many there can be, and whether the search came to its end. */
export interface Partition {
  readonly groups: Groups;
  readonly atMost: number;
  readonly complete: boolean;
}

/**
 * Partitions 1 to 64 values that sum to 0 into as many groups that sum to 0 as possible.
 *
 * Set packing: zero-sum sets are listed in growing size, and groups are picked in growing size, so that the next pick
 * has at most the average size of what is left, and the last group is what is left. Larger sets are listed only if a
 * branch was cut for want of them.
 *
 * @param goal - with a goal, `found` is given every partition into exactly that many groups (some more than once).
 */
export function partition(
  values: readonly bigint[],
  budget: Spender,
  goal = 0,
  found: ((groups: Groups) => void) | undefined = undefined,
): Partition {
  const n = values.length;
  const modulus = BigInt(MODULUS);
  const residues = Float64Array.from(values, (value) => Number(((value % modulus) + modulus) % modulus));
  let positive = 0n;
  for (const value of values) if (value > 0n) positive += value;
  const confirm = (low: number, high: number): boolean => {
    // A sum nearer to 0 than the modulus, and 0 modulo it, is 0.
    if (positive < modulus) return true;
    let sum = 0n;
    for (const i of members(low, high)) sum += values[i]!;
    return sum === 0n;
  };

  const sets: SetList = { low: [], high: [], size: [] };
  const all: [number, number] = [n < 32 ? (1 << n) - 1 : -1, n < 33 ? 0 : n < 64 ? (1 << n) - 1 : -1];
  const picks: number[] = [];
  let groups: Groups = [members(...all)];
  let wanted = found ? goal : 2;
  let atMost = n;
  let listed = 1;
  const report = (): void => {
    let [low, high] = all;
    const picked = picks.slice(0, wanted - 1).map((set) => {
      low &= ~sets.low[set]!;
      high &= ~sets.high[set]!;
      return members(sets.low[set]!, sets.high[set]!);
    });
    groups = [...picked, members(low, high)];
    if (found) found(groups);
    else wanted++;
  };

  const stopped = (): Partition => ({ groups, atMost: Math.max(groups.length, atMost), complete: false });
  for (let cut = true; cut; ) {
    // As long as there is no set at all, larger steps save building the tables again, where these are small.
    const most = sets.size.length === 0 && listed > 4 && n <= 40 ? Math.min(listed * 2, n >> 1) : listed + 1;
    if (!listZeroSumSets(residues, listed + 1, most, sets, confirm, budget)) return stopped();
    if (most > listed + 1) sortBySize(sets);
    listed = most;
    const low = Int32Array.from(sets.low);
    const high = Int32Array.from(sets.high);
    const size = Uint8Array.from(sets.size);
    const stack = new Int32Array(((n >> 1) + 1) * low.length);
    cut = false;

    /** Keeps the later sets that avoid the used people, above `end` in the stack, and bounds how many groups fit. */
    let top = 0;
    const keep = (from: number, end: number, usedLow: number, usedHigh: number, unused: number): number => {
      // A person whose smallest set has s members is worth at most 1/s of a group.
      let next = end;
      let worth = 0;
      let left = unused;
      let seenLow = usedLow;
      let seenHigh = usedHigh;
      let newLow = 0;
      let newHigh = 0;
      let current = 1;
      for (let at = from; at <= end; at++) {
        const set = at < end ? stack[at]! : -1;
        const setLow = at < end ? low[set]! : 0;
        const setHigh = at < end ? high[set]! : 0;
        if ((setLow & usedLow) | (setHigh & usedHigh)) continue;
        if (at === end || size[set] !== current) {
          const people = bitCount(newLow & ~seenLow) + bitCount(newHigh & ~seenHigh);
          worth += people / current;
          left -= people;
          if (at === end) break;
          seenLow |= newLow;
          seenHigh |= newHigh;
          current = size[set]!;
        }
        stack[next++] = set;
        newLow |= setLow;
        newHigh |= setHigh;
      }
      top = next;
      return worth + left / (listed + 1) + 1e-9;
    };
    const dive = (
      begin: number,
      end: number,
      usedLow: number,
      usedHigh: number,
      unused: number,
      depth: number,
    ): boolean => {
      if (depth + 1 === wanted) {
        report();
        if (found) return budget.spend(16 * n);
      }
      for (let at = begin; at < end; at++) {
        const set = stack[at]!;
        const rest = unused - size[set]!;
        if (size[set]! * (wanted - depth) > unused) return true;
        if (!budget.spend(1 + ((end - at) >> 4))) return false;
        const nextLow = usedLow | low[set]!;
        const nextHigh = usedHigh | high[set]!;
        if (keep(at + 1, end, nextLow, nextHigh, rest) < wanted - depth - 1) continue;
        picks[depth] = set;
        if (!dive(end, top, nextLow, nextHigh, rest, depth + 1)) return false;
      }
      if ((wanted - depth) * (listed + 1) <= unused) cut = true;
      return true;
    };
    for (let i = 0; i < low.length; i++) stack[i] = i;
    atMost = Math.min(atMost, Math.floor(keepAll()));
    if (!dive(0, low.length, 0, 0, n, 0)) return stopped();

    function keepAll(): number {
      // The stack has room for one more level only if there are sets at all.
      return low.length === 0 ? n / (listed + 1) + 1e-9 : keep(0, low.length, 0, 0, n);
    }
  }
  return { groups, atMost: groups.length, complete: true };
}

function sortBySize(sets: SetList): void {
  const order = sets.size.map((_, i) => i).sort((a, b) => sets.size[a]! - sets.size[b]! || a - b);
  for (const column of [sets.low, sets.high, sets.size]) {
    const sorted = order.map((i) => column[i]!);
    for (let i = 0; i < sorted.length; i++) column[i] = sorted[i]!;
  }
}

function members(low: number, high: number): number[] {
  const list: number[] = [];
  for (let i = 0; i < 64; i++) if ((i < 32 ? low : high) & (1 << i)) list.push(i);
  return list;
}

function bitCount(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
