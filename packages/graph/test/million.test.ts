import {
  ancestors,
  buildGraph,
  createAcyclicGraph,
  descendants,
  findCycle,
  stronglyConnectedComponents,
  topologicalSort,
  transitiveClosure,
  transitiveReduction,
} from "@groundwork/graph";
import { describe, expect, it } from "vitest";

const length = 1_000_000;
// 611,953 has no factor in common with the length: a walk in steps of it meets every node once.
const listings: [string, (i: number) => number][] = [
  ["in order", (i) => i],
  ["backwards", (i) => length - 1 - i],
  ["scattered", (i) => (i * 611_953) % length],
];

describe.each(listings)("a path of a million nodes, numbered %s", (_, nodeAt) => {
  const path = Uint32Array.from({ length }, (_, i) => nodeAt(i));
  const graph = buildGraph(length, { sources: path.subarray(0, -1), targets: path.subarray(1) });

  it("is ordered, and its cycle found once the ends are joined", () => {
    expect(topologicalSort(graph).order).toEqual(Array.from(path));
    expect(findCycle(graph)).toBeUndefined();
    const ring = buildGraph(length, {
      sources: path,
      targets: Uint32Array.from(path, (_, i) => path[(i + 1) % length]!),
    });
    expect(findCycle(ring)?.length).toBe(length);
    expect(topologicalSort(ring).cycle?.length).toBe(length);
    expect(stronglyConnectedComponents(ring).count).toBe(1);
  });

  it("is taken apart and walked", () => {
    const { count, componentOf } = stronglyConnectedComponents(graph);
    expect(count).toBe(length);
    expect(path.every((node, i) => componentOf[node] === i)).toBe(true);
    expect(descendants(graph, path[0]!).length).toBe(length - 1);
    expect(ancestors(graph, path[length - 1]!).length).toBe(length - 1);
    expect(transitiveReduction(graph).targets.length).toBe(length - 1);
  });

  it("grows edge by edge and refuses the edge that would close it", () => {
    const growing = createAcyclicGraph();
    for (let i = 1; i < length; i++) growing.addEdge(path[i - 1]!, path[i]!);
    expect(growing.edgeCount).toBe(length - 1);
    const refused = growing.addEdge(path[length - 1]!, path[0]!);
    expect(refused.added).toBe(false);
    expect(refused.cycle?.length).toBe(length);
  });

  it("is refused by the closure, whose bitsets would take 117 GB", () => {
    expect(() => transitiveClosure(graph)).toThrow("Expected a closure of at most 4 GB, got 117 GB");
  });
});
