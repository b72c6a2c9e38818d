import { numberDigits } from "./base62.ts";

/** 62^8 and its powers 2, 4, 8 …, as far as they were needed. */
const powers = [218_340_105_584_896n];

/** The digits of a bigint ≥ 0. It is halved and halved again, so that the cost is that of a few large divisions. */
export function bigDigits(value: bigint): string {
  let level = 0;
  while (bigPower(level) <= value) level++;
  return split(value, level);
}

/** 62^(8 · 2^level). */
export function bigPower(level: number): bigint {
  for (let i = powers.length; i <= level; i++) powers[i] = powers[i - 1]! ** 2n;
  return powers[level]!;
}

/** The digits of a number below 62^(8 · 2^level). */
function split(value: bigint, level: number): string {
  if (!level--) return numberDigits(Number(value));
  const power = powers[level]!;
  if (value < power) return split(value, level);
  const top = value / power;
  return split(top, level) + split(value - top * power, level).padStart(8 << level, "0");
}
