/** 62^8 and its powers 2, 4, 8 …, as far as they were needed. */
const powers = [218_340_105_584_896n];

/** 62^(8 · 2^level). */
export function bigPower(level: number): bigint {
  for (let i = powers.length; i <= level; i++) powers[i] = powers[i - 1]! ** 2n;
  return powers[level]!;
}

/**
 * The digits of a bigint ≥ 0. It is halved and halved again, so that the cost is that of a few large divisions; what is
 * below 62^(8 · 2^leafLevel) is left to `leaf`.
 */
export function bigDigits(value: bigint, leafLevel: number, leaf: (value: bigint) => string): string {
  let level = leafLevel;
  while (bigPower(level) <= value) level++;
  return split(value, level, leafLevel, leaf);
}

/** The digits of a number below 62^(8 · 2^level). */
function split(value: bigint, level: number, leafLevel: number, leaf: (value: bigint) => string): string {
  if (level-- === leafLevel) return leaf(value);
  const power = powers[level]!;
  if (value < power) return split(value, level, leafLevel, leaf);
  const top = value / power;
  const low = split(value - top * power, level, leafLevel, leaf);
  return split(top, level, leafLevel, leaf) + low.padStart(8 << level, "0");
}
