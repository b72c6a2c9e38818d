import { fail } from "./fail.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Hierarchy } from "./hierarchy.ts";
import { HEADER_WORDS, MAGIC, PRINT_WORD, VERSION } from "./serialize-hierarchy.ts";

/**
 * Reads the bytes of `serializeHierarchy`; nothing is copied where the bytes begin at a multiple of 8.
 *
 * @throws RangeError naming what is wrong with bytes that are foreign, truncated, of another version or changed.
 */
export function parseHierarchy(bytes: Uint8Array | ArrayBuffer): Hierarchy {
  const given = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
  const { buffer, byteOffset: start, byteLength } = given.byteOffset % 8 === 0 ? given : given.slice();
  if (byteLength < HEADER_WORDS * 4)
    fail(`\`bytes\` to hold at least a header of ${HEADER_WORDS * 4} bytes`, byteLength);
  const header = new Uint32Array(buffer.slice(start, start + HEADER_WORDS * 4));
  if (header[0] !== MAGIC) fail("`bytes` to begin as a serialised hierarchy does", `0x${header[0]!.toString(16)}`);
  if (header[1] !== VERSION) fail(`\`bytes\` to be of version ${VERSION}`, header[1]);
  const nodeCount = header[2]!;
  const arcCount = header[3]!;
  const weightBytes = header[4] === 4 ? 4 : 8;
  const length = HEADER_WORDS * 4 + arcCount * (8 + weightBytes) + nodeCount * 8 + 4;
  if (byteLength !== length) fail(`\`bytes\` to be ${length} long, as the header says`, byteLength);
  const ranksAt = start + HEADER_WORDS * 4 + arcCount * weightBytes;
  const offsetsAt = ranksAt + nodeCount * 4;
  const headsAt = offsetsAt + nodeCount * 4 + 4;
  const Weights = weightBytes === 4 ? Uint32Array : Float64Array;
  const hierarchy: Hierarchy = {
    nodeCount,
    ranks: new Uint32Array(buffer, ranksAt, nodeCount),
    offsets: new Uint32Array(buffer, offsetsAt, nodeCount + 1),
    heads: new Uint32Array(buffer, headsAt, arcCount),
    weights: new Weights(buffer as ArrayBuffer, start + HEADER_WORDS * 4, arcCount),
    vias: new Int32Array(buffer, headsAt + arcCount * 4, arcCount),
    graphPrint: header[5]!,
  };
  const { ranks, offsets, heads, weights, vias } = hierarchy;
  const expected = header[PRINT_WORD]!;
  header[PRINT_WORD] = 0;
  const print = fingerprint([header, weights, ranks, offsets, heads, vias]);
  if (print !== expected) fail(`the print of \`bytes\` to be ${expected} (they were changed)`, print);
  return hierarchy;
}
