import { checkInteger } from "./check-integer.ts";

const MAX_NODES = 0x1000000;
const NO_PLACE = -0x40000000;

/** What `addEdge` did: the cycle of a refused edge begins with its source and its target. */
export type AddEdgeResult =
  | { readonly added: true; readonly cycle?: undefined }
  | { readonly added: false; readonly cycle: number[] };

/** A growing graph that never holds a cycle; see `createAcyclicGraph`. */
export interface AcyclicGraph {
  /** One more than the largest node named so far. */
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** Adds an edge, or refuses it with the cycle that it would close and changes nothing. Parallel edges are fine. */
  addEdge(source: number, target: number): AddEdgeResult;
  /** Takes out one edge from `source` to `target`; `false` if there is none. O(degree). */
  removeEdge(source: number, target: number): boolean;
  /** All nodes with every edge running forwards. */
  order(): number[];
}

/**
 * A directed graph that stays acyclic while edges come and go: each `addEdge` looks only at the nodes between the two
 * ends in the order that it keeps.
 *
 * Nodes are numbered densely from 0 and exist once they or a larger one are named. No recursion. Pearce and Kelly, ACM Journal of Experimental
 * Algorithmics 11 (2006).
 *
 * @throws RangeError if a node is not an integer from 0 to 2 ** 24 - 1.
 * @example
 * const graph = createAcyclicGraph();
 * graph.addEdge(0, 1); // => { added: true }
 * graph.addEdge(1, 2); // => { added: true }
 * graph.addEdge(2, 0); // => { added: false, cycle: [2, 0, 1] }
 * graph.order(); // => [0, 1, 2]
 */
export function createAcyclicGraph(): AcyclicGraph {
  // Edges as linked lists, one list a node and direction, by edge slot; slot 0 ends every list.
  const sources = [0];
  const targets = [0];
  const nextOut = [0];
  const nextIn = [0];
  const free: number[] = [];
  const firstOut: number[] = [];
  const firstIn: number[] = [];
  // The order kept: the places from `front` to `back - 1`, one a node that has had an edge. A new source goes to the
  // front and a new target to the back, so that a path listed from either end never reorders.
  const position: number[] = [];
  let front = 0;
  let back = 0;
  // Search marks: the search that last met a node, and the node from which it did.
  const metBy: number[] = [];
  const metFrom: number[] = [];
  let searches = 0;

  return {
    get nodeCount() {
      return position.length;
    },
    get edgeCount() {
      return sources.length - 1 - free.length;
    },
    addEdge,
    removeEdge,
    order,
  };

  function addEdge(source: number, target: number): AddEdgeResult {
    checkInteger(source, MAX_NODES, "source");
    checkInteger(target, MAX_NODES, "target");
    if (source === target) return { added: false, cycle: [source] };
    while (position.length <= source || position.length <= target) {
      position.push(NO_PLACE);
      firstOut.push(0);
      firstIn.push(0);
      metBy.push(0);
      metFrom.push(0);
    }
    if (position[source] === NO_PLACE) position[source] = --front;
    if (position[target] === NO_PLACE) position[target] = back++;
    if (position[target]! < position[source]!) {
      const after = search(target, firstOut, nextOut, targets, front, position[source]!);
      if (metBy[source] === searches) return { added: false, cycle: cycleThrough(source, target) };
      reorder(search(source, firstIn, nextIn, sources, position[target]!, back), after);
    }
    const edge = free.pop() ?? sources.length;
    sources[edge] = source;
    targets[edge] = target;
    nextOut[edge] = firstOut[source]!;
    nextIn[edge] = firstIn[target]!;
    firstOut[source] = firstIn[target] = edge;
    return { added: true };
  }

  function order(): number[] {
    const placed = new Array<number>(back - front);
    const unplaced: number[] = [];
    for (let node = 0; node < position.length; node++) {
      if (position[node] === NO_PLACE) unplaced.push(node);
      else placed[position[node]! - front] = node;
    }
    return placed.concat(unplaced);
  }

  function removeEdge(source: number, target: number): boolean {
    let edge = firstOut[source] ?? 0;
    while (edge !== 0 && targets[edge] !== target) edge = nextOut[edge]!;
    if (edge === 0) return false;
    unlink(edge, firstOut, nextOut, source);
    unlink(edge, firstIn, nextIn, target);
    free.push(edge);
    return true;
  }

  /** Breadth-first from `start` over the nodes from `least` to `most` in the order: the nodes met, nearest first. */
  function search(
    start: number,
    first: readonly number[],
    next: readonly number[],
    ends: readonly number[],
    least: number,
    most: number,
  ): number[] {
    searches++;
    metBy[start] = searches;
    const met = [start];
    for (let i = 0; i < met.length; i++) {
      for (let edge = first[met[i]!]!; edge !== 0; edge = next[edge]!) {
        const end = ends[edge]!;
        if (metBy[end] === searches || position[end]! < least || position[end]! > most) continue;
        metBy[end] = searches;
        metFrom[end] = met[i]!;
        met.push(end);
      }
    }
    return met;
  }

  function cycleThrough(source: number, target: number): number[] {
    const path = [];
    for (let node = metFrom[source]!; node !== target; node = metFrom[node]!) path.push(node);
    return [source, target, ...path.reverse()];
  }

  /** The nodes `before` the new edge's source take the first of the places that both lists hold, those `after` the rest. */
  function reorder(before: number[], after: number[]): void {
    const byPosition = (a: number, b: number) => position[a]! - position[b]!;
    const nodes = before.sort(byPosition).concat(after.sort(byPosition));
    const places = nodes.map((node) => position[node]!).sort((a, b) => a - b);
    for (let i = 0; i < nodes.length; i++) {
      position[nodes[i]!] = places[i]!;
    }
  }
}

function unlink(edge: number, first: number[], next: number[], node: number): void {
  if (first[node] === edge) {
    first[node] = next[edge]!;
    return;
  }
  let before = first[node]!;
  while (next[before] !== edge) before = next[before]!;
  next[before] = next[edge]!;
}
