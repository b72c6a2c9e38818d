import { type Graph, reverseGraph } from "@groundwork/graph";

/**
 * The graph while it is contracted: for each node a row of neighbours with the cheapest arc to each (`out`) and from
 * each (`into`), `Infinity` where there is none. Rows grow by moving to the end; entries of contracted nodes are swept
 * out once they are the majority.
 */
export interface WorkingGraph {
  readonly begins: Int32Array;
  readonly counts: Int32Array;
  readonly rooms: Int32Array;
  /** How many entries of a row lead to nodes that are not contracted. */
  readonly live: Int32Array;
  readonly contracted: Uint8Array;
  end: number;
  others: Int32Array;
  outs: Float64Array;
  intos: Float64Array;
  outVias: Int32Array;
  intoVias: Int32Array;
}

export function createWorkingGraph(graph: Graph): WorkingGraph {
  const { nodeCount } = graph;
  const capacity = graph.targets.length * 3 + nodeCount;
  const work: WorkingGraph = {
    begins: new Int32Array(nodeCount),
    counts: new Int32Array(nodeCount),
    rooms: new Int32Array(nodeCount),
    live: new Int32Array(nodeCount),
    contracted: new Uint8Array(nodeCount),
    end: 0,
    others: new Int32Array(capacity),
    outs: new Float64Array(capacity),
    intos: new Float64Array(capacity),
    outVias: new Int32Array(capacity),
    intoVias: new Int32Array(capacity),
  };
  const reversed = reverseGraph(graph);
  const entryOf = new Int32Array(nodeCount).fill(-1);
  for (let node = 0; node < nodeCount; node++) {
    const begin = work.end;
    work.begins[node] = begin;
    for (const side of [graph, reversed]) {
      for (let arc = side.offsets[node]!; arc < side.offsets[node + 1]!; arc++) {
        const other = side.targets[arc]!;
        if (other === node) continue;
        let entry = entryOf[other]!;
        if (entry < begin) {
          entry = entryOf[other] = work.end++;
          work.others[entry] = other;
          work.outs[entry] = work.intos[entry] = Number.POSITIVE_INFINITY;
        }
        const weights = side === graph ? work.outs : work.intos;
        const vias = side === graph ? work.outVias : work.intoVias;
        if (side.weights[arc]! < weights[entry]!) {
          weights[entry] = side.weights[arc]!;
          vias[entry] = ~side.edgeIds[arc]!;
        }
      }
    }
    work.counts[node] = work.rooms[node] = work.live[node] = work.end - begin;
  }
  return work;
}

/** Puts a shortcut over `via` from `source` to `target` into both rows, unless something as cheap is there. */
export function addShortcut(work: WorkingGraph, source: number, target: number, weight: number, via: number): void {
  const out = entryFor(work, source, target);
  if (!(weight < work.outs[out]!)) return;
  work.outs[out] = weight;
  work.outVias[out] = via;
  const into = entryFor(work, target, source);
  work.intos[into] = weight;
  work.intoVias[into] = via;
}

function entryFor(work: WorkingGraph, node: number, other: number): number {
  const begin = work.begins[node]!;
  const end = begin + work.counts[node]!;
  for (let entry = begin; entry < end; entry++) if (work.others[entry] === other) return entry;
  if (work.counts[node] === work.rooms[node]) move(work, node);
  const entry = work.begins[node]! + work.counts[node]!++;
  work.live[node]!++;
  work.others[entry] = other;
  work.outs[entry] = work.intos[entry] = Number.POSITIVE_INFINITY;
  return entry;
}

/** Gives a row twice the room, at the end. */
function move(work: WorkingGraph, node: number): void {
  sweep(work, node);
  const begin = work.begins[node]!;
  const count = work.counts[node]!;
  if (count < work.rooms[node]!) return;
  const room = 2 * count + 2;
  if (work.end + room > work.others.length) grow(work, Math.max(work.end + room, work.others.length * 1.5));
  for (const column of [work.others, work.outs, work.intos, work.outVias, work.intoVias]) {
    column.copyWithin(work.end, begin, begin + count);
  }
  work.begins[node] = work.end;
  work.rooms[node] = room;
  work.end += room;
}

function grow(work: WorkingGraph, capacity: number): void {
  const copy = <Column extends Int32Array | Float64Array>(column: Column, larger: Column): Column => {
    larger.set(column);
    return larger;
  };
  work.others = copy(work.others, new Int32Array(capacity));
  work.outs = copy(work.outs, new Float64Array(capacity));
  work.intos = copy(work.intos, new Float64Array(capacity));
  work.outVias = copy(work.outVias, new Int32Array(capacity));
  work.intoVias = copy(work.intoVias, new Int32Array(capacity));
}

/** Drops the entries of contracted nodes from a row. */
export function sweep(work: WorkingGraph, node: number): void {
  const begin = work.begins[node]!;
  const end = begin + work.counts[node]!;
  let kept = begin;
  for (let entry = begin; entry < end; entry++) {
    if (work.contracted[work.others[entry]!] === 1) continue;
    work.others[kept] = work.others[entry]!;
    work.outs[kept] = work.outs[entry]!;
    work.intos[kept] = work.intos[entry]!;
    work.outVias[kept] = work.outVias[entry]!;
    work.intoVias[kept] = work.intoVias[entry]!;
    kept++;
  }
  work.counts[node] = kept - begin;
}

/** Marks a node as contracted: its own row stays as it is, its neighbours' rows lose it. */
export function remove(work: WorkingGraph, node: number): void {
  sweep(work, node);
  work.contracted[node] = 1;
  const end = work.begins[node]! + work.counts[node]!;
  for (let entry = work.begins[node]!; entry < end; entry++) {
    const other = work.others[entry]!;
    const live = --work.live[other]!;
    if (work.counts[other]! > live * 2 + 4) sweep(work, other);
  }
}
