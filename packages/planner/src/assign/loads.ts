import type { Budget } from "./budget.ts";
import { hasBit, isSubset, setBit } from "./instance.ts";
import type { Side } from "./side.ts";

/** `filled`: the state with the load added; `load`: its items, `length` of them; `room`: what it leaves free. */
export type Visit = (filled: Int32Array, load: Int32Array, length: number, room: number) => void;

/** Enumerates maximal, undominated loads of one term after a state; false when it gave up after `quota` inclusions. */
export type EachLoad = (states: Int32Array, offset: number, term: number, quota: number, visit: Visit) => boolean;

export function createLoads(side: Side, budget: Budget): EachLoad {
  const { instance, terms, latest, preference, dominators, room: before } = side;
  const { count, words, sizes, before: ancestors, strictlyBefore, next } = instance;
  const length = terms.capacities.length;
  const list = new Int32Array(count);
  const chosen = new Int32Array(count);
  const listed = new Int32Array(count);
  const load = new Int32Array(count);
  const filled = new Int32Array(words);
  const free = new Uint8Array(count);

  return (states, offset, term, quota, visit) => {
    // Expanding a state is a step of its own, even when its only load is empty.
    if (!budget.spend()) return false;
    for (let word = 0; word < words; word++) filled[word] = states[offset + word]!;
    free.fill(0);
    let size = 0;
    let slack = before[length]! - before[term]!;
    const canFollow = (item: number): boolean =>
      terms.open[item * length + term] === 1 &&
      isSubset(strictlyBefore, item * words, states, offset, words) &&
      isSubset(ancestors, item * words, filled, 0, words);
    for (const item of preference) {
      if (hasBit(states, offset, item)) continue;
      slack -= sizes[item]!;
      if (!canFollow(item)) continue;
      free[item] = 1;
      list[size++] = item;
    }
    let room = terms.capacities[term]!;
    let depth = 0;
    let at = 0;
    let fresh = true;
    for (;;) {
      while (at < size && sizes[list[at]!]! > room) at++;
      if (at < size) {
        if (!budget.spend() || quota-- === 0) return false;
        const item = list[at]!;
        chosen[depth] = at++;
        listed[depth] = size;
        load[depth++] = item;
        free[item] = 0;
        room -= sizes[item]!;
        setBit(filled, 0, item);
        for (const follower of next[item]!) {
          if (!canFollow(follower)) continue;
          free[follower] = 1;
          list[size++] = follower;
        }
        fresh = true;
        continue;
      }
      if (fresh && room <= slack && isMaximal() && !isDominated()) visit(filled, load, depth, room);
      // Step back over the items that this term must not leave out.
      do {
        if (depth === 0) return true;
        const item = load[--depth]!;
        while (size > listed[depth]!) free[list[--size]!] = 0;
        free[item] = 1;
        room += sizes[item]!;
        filled[item >>> 5]! &= ~(1 << (item & 31));
        at = chosen[depth]! + 1;
      } while (latest[load[depth]!]! <= term);
      fresh = false;
    }

    function isMaximal(): boolean {
      for (let position = 0; position < size; position++) {
        const item = list[position]!;
        if (free[item] === 1 && (sizes[item]! <= room || latest[item]! <= term)) return false;
      }
      return true;
    }

    function isDominated(): boolean {
      for (let position = 0; position < depth; position++) {
        const item = load[position]!;
        for (const other of dominators[item]!) {
          if (free[other] === 1 && sizes[other]! - sizes[item]! <= room) return true;
        }
      }
      return false;
    }
  };
}
