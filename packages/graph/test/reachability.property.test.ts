import { ancestors, buildGraph, descendants, transitiveClosure, transitiveReduction } from "@groundwork/graph";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Drawn, drawnGraph, reachability } from "./arbitrary-graph.ts";

const runs = { seed: 4, numRuns: 400 };
const all = (nodeCount: number) => Array.from({ length: nodeCount }, (_, i) => i);

describe("descendants, ancestors and transitiveClosure", () => {
  it("agree with Warshall's closure, cycles and loops included", () => {
    fc.assert(
      fc.property(drawnGraph(), (drawn) => {
        const reach = reachability(drawn);
        const graph = buildGraph(drawn.nodeCount, drawn.edges);
        const closure = transitiveClosure(graph);
        for (const a of all(drawn.nodeCount)) {
          expect(descendants(graph, a)).toEqual(all(drawn.nodeCount).filter((b) => reach[a]![b]));
          expect(ancestors(graph, a)).toEqual(all(drawn.nodeCount).filter((b) => reach[b]![a]));
          for (const b of all(drawn.nodeCount)) expect(closure.has(a, b)).toBe(reach[a]![b]);
        }
        const both = [0, drawn.nodeCount - 1];
        expect(descendants(graph, both)).toEqual(all(drawn.nodeCount).filter((b) => both.some((a) => reach[a]![b])));
      }),
      runs,
    );
  });

  it("work past one word of bits", () => {
    const graph = buildGraph(
      100,
      all(99).map((i): [number, number] => [i, i + 1]),
    );
    const closure = transitiveClosure(graph);
    for (const a of all(100)) for (const b of all(100)) expect(closure.has(a, b)).toBe(a < b);
  });

  it("name a node out of range", () => {
    const graph = buildGraph(2, [[0, 1]]);
    expect(() => descendants(graph, 2)).toThrow("Expected `from` to be an integer from 0 to 1, got 2.");
    expect(() => ancestors(graph, -1)).toThrow(RangeError);
    expect(() => transitiveClosure(graph).has(0, Number.NaN)).toThrow(
      "Expected `target` to be an integer from 0 to 1, got NaN.",
    );
  });
});

describe("transitiveReduction", () => {
  const arcsOf = (drawn: Drawn): Drawn => {
    const reduced = transitiveReduction(buildGraph(drawn.nodeCount, drawn.edges));
    return { nodeCount: drawn.nodeCount, edges: [...reduced.edgeIds].map((id) => drawn.edges[id]!) };
  };

  it("keeps reachability, and in an acyclic graph no arc of the result can be spared", () => {
    fc.assert(
      fc.property(drawnGraph({ acyclic: true, maxNodes: 14 }), (drawn) => {
        const reduced = arcsOf(drawn);
        expect(reachability(reduced)).toEqual(reachability(drawn));
        for (let i = 0; i < reduced.edges.length; i++) {
          const without = { ...reduced, edges: reduced.edges.filter((_, k) => k !== i) };
          expect(reachability(without)).not.toEqual(reachability(drawn));
        }
      }),
      runs,
    );
  });

  it("keeps reachability of a cyclic graph and every arc inside a component", () => {
    fc.assert(
      fc.property(drawnGraph(), (drawn) => {
        const reach = reachability(drawn);
        const reduced = arcsOf(drawn);
        expect(reachability(reduced)).toEqual(reach);
        const inside = drawn.edges.filter(([a, b]) => a === b || (reach[a]![b]! && reach[b]![a]!));
        expect(inside.every((edge) => reduced.edges.includes(edge))).toBe(true);
      }),
      runs,
    );
  });

  it("works past one word of columns: a complete acyclic graph becomes a path", () => {
    const edges: [number, number, number][] = [];
    for (let a = 0; a < 80; a++) for (let b = a + 1; b < 80; b++) edges.push([a, b, b - a]);
    const reduced = transitiveReduction(buildGraph(80, edges));
    expect([...reduced.weights]).toEqual(new Array(79).fill(1));
    expect([...reduced.targets]).toEqual(all(80).slice(1));
  });
});
