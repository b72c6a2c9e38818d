/**
 * Sizes and capacities as integers, so that sums are exact: everything times the power of ten that leaves no fraction;
 * then each capacity is lowered to the largest sum of sizes that it holds.
 *
 * @throws RangeError on a size with more than six decimals, or sums past 2^53 − 1.
 */
export function toIntegers(
  sizes: readonly number[],
  capacities: readonly number[],
): { sizes: number[]; capacities: number[] } {
  let scale = 1;
  for (const size of sizes) {
    while (Math.abs(Math.round(size * scale) / scale - size) > 1e-12 * size) scale *= 10;
    if (scale > 1e6) throw new RangeError(`Expected sizes with at most six decimals, got ${size}; round them.`);
  }
  const whole = sizes.map((size) => Math.round(size * scale));
  const total = whole.reduce((a, b) => a + b, 0);
  if (!Number.isSafeInteger(total))
    throw new RangeError(`Expected sizes that add up to at most 2^53 − 1, got ${total / scale}.`);
  const limits = capacities.map((capacity) => Math.min(total, Math.floor(capacity * scale + 1e-6)));
  const highest = Math.max(0, ...limits);
  if (highest > 100_000) return { sizes: whole, capacities: limits };
  const mask = (1n << BigInt(highest + 1)) - 1n;
  let sums = 1n;
  for (const size of whole) {
    if (size <= highest) sums |= (sums << BigInt(size)) & mask;
  }
  const bits = sums.toString(2);
  const reachable = (limit: number): number => {
    // The character for a sum stands that far from the end.
    const at = bits.indexOf("1", Math.max(0, bits.length - 1 - limit));
    return bits.length - 1 - at;
  };
  return { sizes: whole, capacities: limits.map(reachable) };
}
