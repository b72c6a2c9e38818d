import { buildGraph } from "@groundwork/graph";
import {
  contract,
  createHierarchyRouter,
  dijkstra,
  parseHierarchy,
  serializeHierarchy,
} from "@groundwork/shortest-paths";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addUp, drawnRoads, slowDistances } from "./arbitrary-roads.ts";

const nodes = (count: number) => Array.from({ length: count }, (_, i) => i);

describe("createHierarchyRouter", () => {
  it("answers distance, route and matrix as the model does, on every pair", () => {
    fc.assert(
      fc.property(drawnRoads(14), (drawn) => {
        const all = nodes(drawn.graph.nodeCount);
        const router = createHierarchyRouter(parseHierarchy(serializeHierarchy(contract(drawn.graph))));
        const matrix = router.matrix(all, all);
        expect([matrix.rows, matrix.columns]).toEqual([all.length, all.length]);
        for (const source of all) {
          const expected = slowDistances(drawn, source);
          expect([...matrix.values.subarray(source * all.length, (source + 1) * all.length)]).toEqual(expected);
          for (const target of all) {
            const settled: number[] = [];
            const route = router.route(source, target, { onSettle: (node) => settled.push(node) });
            expect(router.distance(source, target)).toBe(expected[target]);
            expect(route?.distance ?? Number.POSITIVE_INFINITY).toBe(expected[target]);
            if (!route) continue;
            expect([route.nodes[0], route.nodes.at(-1)]).toEqual([source, target]);
            expect(addUp(drawn, route)).toBe(route.distance);
            expect(route.settled).toBe(settled.length);
          }
        }
      }),
      { seed: 21, numRuns: 150 },
    );
  });

  it("with closures answers as the model without these edges, and as before once they reopen", () => {
    fc.assert(
      fc.property(drawnRoads(12), fc.array(fc.nat(35), { maxLength: 12 }), (drawn, shut) => {
        const closed = new Set(shut);
        const router = createHierarchyRouter(contract(drawn.graph), drawn.graph);
        for (const source of nodes(drawn.graph.nodeCount)) {
          const expected = slowDistances(drawn, source, (edge) => !closed.has(edge));
          const open = slowDistances(drawn, source);
          for (const target of nodes(drawn.graph.nodeCount)) {
            const route = router.route(source, target, { closed });
            expect(route?.distance ?? Number.POSITIVE_INFINITY).toBe(expected[target]);
            if (route) {
              expect(addUp(drawn, route)).toBe(route.distance);
              expect(route.edges.some((edge) => closed.has(edge))).toBe(false);
            }
            expect(router.route(source, target)?.distance ?? Number.POSITIVE_INFINITY).toBe(open[target]);
          }
        }
      }),
      { seed: 22, numRuns: 120 },
    );
  });

  it("keeps fractions within 1e-12, closures too", () => {
    fc.assert(
      fc.property(drawnRoads(10, true), fc.nat(6), (drawn, shut) => {
        const router = createHierarchyRouter(parseHierarchy(serializeHierarchy(contract(drawn.graph))), drawn.graph);
        const closed = { has: (edge: number) => edge % 7 === shut };
        for (const options of [{}, { closed }]) {
          const expected = slowDistances(drawn, 0, (edge) => !("closed" in options) || !closed.has(edge));
          for (const target of nodes(drawn.graph.nodeCount)) {
            const route = router.route(0, target, options);
            expect(route === undefined).toBe(expected[target] === Number.POSITIVE_INFINITY);
            if (!route) continue;
            expect(route.distance).toBe(addUp(drawn, route));
            expect(Math.abs(route.distance - expected[target]!)).toBeLessThanOrEqual(
              1e-12 * Math.max(1, route.distance),
            );
          }
        }
      }),
      { seed: 23, numRuns: 80 },
    );
  });

  it("agrees with Dijkstra on a one-way city of 2,500 crossings, open and with streets closed", () => {
    const side = 50;
    let state = 7;
    const random = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    const edges: [number, number, number][] = [];
    for (let node = 0; node < side * side; node++) {
      const ahead = [(node + 1) % side === 0 ? -1 : node + 1, node + side < side * side ? node + side : -1];
      for (const next of ahead) {
        if (next < 0) continue;
        const weight = 1 + Math.floor(random() * 20);
        // A third of the streets are one-way; the others may be slower one way.
        if (random() < 0.83) edges.push([node, next, weight]);
        if (random() < 0.83) edges.push([next, node, random() < 0.5 ? weight : weight + 3]);
      }
    }
    const drawn = { graph: buildGraph(side * side, edges), edges, directed: true };
    const router = createHierarchyRouter(contract(drawn.graph), drawn.graph);
    const closed = new Set(Array.from({ length: edges.length / 50 }, () => Math.floor(random() * edges.length)));
    for (let i = 0; i < 300; i++) {
      const source = Math.floor(random() * side * side);
      const target = Math.floor(random() * side * side);
      const open = router.route(source, target);
      const detour = router.route(source, target, { closed });
      expect(open?.distance).toBe(dijkstra(drawn.graph, source, target)?.distance);
      expect(detour?.distance).toBe(
        dijkstra(drawn.graph, source, target, { allow: (edge) => !closed.has(edge) })?.distance,
      );
      if (open) expect(addUp(drawn, open)).toBe(open.distance);
      if (detour) expect(addUp(drawn, detour)).toBe(detour.distance);
    }
  });

  it("contracts a path of 100,000 nodes and unpacks it whole", () => {
    const length = 100_000;
    const sources = Uint32Array.from({ length: length - 1 }, (_, i) => (i * 61_953) % length);
    const targets = Uint32Array.from({ length: length - 1 }, (_, i) => ((i + 1) * 61_953) % length);
    const graph = buildGraph(length, { sources, targets });
    const route = createHierarchyRouter(contract(graph)).route(0, targets[length - 2]!);
    expect(route?.distance).toBe(length - 1);
    expect(route?.edges).toEqual(nodes(length - 1));
  });

  it("handles a star whose hub has 20,000 spokes", () => {
    const graph = buildGraph(
      20_001,
      nodes(20_000).map((i): [number, number, number] => [0, i + 1, i % 7]),
      { directed: false },
    );
    const router = createHierarchyRouter(contract(graph));
    expect(router.distance(13, 20)).toBe(5 + 5);
    expect(router.route(1, 0)?.edges).toEqual([0]);
  });
});
