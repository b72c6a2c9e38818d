import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { buildGraph, type Graph } from "@groundwork/graph";

export interface Roads {
  readonly name: string;
  readonly graph: Graph;
  /** x and y of each node, where the source has them. */
  readonly coordinates: Float64Array | undefined;
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Float64Array;
}

function roads(
  name: string,
  nodeCount: number,
  edges: [number[], number[], number[]],
  coordinates?: Float64Array,
): Roads {
  const [sources, targets, weights] = [
    Uint32Array.from(edges[0]),
    Uint32Array.from(edges[1]),
    Float64Array.from(edges[2]),
  ];
  const graph = buildGraph(nodeCount, { sources, targets, weights }, { directed: false });
  return { name, graph, coordinates, sources, targets, weights };
}

/** A DIMACS `.gr.gz` whose arcs come in pairs: each pair is read as one undirected edge. */
export function readDimacs(path: string): Roads {
  const text = gunzipSync(readFileSync(path)).toString("latin1");
  let nodeCount = 0;
  const edges: [number[], number[], number[]] = [[], [], []];
  for (const line of text.split("\n")) {
    const [kind, a, b, c] = line.split(" ");
    if (kind === "p") nodeCount = Number(b);
    if (kind !== "a" || Number(a) > Number(b)) continue;
    edges[0].push(Number(a) - 1);
    edges[1].push(Number(b) - 1);
    edges[2].push(Number(c));
  }
  return roads("New York", nodeCount, edges);
}

/** `<prefix>.co.bin` and `<prefix>.gr.bin`: 32-bit x, y per node and from, to per edge (from 1); weights are lengths. */
export function readBinary(name: string, prefix: string): Roads {
  const words = (path: string) => {
    const bytes = readFileSync(path);
    return new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  };
  const coordinates = Float64Array.from(words(`${prefix}.co.bin`));
  const ends = words(`${prefix}.gr.bin`);
  const edges: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < ends.length; i += 2) {
    const a = ends[i]! - 1;
    const b = ends[i + 1]! - 1;
    edges[0].push(a);
    edges[1].push(b);
    edges[2].push(
      Math.hypot(coordinates[2 * a]! - coordinates[2 * b]!, coordinates[2 * a + 1]! - coordinates[2 * b + 1]!),
    );
  }
  return roads(name, coordinates.length / 2, edges, coordinates);
}

export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Streets on a jittered grid with every fifth left out and every tenth a straight, cheap avenue. */
export function generate(side: number, seed: number): Roads {
  const next = random(seed);
  const coordinates = Float64Array.from({ length: side * side * 2 }, (_, i) => {
    const node = i >> 1;
    return Math.round(((i & 1 ? Math.floor(node / side) : node % side) + next() * 0.6) * 100);
  });
  const edges: [number[], number[], number[]] = [[], [], []];
  const join = (a: number, b: number) => {
    if (next() < 0.2) return;
    edges[0].push(a);
    edges[1].push(b);
    edges[2].push(
      Math.ceil(
        Math.hypot(coordinates[2 * a]! - coordinates[2 * b]!, coordinates[2 * a + 1]! - coordinates[2 * b + 1]!),
      ),
    );
  };
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const node = row * side + column;
      if (column + 1 < side) join(node, node + 1);
      if (row + 1 < side) join(node, node + side);
    }
  return roads(`generated ${side} × ${side}`, side * side, edges, coordinates);
}
