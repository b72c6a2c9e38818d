import { createAcyclicGraph } from "@groundwork/graph";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCycle, reachability } from "./arbitrary-graph.ts";

const nodeCount = 8;
const node = fc.nat(nodeCount - 1);
const step = fc.record({ remove: fc.nat(4).map((n) => n === 0), source: node, target: node });

describe("createAcyclicGraph", () => {
  it("adds exactly the edges that close no cycle, refuses with a real cycle, and keeps a valid order", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const graph = createAcyclicGraph();
        let edges: [number, number][] = [];
        for (const { remove, source, target } of steps) {
          if (remove) {
            const at = edges.findIndex(([a, b]) => a === source && b === target);
            expect(graph.removeEdge(source, target)).toBe(at >= 0);
            edges = edges.filter((_, i) => i !== at);
          } else {
            const before = graph.order();
            const result = graph.addEdge(source, target);
            const closes = source === target || reachability({ nodeCount, edges })[target]![source]!;
            expect(result.added).toBe(!closes);
            if (result.added) {
              edges.push([source, target]);
            } else {
              expect(result.cycle[0]).toBe(source);
              expect(result.cycle[1 % result.cycle.length]).toBe(target);
              expect(isCycle(result.cycle, [...edges, [source, target]])).toBe(true);
              expect(graph.order()).toEqual(before);
            }
          }
          const order = graph.order();
          expect(graph.edgeCount).toBe(edges.length);
          expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: graph.nodeCount }, (_, i) => i));
          expect(edges.every(([a, b]) => order.indexOf(a) < order.indexOf(b))).toBe(true);
        }
      }),
      { seed: 5, numRuns: 400 },
    );
  });

  it("refuses a loop without naming its node into being", () => {
    const graph = createAcyclicGraph();
    expect(graph.addEdge(3, 3)).toEqual({ added: false, cycle: [3] });
    expect(graph.nodeCount).toBe(0);
  });

  it("reports the shortest cycle that the edge would close", () => {
    const graph = createAcyclicGraph();
    for (const [a, b] of [
      [0, 1],
      [1, 2],
      [2, 3],
      [0, 3],
    ] as const)
      graph.addEdge(a, b);
    expect(graph.addEdge(3, 0)).toEqual({ added: false, cycle: [3, 0] });
  });

  it("names a node that is not an integer in range", () => {
    expect(() => createAcyclicGraph().addEdge(0, -1)).toThrow(
      "Expected `target` to be an integer from 0 to 16777215, got -1.",
    );
    expect(() => createAcyclicGraph().addEdge(Number.NaN, 0)).toThrow(RangeError);
  });
});
