/** A 128-bit key in four words, and the second key that is made of it. */
export interface ChaskeyKey {
  readonly words: Int32Array;
  readonly doubled: Int32Array;
}

/** Doubles the key in GF(2^128), as Chaskey does for a message that fills its block. */
export function chaskeyKey(bytes: Uint8Array): ChaskeyKey {
  const words = new Int32Array(4);
  for (let i = 0; i < 16; i++) words[i >> 2]! |= bytes[i]! << ((i & 3) * 8);
  const [a, b, c, d] = words as unknown as [number, number, number, number];
  const doubled = Int32Array.of(
    (a << 1) ^ (d < 0 ? 0x87 : 0),
    (b << 1) | (a >>> 31),
    (c << 1) | (b >>> 31),
    (d << 1) | (c >>> 31),
  );
  return { words, doubled };
}

/**
 * The Chaskey-12 tag of one block of four words, in part: its first 32 bits and 21 more, as one integer below 2^53.
 * Mouha and others, "Chaskey: an efficient MAC algorithm for 32-bit microcontrollers" (SAC 2014); ISO/IEC 29192-6.
 */
export function chaskeyTag({ words, doubled }: ChaskeyKey, m0: number, m1: number, m2: number, m3: number): number {
  let a = m0 ^ words[0]! ^ doubled[0]!;
  let b = m1 ^ words[1]! ^ doubled[1]!;
  let c = m2 ^ words[2]! ^ doubled[2]!;
  let d = m3 ^ words[3]! ^ doubled[3]!;
  for (let round = 0; round < 12; round++) {
    a = (a + b) | 0;
    b = ((b << 5) | (b >>> 27)) ^ a;
    a = (a << 16) | (a >>> 16);
    c = (c + d) | 0;
    d = ((d << 8) | (d >>> 24)) ^ c;
    a = (a + d) | 0;
    d = ((d << 13) | (d >>> 19)) ^ a;
    c = (c + b) | 0;
    b = ((b << 7) | (b >>> 25)) ^ c;
    c = (c << 16) | (c >>> 16);
  }
  return ((a ^ doubled[0]!) >>> 0) * 2_097_152 + ((b ^ doubled[1]!) >>> 11);
}
