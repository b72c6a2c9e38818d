import type { Graph } from "./graph.ts";

const UNKNOWN = 0xffffffff;

/** The nodes of component `i` are `nodes.subarray(offsets[i], offsets[i + 1])`. */
export interface Components {
  readonly count: number;
  /** The component of each node. */
  readonly componentOf: Uint32Array;
  readonly offsets: Uint32Array;
  readonly nodes: Uint32Array;
}

/**
 * The sets of nodes that can all reach one another; in an undirected graph, the connected components.
 *
 * Components are numbered in topological order: no arc runs from a component to a smaller one.
 * O(V + E), without recursion. Tarjan, SIAM Journal on Computing 1 (1972).
 *
 * @example
 * const { count, componentOf } = stronglyConnectedComponents(buildGraph(4, [[0, 1], [1, 2], [2, 1], [2, 3]]));
 * count; // => 3
 * [...componentOf]; // => [0, 1, 1, 2]
 */
export function stronglyConnectedComponents({ nodeCount, offsets, targets }: Graph): Components {
  // `met` is the time at which a node was entered, 0 before; `low` the earliest time reached from below it.
  const low = new Uint32Array(nodeCount);
  const met = new Uint32Array(nodeCount);
  const componentOf = new Uint32Array(nodeCount).fill(UNKNOWN);
  const nextArc = new Uint32Array(nodeCount);
  const path = new Uint32Array(nodeCount);
  const open = new Uint32Array(nodeCount);
  const nodes = new Uint32Array(nodeCount);
  const begins: number[] = [];
  let clock = 0;
  let openCount = 0;
  let filled = nodeCount;
  for (let root = 0; root < nodeCount; root++) {
    if (met[root] !== 0) continue;
    let depth = 0;
    enter(root, 0);
    while (depth >= 0) {
      const node = path[depth]!;
      const arc = nextArc[node]!;
      if (arc < offsets[node + 1]!) {
        nextArc[node] = arc + 1;
        const target = targets[arc]!;
        if (met[target] === 0) enter(target, ++depth);
        else if (componentOf[target] === UNKNOWN) low[node] = Math.min(low[node]!, met[target]!);
        continue;
      }
      if (low[node] === met[node]) close(node);
      if (--depth >= 0) low[path[depth]!] = Math.min(low[path[depth]!]!, low[node]!);
    }
  }
  // Tarjan closes the last component first: turn the numbers round.
  const count = begins.length;
  for (let node = 0; node < nodeCount; node++) componentOf[node] = count - 1 - componentOf[node]!;
  return { count, componentOf, offsets: Uint32Array.from(begins.reverse().concat(nodeCount)), nodes };

  function enter(node: number, depth: number): void {
    path[depth] = node;
    open[openCount++] = node;
    nextArc[node] = offsets[node]!;
    low[node] = met[node] = ++clock;
  }

  function close(root: number): void {
    const component = begins.length;
    let node: number;
    do {
      node = open[--openCount]!;
      componentOf[node] = component;
      nodes[--filled] = node;
    } while (node !== root);
    begins.push(filled);
  }
}
