import { buildGraph, findCycle, stronglyConnectedComponents, topologicalSort } from "@groundwork/graph";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawnGraph, isCycle, reachability } from "./arbitrary-graph.ts";

const runs = { seed: 3, numRuns: 500 };

describe("findCycle and topologicalSort", () => {
  it("return a cycle made of edges exactly when some node reaches itself, else an order with every arc forwards", () => {
    fc.assert(
      fc.property(drawnGraph(), (drawn) => {
        const graph = buildGraph(drawn.nodeCount, drawn.edges);
        const cyclic = reachability(drawn).some((row, node) => row[node]);
        const found = findCycle(graph);
        const { order, cycle } = topologicalSort(graph);
        expect(found !== undefined).toBe(cyclic);
        expect(cycle !== undefined).toBe(cyclic);
        expect(order === undefined).toBe(cyclic);
        if (cyclic) {
          expect(isCycle(found!, drawn.edges)).toBe(true);
          expect(isCycle(cycle!, drawn.edges)).toBe(true);
        } else {
          const place = new Map(order!.map((node, i) => [node, i]));
          expect(place.size).toBe(drawn.nodeCount);
          expect(drawn.edges.every(([a, b]) => place.get(a)! < place.get(b)!)).toBe(true);
        }
      }),
      runs,
    );
  });

  it("find no cycle in an undirected forest, and in other undirected graphs one that uses no edge twice", () => {
    fc.assert(
      fc.property(drawnGraph(), ({ nodeCount, edges }) => {
        const parent = Array.from({ length: nodeCount }, (_, i) => i);
        const root = (node: number): number => (parent[node] === node ? node : root(parent[node]!));
        let forest = true;
        for (const [a, b] of edges) {
          if (root(a) === root(b)) forest = false;
          parent[root(a)] = root(b);
        }
        const cycle = findCycle(buildGraph(nodeCount, edges, { directed: false }));
        expect(cycle === undefined).toBe(forest);
        if (!cycle) return;
        // Hand out edges to the steps of the cycle, each once.
        const left = [...edges];
        for (const [i, node] of cycle.entries()) {
          const next = cycle[(i + 1) % cycle.length]!;
          const at = left.findIndex(([a, b]) => (a === node && b === next) || (b === node && a === next));
          expect(at).toBeGreaterThanOrEqual(0);
          left.splice(at, 1);
        }
      }),
      runs,
    );
  });

  it("give an undirected edge as a cycle of its ends when asked for an order", () => {
    expect(topologicalSort(buildGraph(3, [[1, 2]], { directed: false })).cycle).toEqual([1, 2]);
  });

  it("leave out the nodes that lead to the cycle or follow from it", () => {
    //  0 → 1 → 2 → 3 → 4
    //          ↑___|
    const graph = buildGraph(5, [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 2],
      [3, 4],
    ]);
    expect(findCycle(graph)).toEqual([2, 3]);
    expect(topologicalSort(graph).cycle).toEqual([2, 3]);
  });

  it("accept a graph without nodes", () => {
    expect(findCycle(buildGraph(0, []))).toBeUndefined();
    expect(topologicalSort(buildGraph(0, []))).toEqual({ order: [], cycle: undefined });
    expect(stronglyConnectedComponents(buildGraph(0, [])).count).toBe(0);
  });
});

describe("stronglyConnectedComponents", () => {
  it("joins two nodes exactly when each reaches the other, numbers upwards along arcs, lists each node once", () => {
    fc.assert(
      fc.property(drawnGraph(), (drawn) => {
        const reach = reachability(drawn);
        const { count, componentOf, offsets, nodes } = stronglyConnectedComponents(
          buildGraph(drawn.nodeCount, drawn.edges),
        );
        for (let a = 0; a < drawn.nodeCount; a++)
          for (let b = 0; b < drawn.nodeCount; b++)
            expect(componentOf[a] === componentOf[b]).toBe(a === b || (reach[a]![b]! && reach[b]![a]!));
        for (const [a, b] of drawn.edges) expect(componentOf[a]!).toBeLessThanOrEqual(componentOf[b]!);
        expect([...nodes].sort((a, b) => a - b)).toEqual(Array.from({ length: drawn.nodeCount }, (_, i) => i));
        expect(offsets.length).toBe(count + 1);
        for (let i = 0; i < count; i++) {
          const members = nodes.subarray(offsets[i], offsets[i + 1]);
          expect(members.length).toBeGreaterThan(0);
          for (const node of members) expect(componentOf[node]).toBe(i);
        }
      }),
      runs,
    );
  });
});
