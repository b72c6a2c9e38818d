import { buildGraph, type Graph } from "@groundwork/graph";
import {
  aStar,
  bidirectionalAStar,
  bidirectionalDijkstra,
  breadthFirstPath,
  contract,
  createHierarchyRouter,
  createSearchSpace,
  dijkstra,
  distancesFrom,
  parseHierarchy,
  serializeHierarchy,
} from "@groundwork/shortest-paths";
import { describe, expect, it } from "vitest";

// 0 → 1 → 2
const graph = buildGraph(3, [
  [0, 1, 4],
  [1, 2, 3],
]);
const spoilt = (change: Partial<Graph>): Graph => ({ ...graph, ...change });

describe("a caller's mistake", () => {
  it.each([
    [() => dijkstra(graph, 3, 0), "Expected `source` to be a node from 0 to 2, got 3."],
    [() => dijkstra(graph, 0, -1), "Expected `target` to be a node from 0 to 2, got -1."],
    [() => aStar(graph, 0, 0.5, { heuristic: () => 0 }), "`target`"],
    [() => bidirectionalDijkstra(graph, 0, 9), "Expected `target` to be a node from 0 to 2, got 9."],
    [() => breadthFirstPath(graph, Number.NaN, 0), "Expected `source` to be a node from 0 to 2, got NaN."],
    [() => distancesFrom(graph, 7), "`source`"],
    [() => createHierarchyRouter(contract(graph)).distance(0, 3), "`target`"],
    [
      () => createHierarchyRouter(contract(graph)).matrix([0, 5], [1]),
      "Expected `sources[1]` to be a node from 0 to 2, got 5.",
    ],
    [() => createHierarchyRouter(contract(graph)).matrix([0], [1, -2]), "`targets[1]`"],
  ])("with a node is named: %s", (call, message) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])(
    "with a weight of %s is named by edge, in searches and in contract",
    (weight) => {
      const bad = spoilt({ weights: Float64Array.of(4, weight) });
      expect(() => dijkstra(bad, 0, 2)).toThrow(/weight of edge 1 to be finite and ≥ 0/);
      expect(() => dijkstra(graph, 0, 2, { weight: () => weight })).toThrow(/edge 0 /);
      expect(() => bidirectionalDijkstra(bad, 0, 2)).toThrow(/edge 1 /);
      expect(() => contract(bad)).toThrow(/weight of edge 1 /);
    },
  );

  describe.each([
    [{ offsets: Uint32Array.of(0, 1, 2) }, "`graph.offsets.length` to be 4, got 3"],
    [{ offsets: Uint32Array.of(1, 1, 2, 2) }, "`graph.offsets[0]` to be 0, got 1"],
    [{ offsets: Uint32Array.of(0, 2, 1, 2) }, "`graph.offsets[2]` to be at least 2, got 1"],
    [{ offsets: Uint32Array.of(0, 1, 2, 3) }, "`graph.offsets[3]` to be 2, got 3"],
    [{ targets: Uint32Array.of(1, 3) }, "`graph.targets[1]` to be a node below 3, got 3"],
    [{ edgeIds: Uint32Array.of(0) }, "`graph.edgeIds.length` to be 2, got 1"],
    [{ weights: Float64Array.of(1) }, "`graph.weights.length` to be 2, got 1"],
  ])("in the arrays of a graph made by hand, %j,", (change, message) => {
    const bad = spoilt(change);
    it.each([
      ["contract", () => contract(bad)],
      ["dijkstra", () => dijkstra(bad, 0, 2)],
      ["dijkstra with a space", () => dijkstra(bad, 0, 2, { space: createSearchSpace(bad) })],
      ["aStar", () => aStar(bad, 0, 2, { heuristic: () => 0 })],
      ["bidirectionalDijkstra", () => bidirectionalDijkstra(bad, 0, 2)],
      ["bidirectionalAStar", () => bidirectionalAStar(bad, 0, 2, { heuristic: () => 0 })],
      ["distancesFrom", () => distancesFrom(bad, 0)],
      ["breadthFirstPath", () => breadthFirstPath(bad, 0, 2)],
      [
        "createHierarchyRouter",
        () => createHierarchyRouter(contract(graph), bad).route(0, 2, { closed: new Set([0]) }),
      ],
    ])("is named by %s", (name, call) => {
      expect(call).toThrow(RangeError);
      if (name !== "createHierarchyRouter") expect(call).toThrow(message);
    });
  });

  it.each([Number.NaN, -1])("with a limit of %s is refused", (limit) => {
    expect(() => distancesFrom(graph, 0, { limit })).toThrow("Expected `limit` to be a distance ≥ 0");
  });

  it("with a heuristic below zero or not a number is named by node", () => {
    expect(() => aStar(graph, 0, 2, { heuristic: () => -1 })).toThrow(
      "Expected `heuristic` to be at least 0 at node 1, got -1.",
    );
    expect(() => aStar(graph, 0, 2, { heuristic: () => Number.NaN })).toThrow(/at node 1, got NaN/);
  });

  it("with another graph's space or hierarchy is refused", () => {
    const other = buildGraph(3, [[0, 1, 4]]);
    expect(() => dijkstra(graph, 0, 1, { space: createSearchSpace(other) })).toThrow("`space`");
    expect(() => createHierarchyRouter(contract(other), graph)).toThrow("`graph` to be the one contracted");
    const router = createHierarchyRouter(contract(graph));
    expect(() => router.route(0, 2, { closed: new Set([0]) })).toThrow("`graph` to be given to createHierarchyRouter");
  });
});

describe("createSearchSpace", () => {
  it("survives a search that throws and a search inside a search", () => {
    const space = createSearchSpace(graph);
    expect(() => dijkstra(graph, 0, 2, { space, weight: () => -1 })).toThrow(RangeError);
    const outer = dijkstra(graph, 0, 2, {
      space,
      weight: (edge) => (dijkstra(graph, 0, 1, { space })?.distance ?? 0) + edge,
    });
    expect(outer?.distance).toBe(9);
    expect(dijkstra(graph, 0, 2, { space })).toEqual(dijkstra(graph, 0, 2));
  });
});

describe("contract", () => {
  it("tells its progress and stops when told", () => {
    const calls: [number, number][] = [];
    expect(contract(graph, { onProgress: (done, total) => void calls.push([done, total]) })).toEqual(contract(graph));
    expect(calls).toEqual([[3, 3]]);
    expect(contract(graph, { onProgress: () => false })).toBeUndefined();
  });

  it("accepts a graph without nodes and without edges", () => {
    expect(contract(buildGraph(0, [])).nodeCount).toBe(0);
    expect(createHierarchyRouter(contract(buildGraph(2, []))).route(0, 1)).toBeUndefined();
    expect(createHierarchyRouter(contract(buildGraph(2, []))).route(1, 1)?.nodes).toEqual([1]);
  });
});

describe("parseHierarchy", () => {
  const bytes = serializeHierarchy(contract(graph));

  it("reads from any place in a buffer", () => {
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(parseHierarchy(shifted.subarray(3))).toEqual(contract(graph));
    expect(parseHierarchy(bytes.slice().buffer)).toEqual(contract(graph));
  });

  it("refuses every truncation, every extension and every change of a single byte", () => {
    for (let length = 0; length < bytes.length; length++)
      expect(() => parseHierarchy(bytes.slice(0, length))).toThrow(RangeError);
    expect(() => parseHierarchy(Uint8Array.of(...bytes, 0))).toThrow(/to be \d+ long/);
    for (let at = 0; at < bytes.length; at++) {
      const changed = bytes.slice();
      changed[at]! ^= 1 << (at % 8);
      expect(() => parseHierarchy(changed), `byte ${at}`).toThrow(RangeError);
    }
  });

  it("says what is wrong with foreign bytes", () => {
    expect(() => parseHierarchy(new Uint8Array(100))).toThrow("to begin as a serialised hierarchy does, got 0x0");
    expect(() => parseHierarchy(new Uint8Array(5))).toThrow("at least a header of 32 bytes, got 5");
  });
});
