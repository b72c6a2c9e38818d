import { buildGraph } from "@groundwork/graph";
import {
  aStar,
  bidirectionalAStar,
  bidirectionalDijkstra,
  contract,
  createHierarchyRouter,
  createNearest,
  createSearchSpace,
  dijkstra,
  distancesFrom,
  euclidean,
  parseHierarchy,
  type Route,
  serializeHierarchy,
} from "@groundwork/shortest-paths";
import { expect } from "vitest";
import { addUp } from "./arbitrary-roads.ts";

/** Whole numbers below a bound, the same for the same seed. */
export function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * A town on a jittered grid: streets of which a seventh is missing and a quarter one-way, hills that cost more upward,
 * fast avenues, bridges across, parallel lanes, and loops, some of no length.
 */
export function drawTown(side: number, seed: number) {
  const draw = generator(seed);
  const nodeCount = side * side;
  const coordinates = Float64Array.from({ length: 2 * nodeCount }, (_, i) => {
    const node = i >> 1;
    return (i % 2 ? Math.floor(node / side) : node % side) * 100 + draw(60);
  });
  const straight = euclidean(coordinates);
  const edges: [number, number, number][] = [];
  const join = (a: number, b: number, slowness: number) => {
    const weight = Math.ceil(straight(a, b) * slowness);
    if (draw(4) > 0) edges.push([a, b, weight]);
    if (draw(4) > 0) edges.push([b, a, weight + (draw(3) ? 0 : draw(80))]);
  };
  for (let node = 0; node < nodeCount; node++) {
    const [x, y] = [node % side, Math.floor(node / side)];
    const slowness = x % 10 === 0 || y % 10 === 0 ? 1 : 1 + draw(3) / 2;
    if (x + 1 < side && draw(7)) join(node, node + 1, slowness);
    if (y + 1 < side && draw(7)) join(node, node + side, slowness);
    if (draw(200) === 0) join(node, draw(nodeCount), 1);
    if (draw(100) === 0) edges.push([node, node, draw(5)]);
    if (draw(50) === 0 && edges.length > 0) edges.push([...edges[draw(edges.length)]!]);
  }
  return { graph: buildGraph(nodeCount, edges), edges, coordinates, directed: true as const };
}

/**
 * One town, and every method on the same random pairs against Dijkstra: distances, routes added up edge by edge, closures
 * that change from question to question and reopen, a matrix, a metric of its own, the nearest node and edge.
 */
export function askTown(side: number, seed: number, queries: number): void {
  const town = drawTown(side, seed);
  const { graph, edges, coordinates } = town;
  const draw = generator(seed + 1);
  const router = createHierarchyRouter(parseHierarchy(serializeHierarchy(contract(graph))), graph);
  const space = createSearchSpace(graph);
  // Weights are at least the straight line; the other heuristic is admissible and jumps from node to node.
  const straight = euclidean(coordinates);
  const ragged = (node: number, target: number) => straight(node, target) * ((node * 7919) % 5) * 0.25;
  // Uphill by foot: other weights on the same streets.
  const metric = (edge: number) => Math.floor(edges[edge]![2] / 3) + ((edge * 104_729) % 41);
  const onFoot = edges.map(([a, b], edge): [number, number, number] => [a, b, metric(edge)]);
  const footGraph = buildGraph(graph.nodeCount, onFoot);
  const footRouter = createHierarchyRouter(contract(footGraph), footGraph);

  for (let query = 0; query < queries; query++) {
    const source = draw(graph.nodeCount);
    const target = draw(graph.nodeCount);
    const open = dijkstra(graph, source, target, { space });
    const same = (route: Route | undefined, expected: Route | undefined, name: string, drawn: typeof town = town) => {
      const place = `${name}, seed ${seed}, query ${query}: ${source} to ${target}`;
      expect(route?.distance, place).toBe(expected?.distance);
      if (!route) return;
      expect([route.nodes[0], route.nodes.at(-1)], place).toEqual([source, target]);
      expect(addUp(drawn, route), place).toBe(route.distance);
    };
    same(open, open, "dijkstra");
    same(router.route(source, target), open, "hierarchy");
    expect(router.distance(source, target)).toBe(open?.distance ?? Number.POSITIVE_INFINITY);
    same(bidirectionalDijkstra(graph, source, target, { space }), open, "from both ends");
    for (const heuristic of [straight, ragged]) {
      same(aStar(graph, source, target, { heuristic, space }), open, "A*");
      same(bidirectionalAStar(graph, source, target, { heuristic, space }), open, "A* from both ends");
    }
    // Streets on the way are closed, one more after each detour; with each fifth query, many anywhere.
    const closed = new Set<number>();
    if (query % 5 === 0) for (let i = 0; i < edges.length / 50; i++) closed.add(draw(edges.length));
    let way = open;
    for (let round = 0; round < 3 && way && way.edges.length > 0; round++) {
      closed.add(way.edges[draw(way.edges.length)]!);
      const allow = (edge: number) => !closed.has(edge);
      way = router.route(source, target, { closed });
      same(way, dijkstra(graph, source, target, { allow, space }), "closures");
      expect(way?.edges.every(allow) ?? true).toBe(true);
    }
    same(router.route(source, target), open, "reopened");
    same(router.route(source, target, { closed: new Set() }), open, "nothing closed");
    const walked = dijkstra(graph, source, target, { weight: metric, space });
    same(footRouter.route(source, target), walked, "a metric of its own", { ...town, edges: onFoot, graph: footGraph });
  }

  const sources = Array.from({ length: 12 }, () => draw(graph.nodeCount));
  const targets = Array.from({ length: 15 }, () => draw(graph.nodeCount));
  const matrix = router.matrix(sources, targets);
  sources.forEach((source, row) => {
    const distances = distancesFrom(graph, source, { space });
    const expected = targets.map((target) => distances[target]);
    expect([...matrix.values.subarray(row * targets.length, (row + 1) * targets.length)]).toEqual(expected);
  });
}

/** The nearest node and edge of points in and around a town, against a look at each. */
export function snapInTown(side: number, seed: number, queries: number): void {
  const { graph, edges, coordinates } = drawTown(side, seed);
  const draw = generator(seed + 2);
  const nearest = createNearest(coordinates, graph);
  for (let query = 0; query < queries; query++) {
    const [x, y] = [draw(side * 120) - side * 10, draw(side * 120) - side * 10];
    let node = { node: -1, distance: Number.POSITIVE_INFINITY };
    const distance = euclidean([...coordinates, x, y]);
    for (let other = 0; other < graph.nodeCount; other++) {
      const reach = distance(other, graph.nodeCount);
      if (reach < node.distance) node = { node: other, distance: reach };
    }
    expect(nearest.node([x, y])).toEqual(node);
    const reaches = edges.map(([a, b]) => {
      const [ax, ay] = [coordinates[2 * a]!, coordinates[2 * a + 1]!];
      const [dx, dy] = [coordinates[2 * b]! - ax, coordinates[2 * b + 1]! - ay];
      const fraction = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy) || 0));
      return Math.hypot(x - ax - fraction * dx, y - ay - fraction * dy);
    });
    const least = reaches.reduce((a, b) => Math.min(a, b));
    const found = nearest.edge([x, y])!;
    expect(Math.abs(found.distance - least)).toBeLessThan(1e-9);
    expect(Math.abs(reaches[found.edge]! - least)).toBeLessThan(1e-9);
  }
}
