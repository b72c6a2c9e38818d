import type { Budget } from "./budget.ts";
import { pop, push } from "./heap.ts";
import { createLoads } from "./loads.ts";
import { mayFit, type Side } from "./side.ts";

/** A search in slices: an assignment (the term of each item), "none" when there is provably none, or not yet known. */
export type Search = (steps: number) => Int32Array | "none" | undefined;

/**
 * Branch, bound and remember (Sewell and Jacobson, INFORMS Journal on Computing 24, 2012): states are sets of items
 * that fill the first terms; the best state of each term is expanded in turn; no set is expanded twice in a term or
 * in a later one.
 */
export function createSearch(side: Side, budget: Budget): Search {
  const { instance, terms, keys, latest } = side;
  const { count, words } = instance;
  const length = terms.capacities.length;
  const eachLoad = createLoads(side, budget);
  let states = new Int32Array(words * 32);
  let parents = new Int32Array(32);
  let hashes = new Int32Array(32);
  let table = new Int32Array(128).fill(-1);
  let known = 1;
  const scores: number[] = [0];
  const levels: number[] = [0];
  const rounds: number[] = [0];
  const waiting: number[][] = Array.from({ length }, () => []);
  let found: number | undefined;
  let term = -1;
  if (!mayFit(side, states, 0, 0)) return () => "none";
  remember(0);
  if (count === 0) found = 0;
  else push(waiting[0]!, 0, isBefore);

  return (steps) => {
    for (let left = steps; left > 0 && found === undefined; ) {
      term = nextTerm(term);
      if (term < 0) return "none";
      const before = budget.used;
      expand(pop(waiting[term]!, isBefore));
      if (budget.stopped) break;
      left -= budget.used - before;
    }
    return found === undefined ? undefined : assignmentOf(found);
  };

  function nextTerm(from: number): number {
    for (let step = 1; step <= length; step++) {
      const candidate = (from + step) % length;
      if (waiting[candidate]!.length > 0) return candidate;
    }
    return -1;
  }

  function expand(state: number): void {
    const level = levels[state]!;
    const offset = state * words;
    const complete = eachLoad(states, offset, level, 1000 * 4 ** rounds[state]!, (filled, load, size, room) => {
      if (found !== undefined) return;
      let hash = hashes[state]!;
      // Little idle room, few items, and urgent ones first.
      let effort = 0;
      for (let at = 0; at < size; at++) {
        const item = load[at]!;
        hash ^= keys[item]!;
        effort += 0.02 - 0.006 * (length - 1 - latest[item]!);
      }
      effort *= terms.capacities[level]!;
      if (known * words + words > states.length) grow();
      const at = slotOf(hash, filled);
      if (size > 0 && table[at] !== -1 && levels[table[at]!]! <= level + 1) return;
      if (!mayFit(side, filled, 0, level + 1)) return;
      const id = known++;
      states.set(filled, id * words);
      parents[id] = state;
      hashes[id] = hash;
      levels[id] = level + 1;
      rounds[id] = 0;
      // Prefer little idle room, then large items early.
      scores[id] = scores[state]! + room + effort;
      remember(id);
      if (isFull(id)) found = id;
      else if (level + 1 < length) push(waiting[level + 1]!, id, isBefore);
    });
    if (!complete) {
      rounds[state]!++;
      push(waiting[level]!, state, isBefore);
    }
  }

  function isFull(id: number): boolean {
    let full = 0;
    for (let word = 0; word < words; word++) {
      for (let rest = states[id * words + word]!; rest !== 0; rest &= rest - 1) full++;
    }
    return full === count;
  }

  function slotOf(hash: number, filled: Int32Array): number {
    const mask = table.length - 1;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const id = table[at]!;
      if (id === -1) return at;
      if (hashes[id] !== hash) continue;
      let word = 0;
      while (word < words && states[id * words + word] === filled[word]) word++;
      if (word === words) return at;
    }
  }

  function remember(id: number): void {
    const at = slotOf(hashes[id]!, states.subarray(id * words, id * words + words));
    if (table[at] === -1 || levels[id]! < levels[table[at]!]!) table[at] = id;
  }

  function grow(): void {
    const copy = (array: Int32Array): Int32Array<ArrayBuffer> => {
      const larger = new Int32Array(array.length * 2);
      larger.set(array);
      return larger;
    };
    states = copy(states);
    parents = copy(parents);
    hashes = copy(hashes);
    table = new Int32Array(table.length * 2).fill(-1);
    for (let id = 0; id < known; id++) remember(id);
  }

  function isBefore(a: number, b: number): boolean {
    return (rounds[a]! - rounds[b]! || scores[a]! - scores[b]! || a - b) < 0;
  }

  function assignmentOf(id: number): Int32Array {
    const assignment = new Int32Array(count).fill(-1);
    for (let at = id; at !== 0; at = parents[at]!) {
      const parent = parents[at]!;
      for (let item = 0; item < count; item++) {
        const bit = 1 << (item & 31);
        const word = item >>> 5;
        if ((states[at * words + word]! & bit) !== 0 && (states[parent * words + word]! & bit) === 0) {
          assignment[item] = levels[parent]!;
        }
      }
    }
    return assignment;
  }
}
