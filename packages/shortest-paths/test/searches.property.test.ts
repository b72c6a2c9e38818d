import {
  aStar,
  bidirectionalAStar,
  bidirectionalDijkstra,
  breadthFirstPath,
  createSearchSpace,
  dijkstra,
  distancesFrom,
  type Route,
  type SearchOptions,
} from "@groundwork/shortest-paths";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addUp, type DrawnRoads, drawnRoads, slowDistances } from "./arbitrary-roads.ts";

type Find = (drawn: DrawnRoads, source: number, target: number, options: SearchOptions) => Route | undefined;

/** A lower bound that is admissible but jumps between neighbours: the true distance, or a part of it, by node. */
const jumpy = (drawn: DrawnRoads, allow?: (edge: number) => boolean) => (node: number, target: number) => {
  const exact = slowDistances(drawn, node, allow)[target]!;
  return node % 3 === 0 ? 0 : node % 3 === 1 ? exact : exact === Number.POSITIVE_INFINITY ? 1 : exact / 2;
};

const finders: [string, Find][] = [
  ["dijkstra", ({ graph }, s, t, options) => dijkstra(graph, s, t, options)],
  ["bidirectionalDijkstra", ({ graph }, s, t, options) => bidirectionalDijkstra(graph, s, t, options)],
  [
    "aStar with an inconsistent heuristic",
    (drawn, s, t, options) => aStar(drawn.graph, s, t, { ...options, heuristic: jumpy(drawn) }),
  ],
  [
    "bidirectionalAStar with an inconsistent heuristic",
    (drawn, s, t, options) => bidirectionalAStar(drawn.graph, s, t, { ...options, heuristic: jumpy(drawn) }),
  ],
];

describe.each(finders)("%s", (_, find) => {
  it("finds a way of the model's length, edge by edge, and none exactly where the model has none", () => {
    fc.assert(
      fc.property(drawnRoads(9), (drawn) => {
        const { nodeCount } = drawn.graph;
        const space = createSearchSpace(drawn.graph);
        for (let source = 0; source < nodeCount; source++) {
          const expected = slowDistances(drawn, source);
          for (let target = 0; target < nodeCount; target++) {
            const order: number[] = [];
            const route = find(drawn, source, target, { space, onSettle: (node) => order.push(node) });
            expect(route?.distance ?? Number.POSITIVE_INFINITY).toBe(expected[target]);
            if (!route) continue;
            expect(route.nodes[0]).toBe(source);
            expect(route.nodes.at(-1)).toBe(target);
            expect(addUp(drawn, route)).toBe(route.distance);
            expect(route.settled).toBe(order.length);
          }
        }
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  it("respects `allow` and `weight`, both given the arc in travelling direction", () => {
    fc.assert(
      fc.property(drawnRoads(8), fc.nat(4), (drawn, shut) => {
        const allow = (edge: number) => edge % 5 !== shut;
        const expected = slowDistances(drawn, 0, allow);
        for (let target = 0; target < drawn.graph.nodeCount; target++) {
          const route = find(drawn, 0, target, {
            allow,
            weight: (edge, from, to) => {
              const [a, b, weight] = drawn.edges[edge]!;
              expect((a === from && b === to) || (!drawn.directed && a === to && b === from)).toBe(true);
              return weight;
            },
          });
          expect(route?.distance ?? Number.POSITIVE_INFINITY).toBe(expected[target]);
          if (route) expect(route.edges.every(allow)).toBe(true);
        }
      }),
      { seed: 12, numRuns: 100 },
    );
  });

  it("adds fractions up from source to target, within 1e-12 of the optimum", () => {
    fc.assert(
      fc.property(drawnRoads(8, true), (drawn) => {
        const expected = slowDistances(drawn, 0);
        for (let target = 0; target < drawn.graph.nodeCount; target++) {
          const route = find(drawn, 0, target, {});
          expect(route === undefined).toBe(expected[target] === Number.POSITIVE_INFINITY);
          if (!route) continue;
          expect(route.distance).toBe(addUp(drawn, route));
          expect(Math.abs(route.distance - expected[target]!)).toBeLessThanOrEqual(1e-12 * Math.max(1, route.distance));
        }
      }),
      { seed: 13, numRuns: 60 },
    );
  });
});

describe("distancesFrom", () => {
  it("certifies itself: no arc can improve a node, and every reached node but the source has a tight arc", () => {
    fc.assert(
      fc.property(drawnRoads(), ({ graph }) => {
        const distances = distancesFrom(graph, 0);
        const witnessed = new Set([0]);
        expect(distances[0]).toBe(0);
        for (let node = 0; node < graph.nodeCount; node++)
          for (let arc = graph.offsets[node]!; arc < graph.offsets[node + 1]!; arc++) {
            const target = graph.targets[arc]!;
            const length = distances[node]! + graph.weights[arc]!;
            expect(distances[target]!).toBeLessThanOrEqual(length);
            if (distances[target] === length && length < Number.POSITIVE_INFINITY) witnessed.add(target);
          }
        distances.forEach((distance, node) => {
          if (distance < Number.POSITIVE_INFINITY) expect(witnessed.has(node)).toBe(true);
        });
      }),
      { seed: 14, numRuns: 300 },
    );
  });

  it("is the model, and with a limit the model cut off there", () => {
    fc.assert(
      fc.property(drawnRoads(), fc.nat(12), (drawn, limit) => {
        const expected = slowDistances(drawn, 0);
        expect([...distancesFrom(drawn.graph, 0)]).toEqual(expected);
        expect([...distancesFrom(drawn.graph, 0, { limit })]).toEqual(
          expected.map((distance) => (distance <= limit ? distance : Number.POSITIVE_INFINITY)),
        );
      }),
      { seed: 15, numRuns: 200 },
    );
  });

  it("settles nodes in order of distance", () => {
    fc.assert(
      fc.property(drawnRoads(), (drawn) => {
        const order: number[] = [];
        const distances = distancesFrom(drawn.graph, 0, { onSettle: (node) => order.push(node) });
        for (let i = 1; i < order.length; i++)
          expect(distances[order[i]!]!).toBeGreaterThanOrEqual(distances[order[i - 1]!]!);
        expect(new Set(order).size).toBe(order.length);
      }),
      { seed: 16, numRuns: 100 },
    );
  });
});

describe("breadthFirstPath", () => {
  it("finds a way of the fewest edges", () => {
    fc.assert(
      fc.property(drawnRoads(), (drawn) => {
        const hops: DrawnRoads = { ...drawn, edges: drawn.edges.map(([a, b]) => [a, b, 1]) };
        const expected = slowDistances(hops, 0);
        for (let target = 0; target < drawn.graph.nodeCount; target++) {
          const route = breadthFirstPath(drawn.graph, 0, target);
          expect(route?.distance ?? Number.POSITIVE_INFINITY).toBe(expected[target]);
          if (route) expect(addUp(hops, route)).toBe(route.distance);
        }
      }),
      { seed: 17, numRuns: 200 },
    );
  });
});
