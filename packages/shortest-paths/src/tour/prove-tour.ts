import { offer, type TourProblem } from "./tour-problem.ts";

/**
 * Branch and bound with 1-trees, yielding after each; when it returns, the best tour is proven.
 *
 * Held and Karp, Operations Research 18 (1970) and Mathematical Programming 1 (1971). An asymmetric problem is doubled as by
 * Jonker and Volgenant, Operations Research Letters 2 (1983).
 */
export function* proveTour(problem: TourProblem): Generator<undefined, void> {
  const { size, symmetric, far, slack } = problem;
  const count = symmetric ? size : 2 * size;
  const costs = symmetric ? problem.costs : doubled(problem);
  // What the search works on: Infinity where an edge is forbidden, -Infinity where it is forced.
  const weights = costs.map((cost) => (cost > far ? Number.POSITIVE_INFINITY : cost));
  // Each node's price is added to all its edges, which moves every tour alike but not every 1-tree.
  const prices = new Float64Array(count);
  const degrees = new Int32Array(count);
  const lastDegrees = new Int32Array(count);
  // The 1-tree: two ends for each edge.
  const ends = new Uint32Array(2 * count);
  let endCount = 0;
  const keys = new Float64Array(count);
  const parents = new Uint32Array(count);
  const waiting = new Uint32Array(count);
  // Edges to be forbidden once the branch that forces them is done, with the length of the trail then.
  const pending: number[] = [];
  // What weights were before, by position.
  const trail: number[] = [];
  if (!symmetric) for (let node = 0; node < size; node++) set(node, node + size, Number.NEGATIVE_INFINITY);

  for (let root = true; ; root = false) {
    if (yield* ascend(root)) {
      const [a, b] = busyEdge();
      pending.push(a, b, trail.length);
      force(a, b);
      continue;
    }
    const mark = pending.pop();
    if (mark === undefined) return;
    while (trail.length > mark) {
      const weight = trail.pop()!;
      put(trail.pop()!, weight);
    }
    const b = pending.pop()!;
    set(pending.pop()!, b, Number.POSITIVE_INFINITY);
  }

  /** Moves prices so that the bound rises, which holds for every tour at the root; whether it stays below the best tour. */
  function* ascend(root: boolean): Generator<undefined, boolean> {
    let best = Number.NEGATIVE_INFINITY;
    let scale = 2;
    let idle = 0;
    for (let rounds = root ? 40 + 4 * count : 15; rounds > 0; rounds--) {
      const bound = oneTree();
      const excess = degrees.reduce((sum, degree) => sum + degree * degree, 0);
      if (excess === 0) offer(problem, tourOfTree());
      yield;
      if (excess === 0 || bound > problem.length - slack) return false;
      if (bound > best) {
        best = bound;
        if (root) problem.lowerBound = Math.max(problem.lowerBound, bound);
        idle = 0;
      } else if (++idle > 4) {
        scale /= 2;
        idle = 0;
      }
      const step = (scale * (problem.length - bound)) / excess;
      for (let node = 0; node < count; node++) {
        prices[node]! += step * (0.7 * degrees[node]! + 0.3 * lastDegrees[node]!);
        lastDegrees[node] = degrees[node]!;
      }
    }
    return true;
  }

  /** The cheapest tree over all nodes but 0, and the two cheapest edges at 0; `degrees` counts from 2. */
  function oneTree(): number {
    let bound = 0;
    endCount = 0;
    for (let node = 0; node < count; node++) {
      keys[node] = Number.POSITIVE_INFINITY;
      waiting[node] = node;
      degrees[node] = -2;
      bound -= 2 * prices[node]!;
    }
    let node = 1;
    let at = 1;
    for (let left = count - 2; left > 0; left--) {
      waiting[at] = waiting[left + 1]!;
      let least = Number.POSITIVE_INFINITY;
      for (let i = 1; i <= left; i++) {
        const other = waiting[i]!;
        const key = weights[node * count + other]! + prices[node]! + prices[other]!;
        if (key < keys[other]!) {
          keys[other] = key;
          parents[other] = node;
        }
        if (keys[other]! < least) {
          least = keys[other]!;
          at = i;
        }
      }
      if (least === Number.POSITIVE_INFINITY) return least;
      node = waiting[at]!;
      bound += add(parents[node]!, node);
    }
    for (const other of [0, 0]) {
      let nearest = other;
      let least = Number.POSITIVE_INFINITY;
      for (let node = 1; node < count; node++) {
        const key = weights[node]! + prices[node]!;
        if (key < least && ends[endCount - 1] !== node) {
          least = key;
          nearest = node;
        }
      }
      if (nearest === 0) return least;
      bound += add(0, nearest);
    }
    return bound;
  }

  function add(a: number, b: number): number {
    ends[endCount++] = a;
    ends[endCount++] = b;
    degrees[a]!++;
    degrees[b]!++;
    return costs[a * count + b]! + prices[a]! + prices[b]!;
  }

  /** The other ends of the 1-tree's edges at a node. */
  function endsAt(node: number): number[] {
    const others: number[] = [];
    for (let i = 0; i < 2 * count; i++) if (ends[i] === node) others.push(ends[i ^ 1]!);
    return others;
  }

  /** The dearest edge at the node with most. */
  function busyEdge(): [number, number] {
    const node = degrees.indexOf(Math.max(...degrees));
    const key = (end: number) => weights[node * count + end]! + prices[end]!;
    return [node, endsAt(node).reduce((a, b) => (key(b) > key(a) ? b : a))];
  }

  /** The 1-tree's order, where it is a tour. */
  function tourOfTree(): Uint32Array {
    const order = new Uint32Array(size);
    let from = 0;
    let node = symmetric ? endsAt(0)[0]! : size;
    for (let i = 1; i < count; i++) {
      if (node < size) order[symmetric ? i : i >> 1] = node;
      const next = endsAt(node).find((end) => end !== from)!;
      from = node;
      node = next;
    }
    return order;
  }

  /** Takes an edge into the tour; where a node has two then, it has no others. */
  function force(a: number, b: number): void {
    set(a, b, Number.NEGATIVE_INFINITY);
    for (const node of [a, b]) {
      const row = weights.subarray(node * count, (node + 1) * count);
      if (row.indexOf(Number.NEGATIVE_INFINITY) === row.lastIndexOf(Number.NEGATIVE_INFINITY)) continue;
      row.forEach((weight, other) => {
        if (weight > Number.NEGATIVE_INFINITY) set(node, other, Number.POSITIVE_INFINITY);
      });
    }
  }

  function set(a: number, b: number, weight: number): void {
    trail.push(a * count + b, weights[a * count + b]!);
    put(a * count + b, weight);
  }

  function put(at: number, weight: number): void {
    weights[at] = weights[(at % count) * count + Math.floor(at / count)] = weight;
  }
}

/** Each node as its entry (0 to `size` - 1) and its exit (`size` more), with edges from exits to entries. */
function doubled({ size, costs }: TourProblem): Float64Array {
  const count = 2 * size;
  const edges = new Float64Array(count * count).fill(Number.POSITIVE_INFINITY);
  costs.forEach((cost, at) => {
    const exit = Math.floor(at / size) + size;
    const entry = at % size;
    edges[exit * count + entry] = edges[entry * count + exit] = cost;
  });
  return edges;
}
