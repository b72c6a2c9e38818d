import { checkInteger } from "./check-integer.ts";
import { createNodeOrder } from "./node-order.ts";

const MAX_NODES = 0x1000000;

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
 * A directed graph that stays acyclic while edges come and go: each `addEdge` that runs against the order which is kept
 * looks forwards from its target and backwards from its source in turns, and moves what the search that ends first found.
 *
 * Nodes are numbered densely from 0 and exist once they or a larger one are named. No recursion. A refused edge reports a
 * shortest of the cycles that it would close. The search is that of Haeupler and others, ACM Transactions on Algorithms 8
 * (2012), over the affected region of Pearce and Kelly, ACM Journal of Experimental Algorithmics 11 (2006).
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
  const nodes = createNodeOrder();
  const { label } = nodes;
  // Search marks: the search that last met a node, and the node from which it did.
  const metBy: number[] = [];
  const metFrom: number[] = [];
  let searches = 0;

  return {
    get nodeCount() {
      return label.length;
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
    while (label.length <= source || label.length <= target) {
      label.push(NaN);
      firstOut.push(0);
      firstIn.push(0);
      metBy.push(0);
      metFrom.push(0);
    }
    // A new source goes to the front and a new target to the back: a path listed from either end never reorders.
    nodes.place(source, true);
    nodes.place(target, false);
    if (label[target]! < label[source]!) {
      if (meet(source, target)) return { added: false, cycle: shortestCycle(source, target) };
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
    const placed = nodes.all();
    for (let node = 0; node < label.length; node++) if (Number.isNaN(label[node])) placed.push(node);
    return placed;
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

  /**
   * Searches from both ends, an edge each in turn, between them in the order. Whether the searches meet; if not, the nodes
   * of the one that ended first are moved past the other end.
   */
  function meet(source: number, target: number): boolean {
    const forwards = ++searches;
    const backwards = ++searches;
    const after = [target];
    const before = [source];
    metBy[target] = forwards;
    metBy[source] = backwards;
    let i = 0;
    let j = 0;
    let out = firstOut[target]!;
    let into = firstIn[source]!;
    for (;;) {
      while (out === 0 && ++i < after.length) out = firstOut[after[i]!]!;
      if (out === 0) {
        nodes.moveAfter(source, after);
        return false;
      }
      const end = targets[out]!;
      out = nextOut[out]!;
      if (metBy[end] === backwards) return true;
      if (metBy[end] !== forwards && label[end]! < label[source]!) {
        metBy[end] = forwards;
        after.push(end);
      }
      while (into === 0 && ++j < before.length) into = firstIn[before[j]!]!;
      if (into === 0) {
        nodes.moveBefore(target, before);
        return false;
      }
      const start = sources[into]!;
      into = nextIn[into]!;
      if (metBy[start] === forwards) return true;
      if (metBy[start] !== backwards && label[start]! > label[target]!) {
        metBy[start] = backwards;
        before.push(start);
      }
    }
  }

  /** The cycle that an edge would close whose target leads to its source, by fewest edges. */
  function shortestCycle(source: number, target: number): number[] {
    const search = ++searches;
    const met = [target];
    metBy[target] = search;
    for (let i = 0; metBy[source] !== search; i++) {
      for (let edge = firstOut[met[i]!]!; edge !== 0; edge = nextOut[edge]!) {
        const end = targets[edge]!;
        if (metBy[end] === search || label[end]! > label[source]!) continue;
        metBy[end] = search;
        metFrom[end] = met[i]!;
        met.push(end);
      }
    }
    const path = [];
    for (let node = metFrom[source]!; node !== target; node = metFrom[node]!) path.push(node);
    return [source, target, ...path.reverse()];
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
