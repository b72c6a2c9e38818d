import fc from "fast-check";

export interface Drawn {
  readonly nodeCount: number;
  readonly edges: [number, number][];
}

/** Small directed graphs with loops, parallel edges and isolated nodes; with `acyclic`, edges run upwards under a hidden order. */
export function drawnGraph(options: { acyclic?: boolean; maxNodes?: number } = {}): fc.Arbitrary<Drawn> {
  const { acyclic = false, maxNodes = 9 } = options;
  return fc.integer({ min: 1, max: maxNodes }).chain((nodeCount) => {
    const node = fc.nat(nodeCount - 1);
    const place = fc.shuffledSubarray(
      Array.from({ length: nodeCount }, (_, i) => i),
      { minLength: nodeCount },
    );
    return fc.tuple(place, fc.array(fc.tuple(node, node), { maxLength: nodeCount * 2 })).map(([places, pairs]) => ({
      nodeCount,
      edges: acyclic
        ? pairs
            .filter(([a, b]) => a !== b)
            .map(([a, b]): [number, number] => (places[a]! < places[b]! ? [a, b] : [b, a]))
        : pairs,
    }));
  });
}

/** Warshall's closure, the slow model: reach[a][b] = a path of at least one arc. */
export function reachability({ nodeCount, edges }: Drawn): boolean[][] {
  const reach = Array.from({ length: nodeCount }, () => new Array<boolean>(nodeCount).fill(false));
  for (const [a, b] of edges) reach[a]![b] = true;
  for (let k = 0; k < nodeCount; k++)
    for (let a = 0; a < nodeCount; a++)
      for (let b = 0; b < nodeCount; b++) reach[a]![b] ||= reach[a]![k]! && reach[k]![b]!;
  return reach;
}

/** Whether `cycle` walks along edges of the list, returns to its start and repeats no node. */
export function isCycle(cycle: readonly number[], edges: readonly (readonly [number, number])[]): boolean {
  return (
    cycle.length > 0 &&
    new Set(cycle).size === cycle.length &&
    cycle.every((node, i) => edges.some(([a, b]) => a === node && b === cycle[(i + 1) % cycle.length]))
  );
}
