import type { Graph } from "@groundwork/graph";
import { fail } from "./fail.ts";

/**
 * Refuses a graph made by hand whose arrays do not fit together: a search would not meet the fault, it would miss a way.
 * O(V + E), which is why a search that reuses its memory does it the first time only.
 */
export function checkRows({ nodeCount, offsets, targets, weights, edgeIds }: Graph): void {
  const arcCount = targets.length;
  const expect = (value: number | undefined, expected: number, name: string) => {
    if (value !== expected) fail(`\`graph.${name}\` to be ${expected}`, value);
  };
  expect(offsets.length, nodeCount + 1, "offsets.length");
  expect(weights.length, arcCount, "weights.length");
  expect(edgeIds.length, arcCount, "edgeIds.length");
  expect(offsets[0], 0, "offsets[0]");
  expect(offsets[nodeCount], arcCount, `offsets[${nodeCount}]`);
  for (let node = 0; node < nodeCount; node++) {
    if (offsets[node]! > offsets[node + 1]!)
      fail(`\`graph.offsets[${node + 1}]\` to be at least ${offsets[node]}`, offsets[node + 1]);
  }
  for (let arc = 0; arc < arcCount; arc++) {
    if (!(targets[arc]! < nodeCount)) fail(`\`graph.targets[${arc}]\` to be a node below ${nodeCount}`, targets[arc]);
  }
}
