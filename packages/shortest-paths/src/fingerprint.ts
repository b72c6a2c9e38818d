import type { Graph } from "@groundwork/graph";

/** A 32-bit hash of arrays; any change to a single word changes it. */
export function fingerprint(arrays: readonly ArrayBufferView[]): number {
  let hash = 0x811c9dc5;
  for (const { buffer, byteOffset, byteLength } of arrays) {
    const words = new Int32Array(buffer, byteOffset, byteLength >>> 2);
    for (let i = 0; i < words.length; i++) {
      hash = Math.imul(hash ^ words[i]!, 0x01000193);
      hash ^= hash >>> 15;
    }
  }
  return hash >>> 0;
}

export function graphPrint({ offsets, targets, weights, edgeIds }: Graph): number {
  return fingerprint([offsets, targets, weights, edgeIds]);
}
