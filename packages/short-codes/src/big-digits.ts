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
  if (level === leafLevel) return leaf(value);
  const power = bigPower(--level);
  const top = value / power;
  return bigDigits(top, leafLevel, leaf) + bigDigits(value - top * power, leafLevel, leaf).padStart(8 << level, "0");
}
