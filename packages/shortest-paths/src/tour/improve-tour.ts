import { offer, type TourProblem } from "./tour-problem.ts";

const NEIGHBOURS = 8;
const REACH = 50;

/**
 * Shortens the tour for ever, yielding once it has a first one and after each node that it looked round: exchanges of neighbouring segments and, where
 * costs are symmetric, reversals, until none helps; then two random segments change places, and what got longer is undone.
 *
 * Or, Northwestern (1976); Lin and Kernighan, Operations Research 21 (1973); Martin, Otto and Felten, Complex Systems 5 (1991).
 */
export function* improveTour(problem: TourProblem, seed: number): Generator<undefined, never> {
  const { size, costs, symmetric, precision } = problem;
  const near = nearest(problem);
  const order = new Uint32Array(size);
  const places = new Uint32Array(size);
  const waiting = new Uint8Array(size);
  const reach = Math.min(REACH, (size - 1) >> 1);
  const queue: number[] = [];
  let state = seed;

  greedy(problem, order);
  offer(problem, order);
  for (let place = 0; place < size; place++) {
    places[order[place]!] = place;
    wake(order[place]!);
  }
  yield;
  for (;;) {
    for (let at = 0; at < queue.length; at++) {
      const node = queue[at]!;
      waiting[node] = 0;
      while (shorten(node));
      yield;
    }
    queue.length = 0;
    if (!offer(problem, order)) {
      order.set(problem.order);
      for (let place = 0; place < size; place++) places[order[place]!] = place;
    }
    exchange(draw(size), 1 + draw(reach), 1 + draw(reach));
  }

  function draw(below: number): number {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  }

  function wake(node: number): void {
    if (waiting[node]) return;
    waiting[node] = 1;
    queue.push(node);
  }

  function cost(from: number, to: number): number {
    return costs[from * size + to]!;
  }

  function step(node: number, by: number): number {
    const place = places[node]! + by;
    return order[place < 0 ? size - 1 : place === size ? 0 : place]!;
  }

  /** How far `node` lies behind `from` on the way round. */
  function behind(node: number, from: number): number {
    const way = places[node]! - places[from]!;
    return way < 0 ? way + size : way;
  }

  function shorten(node: number): boolean {
    const next = step(node, 1);
    const before = step(node, -1);
    const out = cost(node, next);
    const into = cost(before, node);
    for (const other of near[node]!) {
      const gain = out - cost(node, other);
      const back = step(other, -1);
      if (symmetric) {
        const after = step(other, 1);
        if (gain + cost(other, after) - cost(next, after) > precision) return reverse(next, other);
        if (into - cost(node, other) + cost(back, other) - cost(before, back) > precision) return reverse(node, back);
        if (gain <= 0 && into <= cost(node, other)) return false;
      }
      if (gain <= 0) {
        if (symmetric) continue;
        return false;
      }
      // node → other … last → next … back → end: the segments next … back and other … last change places.
      const first = behind(back, next) + 1;
      for (const end of near[back]!) {
        const more = gain + cost(back, other) - cost(back, end);
        if (more <= 0) break;
        const second = behind(end, next) - first;
        const last = step(end, -1);
        if (second > 0 && more + cost(last, end) - cost(last, next) > precision) {
          exchange(places[next]!, first, second);
          return true;
        }
      }
    }
    return false;
  }

  /** The way from `first` to `last` is gone the other way; or all the rest, where that is shorter. */
  function reverse(first: number, last: number): true {
    const place = places[first]!;
    const count = behind(last, first) + 1;
    wakeAt(place);
    wakeAt(place + count);
    if (2 * count > size) flip(place + count, size - count);
    else flip(place, count);
    return true;
  }

  /** The `first` nodes from a place on and the `second` nodes after them change places. */
  function exchange(place: number, first: number, second: number): void {
    const rest = size - first - second;
    wakeAt(place);
    wakeAt(place + first);
    wakeAt(place + first + second);
    // On a ring the same as exchanging either of them with the rest: the longest of the three stays.
    if (first > rest && first >= second) turn(place + first, second, rest);
    else if (second > rest) turn(place + first + second, rest, first);
    else turn(place, first, second);
  }

  function turn(place: number, first: number, second: number): void {
    flip(place, first);
    flip(place + first, second);
    flip(place, first + second);
  }

  function wakeAt(place: number): void {
    wake(order[place % size]!);
    wake(order[(place + size - 1) % size]!);
  }

  function flip(from: number, count: number): void {
    for (let to = from + count - 1; from < to; to--) {
      const node = order[from % size]!;
      put(from % size, order[to % size]!);
      put(to % size, node);
      from++;
    }
  }

  function put(place: number, node: number): void {
    order[place] = node;
    places[node] = place;
  }
}

/** From each node to the nearest that is left. */
function greedy({ size, costs }: TourProblem, order: Uint32Array): void {
  for (let i = 0; i < size; i++) order[i] = i;
  for (let i = 1; i < size; i++) {
    const row = order[i - 1]! * size;
    let best = i;
    for (let j = i + 1; j < size; j++) if (costs[row + order[j]!]! < costs[row + order[best]!]!) best = j;
    const node = order[best]!;
    order[best] = order[i]!;
    order[i] = node;
  }
}

/** The nearest others of each node, nearest first. */
function nearest({ size, costs }: TourProblem): Uint32Array[] {
  const nodes = Uint32Array.from({ length: size }, (_, node) => node);
  return Array.from(nodes, (node) => {
    const others = nodes.filter((other) => other !== node);
    return others.sort((a, b) => costs[node * size + a]! - costs[node * size + b]!).subarray(0, NEIGHBOURS);
  });
}
