import type { Graph } from "./graph.ts";

/** The source of every arc, by position: what sparse rows leave implicit. */
export function arcSources({ nodeCount, offsets, targets }: Graph): Uint32Array {
  const sources = new Uint32Array(targets.length);
  for (let node = 0; node < nodeCount; node++) sources.fill(node, offsets[node]!, offsets[node + 1]!);
  return sources;
}
