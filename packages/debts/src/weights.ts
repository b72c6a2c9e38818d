import type { Entries } from "./amount.ts";

/** A weight or a percentage: an integer, a decimal string, or a number read as the decimal that it prints as. */
export type Weight = number | bigint | string;

/** Reads decimals exactly: all of them as integers over one power of ten, `scale`. */
export function readWeights(entries: Entries<Weight>, name: string): { weights: [string, bigint][]; scale: bigint } {
  const read: [string, string, string][] = [];
  let places = 0;
  for (const [id, weight] of entries) {
    const match = /^(\d+)(?:\.(\d+))?$/.exec(String(weight));
    if (match === null) {
      throw new RangeError(`Expected \`${name}\` of ${JSON.stringify(id)} to be a decimal ≥ 0, got ${String(weight)}.`);
    }
    const decimals = match[2] ?? "";
    places = Math.max(places, decimals.length);
    read.push([id, match[1]!, decimals]);
  }
  return {
    weights: read.map(([id, whole, decimals]) => [id, BigInt(whole + decimals.padEnd(places, "0"))]),
    scale: 10n ** BigInt(places),
  };
}
