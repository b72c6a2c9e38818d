import { buildGraph, type EdgeTuple, graphOf, reverseGraph } from "@groundwork/graph";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawnGraph } from "./arbitrary-graph.ts";

function arcs(graph: ReturnType<typeof buildGraph>): number[][] {
  const list: number[][] = [];
  for (let node = 0; node < graph.nodeCount; node++)
    for (let arc = graph.offsets[node]!; arc < graph.offsets[node + 1]!; arc++)
      list.push([node, graph.targets[arc]!, graph.weights[arc]!, graph.edgeIds[arc]!]);
  return list;
}

describe("buildGraph", () => {
  it("keeps parallel edges, loops, isolated nodes and the input's order within a node", () => {
    const graph = buildGraph(4, [
      [2, 0, 5],
      [0, 1],
      [2, 2, 0],
      [2, 0, 3],
    ]);
    expect(arcs(graph)).toEqual([
      [0, 1, 1, 1],
      [2, 0, 5, 0],
      [2, 2, 0, 2],
      [2, 0, 3, 3],
    ]);
  });

  it("makes an undirected edge two arcs with one id, and a loop one arc", () => {
    const graph = buildGraph(
      2,
      [
        [0, 1, 4],
        [1, 1],
      ],
      { directed: false },
    );
    expect(arcs(graph)).toEqual([
      [0, 1, 4, 0],
      [1, 0, 4, 0],
      [1, 1, 1, 1],
    ]);
  });

  it("builds the same from columns, from tuples and from a generator", () => {
    fc.assert(
      fc.property(drawnGraph(), fc.boolean(), ({ nodeCount, edges }, directed) => {
        const weights = edges.map((_, i) => i * 0.5 - 1);
        const tuples = edges.map(([a, b], i): EdgeTuple => [a, b, weights[i]!]);
        const byTuple = buildGraph(nodeCount, tuples, { directed });
        const sources = Uint32Array.from(edges, ([a]) => a);
        const targets = edges.map(([, b]) => b);
        expect(buildGraph(nodeCount, { sources, targets, weights }, { directed })).toEqual(byTuple);
        expect(buildGraph(nodeCount, new Set(tuples).values(), { directed })).toEqual(byTuple);
        const expected = tuples.flatMap(([a, b, w], id) =>
          directed || a === b
            ? [[a, b, w, id]]
            : [
                [a, b, w, id],
                [b, a, w, id],
              ],
        );
        const key = (arc: (number | undefined)[]) => arc.join();
        expect(arcs(byTuple).map(key).sort()).toEqual(expected.map(key).sort());
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it.each([
    [() => buildGraph(-1, []), /`nodeCount`.*got -1/],
    [() => buildGraph(1.5, []), /`nodeCount`.*got 1.5/],
    [
      () =>
        buildGraph(2, [
          [0, 1],
          [0, 2],
        ]),
      /`edges\[1\]\.target`.*from 0 to 1, got 2/,
    ],
    [() => buildGraph(2, [[-1, 1]]), /`edges\[0\]\.source`.*got -1/],
    [() => buildGraph(2, [[0.5, 1]]), /`edges\[0\]\.source`.*got 0.5/],
    [() => buildGraph(2, [[0, 1, Number.NaN]]), /`edges\[0\]`.*finite number, got NaN/],
    [() => buildGraph(2, [[0, 1, Number.POSITIVE_INFINITY]]), /finite number, got Infinity/],
    [() => buildGraph(2, { sources: [0, 1], targets: [1] }), /`targets` and `weights` to have 2 entries/],
    [() => buildGraph(2, { sources: [0], targets: [1], weights: [1, 2] }), /to have 1 entries/],
  ])("names the bad argument: %s", (build, message) => {
    expect(build).toThrow(RangeError);
    expect(build).toThrow(message);
  });
});

describe("graphOf", () => {
  it("takes ids of any kind, `__proto__` and objects among them", () => {
    const key = { any: "object" };
    const edges: { from: unknown; to: unknown }[] = [
      { from: "__proto__", to: "constructor" },
      { from: 1, to: "1" },
      { from: key, to: "__proto__" },
    ];
    const { graph, ids, indexOf, edges: kept } = graphOf(edges, { source: (e) => e.from, target: (e) => e.to });
    expect(ids).toEqual(["__proto__", "constructor", 1, "1", key]);
    expect(indexOf("__proto__")).toBe(0);
    expect(indexOf(1)).toBe(2);
    expect(indexOf("1")).toBe(3);
    expect(indexOf({ any: "object" })).toBeUndefined();
    expect(indexOf("toString")).toBeUndefined();
    expect(kept[graph.edgeIds[graph.offsets[4]!]!]).toBe(edges[2]);
  });

  it("numbers the given nodes first, so that isolated ones exist", () => {
    const { graph, ids } = graphOf([["b", "c", 2]] as const, {
      source: ([from]) => from as string,
      target: ([, to]) => to as string,
      weight: ([, , weight]) => weight,
      directed: false,
      nodes: ["a", "c"],
    });
    expect(ids).toEqual(["a", "c", "b"]);
    expect(arcs(graph)).toEqual([
      [1, 2, 2, 0],
      [2, 1, 2, 0],
    ]);
  });
});

describe("reverseGraph", () => {
  it("turns every arc round and leaves weight and id on it; twice is the same arcs", () => {
    fc.assert(
      fc.property(drawnGraph(), fc.boolean(), ({ nodeCount, edges }, directed) => {
        const graph = buildGraph(
          nodeCount,
          edges.map(([a, b], i): EdgeTuple => [a, b, i]),
          { directed },
        );
        const turned = arcs(graph)
          .map(([a, b, w, id]) => [b, a, w, id].join())
          .sort();
        expect(
          arcs(reverseGraph(graph))
            .map((arc) => arc.join())
            .sort(),
        ).toEqual(turned);
        const again = arcs(reverseGraph(reverseGraph(graph))).map((arc) => arc.join());
        expect(again.sort()).toEqual(
          arcs(graph)
            .map((arc) => arc.join())
            .sort(),
        );
      }),
      { seed: 2, numRuns: 150 },
    );
  });
});
