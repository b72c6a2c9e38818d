import { hasBit, type Instance, mirrorInstance, mirrorTerms, type Terms } from "./instance.ts";

/** The terms each item can still use, or undefined when some item can use none. Narrows `open` in place. */
export function narrowWindows(
  instance: Instance,
  terms: Terms,
): { earliest: Int32Array; latest: Int32Array } | undefined {
  const { capacities, open } = terms;
  const length = capacities.length;
  const latest = latestTerms(instance, terms);
  if (latest === undefined) return undefined;
  close(open, length, (item, term) => term > latest[item]!);
  const mirrored = latestTerms(mirrorInstance(instance), mirrorTerms(terms));
  if (mirrored === undefined) return undefined;
  const earliest = mirrored.map((term) => length - 1 - term);
  close(open, length, (item, term) => term < earliest[item]!);
  return { earliest, latest };
}

/**
 * The last term for each item: what follows it, taken by its own last terms, must still find room from there on.
 */
function latestTerms(instance: Instance, { capacities, open }: Terms): Int32Array | undefined {
  const { count, words, sizes, after, strictlyAfter, order } = instance;
  const length = capacities.length;
  const latest = new Int32Array(count);
  const room = [0];
  for (const capacity of capacities) room.push(room.at(-1)! + capacity);
  const following = new Float64Array(length);
  const later = new Float64Array(length);
  const limit = new Int32Array(length);
  for (const item of order) {
    following.fill(0);
    later.fill(0);
    limit.fill(length);
    for (let other = 0; other < count; other++) {
      if (!hasBit(after, item * words, other)) continue;
      const term = latest[other]!;
      following[term]! += sizes[other]!;
      const strict = hasBit(strictlyAfter, item * words, other);
      if (strict) later[term]! += sizes[other]!;
      limit[term] = Math.min(limit[term]!, strict ? term - 1 : term);
    }
    let last = length - 1;
    let sum = sizes[item]!;
    let laterSum = 0;
    for (let term = 0; term < length; term++) {
      sum += following[term]!;
      laterSum += later[term]!;
      if (limit[term] === length) continue;
      last = Math.min(last, limit[term]!);
      while (last >= 0 && (room[term + 1]! - room[last]! < sum || room[term + 1]! - room[last + 1]! < laterSum)) last--;
    }
    while (last >= 0 && open[item * length + last] === 0) last--;
    if (last < 0) return undefined;
    latest[item] = last;
  }
  return latest;
}

function close(open: Uint8Array, length: number, outside: (item: number, term: number) => boolean): void {
  for (let at = 0; at < open.length; at++) {
    if (outside(Math.floor(at / length), at % length)) open[at] = 0;
  }
}
