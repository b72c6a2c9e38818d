import { fingerprint } from "./fingerprint.ts";
import type { Hierarchy } from "./hierarchy.ts";

/** "GWCH" and the version of the layout. */
export const MAGIC = 0x48435747;
export const VERSION = 1;
export const HEADER_WORDS = 8;
/** The print covers all bytes, with 0 in its own place. */
export const PRINT_WORD = 6;

/**
 * A hierarchy as bytes, to be stored or shipped: 12 bytes an arc (16 where weights are not whole) and 8 a node.
 *
 * Eight little-endian words (magic, version, nodes, arcs, bytes a weight, print of the graph, print of all, 0),
 * then the weights, ranks, offsets, heads and vias as they stand in memory.
 *
 * @example
 * const hierarchy = contract(buildGraph(2, [[0, 1, 4]]));
 * parseHierarchy(serializeHierarchy(hierarchy)); // => hierarchy
 */
export function serializeHierarchy({
  nodeCount,
  ranks,
  offsets,
  heads,
  weights,
  vias,
  graphPrint,
}: Hierarchy): Uint8Array {
  const columns = [weights, ranks, offsets, heads, vias];
  const length = columns.reduce((total, column) => total + column.byteLength, HEADER_WORDS * 4);
  const bytes = new Uint8Array(length);
  const header = Uint32Array.of(MAGIC, VERSION, nodeCount, heads.length, weights.BYTES_PER_ELEMENT, graphPrint, 0, 0);
  header[PRINT_WORD] = fingerprint([header, ...columns]);
  bytes.set(new Uint8Array(header.buffer));
  let at = HEADER_WORDS * 4;
  for (const { buffer, byteOffset, byteLength } of columns) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return bytes;
}
