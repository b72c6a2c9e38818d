/**
 * npm run bench -w packages/graph
 *
 * Random acyclic graphs with four edges a node and string ids for the peers, built apart and not timed. Every method
 * must agree that the graph is acyclic, and its order is checked, before it is timed. Milliseconds of CPU, medians of 15.
 */
import { cpus } from "node:os";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import * as dagre from "@dagrejs/graphlib";
import {
  buildGraph,
  createAcyclicGraph,
  findCycle,
  stronglyConnectedComponents,
  topologicalSort,
  transitiveClosure,
  transitiveReduction,
} from "@groundwork/graph";
import { DepGraph } from "dependency-graph";
import Graphology from "graphology";
import * as graphologyDag from "graphology-dag";
import toposort from "toposort";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** `run` is timed; `check` sees its answer once, before. */
interface Method {
  readonly run: () => unknown;
  readonly check: (answer: never) => boolean;
}

console.log(`${cpus()[0]?.model} × ${cpus().length}, Node ${process.versions.node}`);
const next = random(5);
for (const edgeCount of [1_000, 10_000, 100_000]) benchSize(edgeCount);
benchInsertions(100_000);

function benchSize(edgeCount: number): void {
  const nodeCount = edgeCount / 4;
  const edges = acyclicEdges(nodeCount, edgeCount);
  const graph = buildGraph(nodeCount, edges);
  const peer = new Graphology({ type: "directed" });
  const dependencies = new DepGraph<undefined>();
  const graphlib = new dagre.Graph();
  for (let node = 0; node < nodeCount; node++) {
    peer.addNode(String(node));
    dependencies.addNode(String(node));
    graphlib.setNode(String(node));
  }
  for (const [a, b] of edges) {
    peer.mergeEdge(String(a), String(b));
    dependencies.addDependency(String(b), String(a));
    graphlib.setEdge(String(a), String(b));
  }
  const names = Array.from({ length: nodeCount }, (_, node) => String(node));
  const pairs = edges.map(([a, b]): [string, string] => [String(a), String(b)]);
  const check = (order: readonly (string | number)[]) => {
    const place = new Uint32Array(nodeCount);
    order.forEach((node, i) => {
      place[Number(node)] = i;
    });
    return order.length === nodeCount && edges.every(([a, b]) => place[a]! < place[b]!);
  };
  report(`${edgeCount} edges, order`, {
    topologicalSort: { run: () => topologicalSort(graph).order, check },
    "graphology-dag": { run: () => graphologyDag.topologicalSort(peer), check },
    graphlib: { run: () => dagre.alg.topsort(graphlib), check },
    "dependency-graph": { run: () => dependencies.overallOrder(), check },
    toposort: { run: () => toposort.array(names, pairs), check },
  });
  report(`${edgeCount} edges, cycle test`, {
    findCycle: { run: () => findCycle(graph), check: (cycle: unknown) => cycle === undefined },
    "graphology-dag": { run: () => graphologyDag.hasCycle(peer), check: (cyclic: boolean) => !cyclic },
    graphlib: { run: () => dagre.alg.isAcyclic(graphlib), check: (acyclic: boolean) => acyclic },
  });
  const any = () => true;
  report(`${edgeCount} edges, no peer`, {
    buildGraph: { run: () => buildGraph(nodeCount, edges), check: any },
    stronglyConnectedComponents: { run: () => stronglyConnectedComponents(graph), check: any },
    transitiveReduction: { run: () => transitiveReduction(graph), check: any },
    transitiveClosure: { run: () => transitiveClosure(graph), check: any },
  });
}

/** Acyclic insertions: of random edges, a quarter as many nodes, and of the edges of one path, listed in strides. */
function benchInsertions(edgeCount: number): void {
  const path = (stride: number) =>
    Array.from({ length: edgeCount }, (_, k): [number, number] => {
      const node = (k * stride) % edgeCount;
      return [node, node + 1];
    });
  const lists = {
    "random edges": acyclicEdges(edgeCount / 4, edgeCount),
    "a path, every 7th edge": path(7),
    "a path, every 61,803rd edge": path(61_803),
  };
  for (const [name, edges] of Object.entries(lists)) {
    const run = () => {
      const graph = createAcyclicGraph();
      for (const [a, b] of edges) graph.addEdge(a, b);
      return graph.edgeCount;
    };
    report(`${edgeCount} insertions`, { [name]: { run, check: (count: number) => count === edges.length } });
  }
}

function report(title: string, methods: Record<string, Method>): void {
  const rows = Object.entries(methods).map(([name, { run, check }]) => {
    if (!check(run() as never)) throw new Error(`${name} gives a wrong answer.`);
    return { name, run, times: [] as number[] };
  });
  for (let round = 0; round < 15; round++) {
    for (const { run, times } of rows) {
      // So that nobody pays for another's garbage.
      collect();
      const begin = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(begin);
      times.push((user + system) / 1000);
    }
  }
  const first = median(rows[0]!.times);
  for (const { name, times } of rows) {
    console.log(`${title} | ${name} | ${median(times).toFixed(2)} ms | ${(median(times) / first).toFixed(1)}×`);
  }
}

function acyclicEdges(nodeCount: number, edgeCount: number): [number, number][] {
  const numbers = Array.from({ length: nodeCount }, (_, i) => i);
  for (let i = nodeCount - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [numbers[i], numbers[j]] = [numbers[j]!, numbers[i]!];
  }
  const edges: [number, number][] = [];
  while (edges.length < edgeCount) {
    const a = Math.floor(next() * nodeCount);
    const b = Math.floor(next() * nodeCount);
    if (a !== b) edges.push([numbers[Math.min(a, b)]!, numbers[Math.max(a, b)]!]);
  }
  return edges;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
