/**
 * npm run bench -w packages/shortest-paths -- [folder]
 *
 * `folder` holds new-york.gr.gz and moscow-roads.{co,gr}.bin; without it two road-like graphs are generated. Answers are
 * compared before they are timed; each query is put to every method in turn. Milliseconds of CPU, medians.
 */
import { existsSync } from "node:fs";
import { cpus } from "node:os";
import { stronglyConnectedComponents } from "@groundwork/graph";
import {
  aStar,
  bidirectionalAStar,
  bidirectionalDijkstra,
  contract,
  createHierarchyRouter,
  createSearchSpace,
  dijkstra,
  distancesFrom,
  euclidean,
  type HierarchyRouter,
  parseHierarchy,
  serializeHierarchy,
} from "@groundwork/shortest-paths";
import Graphology from "graphology";
import * as graphologyPaths from "graphology-shortest-path/dijkstra.js";
import createNgraph, { type Graph as Ngraph } from "ngraph.graph";
import ngraphPath from "ngraph.path";
import { generate, type Roads, random, readBinary, readDimacs } from "./roads.ts";

type Pair = readonly [source: number, target: number];
type Methods = Record<string, (source: number, target: number) => number>;

const SWIFT = "contracted route";
const folder = process.argv[2] ?? process.env.ROADS;
console.log(`${cpus()[0]?.model} × ${cpus().length}, Node ${process.versions.node}`);
const measured = folder !== undefined && existsSync(`${folder}/new-york.gr.gz`);
benchCity(measured ? readBinary("Moscow", `${folder}/moscow-roads`) : generate(500, 1));
benchPlain(measured ? readDimacs(`${folder}/new-york.gr.gz`) : generate(400, 2));

/** Roads with coordinates: contracted routes, closures and A* against ngraph's A* and NBA*. */
function benchCity(roads: Roads): void {
  const { graph } = roads;
  const pairs = draw(roads, 60);
  const space = createSearchSpace(graph);
  const heuristic = euclidean(roads.coordinates!);
  const router = prepare(roads);
  const closed = new Set<number>();
  for (const next = random(99); closed.size < roads.sources.length / 100; ) {
    closed.add(Math.floor(next() * roads.sources.length));
  }
  const peer = ngraphOf(roads);
  const options = {
    distance: (_from: unknown, _to: unknown, link: NgraphLink) => link.data.weight,
    heuristic: (a: NgraphNode, b: NgraphNode) => heuristic(Number(a.id), Number(b.id)),
  };
  const nba = ngraphPath.nba(peer, options as never);
  const peerAStar = ngraphPath.aStar(peer, options as never);
  const blocked = (_from: unknown, _to: unknown, link: NgraphLink) => closed.has(link.data.id);
  const nbaBlocked = ngraphPath.nba(peer, { ...options, blocked } as never);
  race(roads, pairs, {
    [SWIFT]: (s, t) => router.route(s, t)?.distance ?? -1,
    aStar: (s, t) => aStar(graph, s, t, { heuristic, space })?.distance ?? -1,
    bidirectionalAStar: (s, t) => bidirectionalAStar(graph, s, t, { heuristic, space })?.distance ?? -1,
    "ngraph NBA*": (s, t) => lengthOf(peer, nba.find(s, t)),
    "ngraph A*": (s, t) => lengthOf(peer, peerAStar.find(s, t)),
  });
  race(roads, pairs, {
    "contracted route, 1 % closed": (s, t) => router.route(s, t, { closed })?.distance ?? -1,
    "ngraph NBA*, 1 % blocked": (s, t) => lengthOf(peer, nbaBlocked.find(s, t)),
  });
}

/** Roads without coordinates: Dijkstra against ngraph and graphology, and the matrix against one-to-all searches. */
function benchPlain(roads: Roads): void {
  const { graph } = roads;
  const space = createSearchSpace(graph);
  const router = prepare(roads);
  const pairs = draw(roads, 12);
  const peer = ngraphOf(roads);
  const dijkstraOptions = { distance: (_from: unknown, _to: unknown, link: NgraphLink) => link.data.weight };
  const peerDijkstra = ngraphPath.aStar(peer, dijkstraOptions as never);
  race(roads, pairs, {
    dijkstra: (s, t) => dijkstra(graph, s, t, { space })?.distance ?? -1,
    "dijkstra without space": (s, t) => dijkstra(graph, s, t)?.distance ?? -1,
    "ngraph Dijkstra": (s, t) => lengthOf(peer, peerDijkstra.find(s, t)),
  });
  const other = new Graphology({ type: "undirected", multi: true });
  for (let node = 0; node < graph.nodeCount; node++) other.addNode(node);
  for (let i = 0; i < roads.sources.length; i++) {
    other.addEdge(roads.sources[i], roads.targets[i], { weight: roads.weights[i] });
  }
  race(roads, pairs.slice(0, 6), {
    bidirectionalDijkstra: (s, t) => bidirectionalDijkstra(graph, s, t, { space })?.distance ?? -1,
    "bidirectionalDijkstra without space": (s, t) => bidirectionalDijkstra(graph, s, t)?.distance ?? -1,
    "graphology bidirectional": (s, t) => {
      const path = graphologyPaths.bidirectional(other, s, t, "weight");
      let length = path ? 0 : -1;
      path?.forEach((node, i) => {
        if (i > 0)
          length += Math.min(...other.edges(path[i - 1], node).map((edge) => other.getEdgeAttribute(edge, "weight")));
      });
      return length;
    },
  });
  const sources = draw(roads, 50).map(([source]) => source);
  const targets = draw(roads, 100)
    .slice(50)
    .map(([, target]) => target);
  const matrix = router.matrix(sources, targets);
  let oneToAll = 0;
  sources.forEach((source, row) => {
    const begin = cpuMs();
    const distances = distancesFrom(graph, source, { space });
    oneToAll += cpuMs() - begin;
    for (let column = 0; column < 50; column++) {
      agree(roads.name, distances[targets[column]!]!, matrix.values[row * 50 + column]!);
    }
  });
  const times = Array.from({ length: 15 }, () => timed(() => router.matrix(sources, targets)).ms);
  report(roads, { "50 one-to-all searches": [oneToAll], "matrix 50 × 50": times });
}

function prepare(roads: Roads): HierarchyRouter {
  const { result, ms } = timed(() => contract(roads.graph));
  const bytes = serializeHierarchy(result);
  const load = timed(() => parseHierarchy(bytes));
  console.log(
    `\n${roads.name}: ${roads.graph.nodeCount} nodes, ${roads.sources.length} edges. Contracted in ${(ms / 1000).toFixed(1)} s of CPU; ` +
      `${(bytes.length / 1e6).toFixed(1)} MB serialised, read in ${load.ms.toFixed(0)} ms.`,
  );
  return createHierarchyRouter(load.result, roads.graph);
}

/** Seeded pairs, both ends in one component. */
function draw(roads: Roads, count: number): Pair[] {
  const { count: components, componentOf } = stronglyConnectedComponents(roads.graph);
  const sizes = new Uint32Array(components);
  for (const component of componentOf) sizes[component]!++;
  const largest = sizes.indexOf(sizes.reduce((a, b) => Math.max(a, b)));
  const next = random(42);
  const node = (): number => {
    const drawn = Math.floor(next() * roads.graph.nodeCount);
    return componentOf[drawn] === largest ? drawn : node();
  };
  return Array.from({ length: count }, () => [node(), node()] as const);
}

/** Every method on every pair, in turn; the first round warms up and compares the answers. */
function race(roads: Roads, pairs: readonly Pair[], methods: Methods): void {
  const names = Object.keys(methods);
  for (const [source, target] of pairs.slice(0, 10)) {
    const expected = methods[names[0]!]!(source, target);
    for (const name of names) agree(name, methods[name]!(source, target), expected);
  }
  const times: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  // A contracted route is too short for one reading of the clock: sweeps over all pairs, the mean of each.
  const [swift, others] = [names.filter((name) => name === SWIFT), names.filter((name) => name !== SWIFT)];
  for (const name of swift) {
    for (let sweep = 0; sweep < 25; sweep++) {
      const { ms } = timed(() => {
        for (const [source, target] of pairs) methods[name]!(source, target);
      });
      if (sweep >= 5) times[name]!.push(ms / pairs.length);
    }
  }
  for (const [source, target] of pairs) {
    for (const name of others) times[name]!.push(timed(() => methods[name]!(source, target)).ms);
  }
  report(roads, times);
}

function agree(name: string, answer: number, expected: number): void {
  if (Math.abs(answer - expected) <= 1e-9 * Math.max(1, expected)) return;
  throw new Error(`${name} answers ${answer}, not ${expected}.`);
}

function report(roads: Roads, times: Record<string, number[]>): void {
  const rows = Object.entries(times).map(([name, list]) => {
    const sorted = [...list].sort((a, b) => a - b);
    return { name, median: sorted[sorted.length >> 1]!, high: sorted[Math.floor(sorted.length * 0.95)]! };
  });
  for (const { name, median, high } of rows) {
    const ratios = rows
      .filter((row) => row.median > median)
      .map((row) => `${(row.median / median).toFixed(1)}× ${row.name}`);
    console.log(`${roads.name} | ${name} | ${median.toFixed(3)} ms | p95 ${high.toFixed(3)} | ${ratios.join(", ")}`);
  }
}

function timed<Result>(run: () => Result): { result: Result; ms: number } {
  const begin = cpuMs();
  const result = run();
  return { result, ms: cpuMs() - begin };
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

interface NgraphNode {
  readonly id: unknown;
}

interface NgraphLink {
  readonly data: { readonly id: number; readonly weight: number };
}

function ngraphOf(roads: Roads): Ngraph {
  const peer = createNgraph();
  for (let node = 0; node < roads.graph.nodeCount; node++) peer.addNode(node);
  for (let id = 0; id < roads.sources.length; id++) {
    peer.addLink(roads.sources[id]!, roads.targets[id]!, { id, weight: roads.weights[id]! });
  }
  return peer;
}

/** The length of a peer's path, which runs from target to source. */
function lengthOf(peer: Ngraph, path: readonly NgraphNode[]): number {
  let length = path.length > 0 ? 0 : -1;
  for (let i = path.length - 1; i > 0; i--) {
    const [a, b] = [path[i]!.id as number, path[i - 1]!.id as number];
    length += ((peer.getLink(a, b) ?? peer.getLink(b, a)) as unknown as NgraphLink).data.weight;
  }
  return length;
}
