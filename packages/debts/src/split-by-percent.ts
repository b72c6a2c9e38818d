import type { Amount, Entries, SameKind } from "./amount.ts";
import { apportion, type SplitOptions } from "./apportion.ts";
import { SplitError } from "./split-error.ts";
import { readWeights, type Weight } from "./weights.ts";

/**
 * Splits `total` by percentages, which must sum to exactly 100; 33.34 and "33.34" are read as that decimal.
 *
 * @throws SplitError with code `"percent"` when they sum to something else.
 * @example
 * splitByPercent(999, [["ann", "66.67"], ["ben", 33.33]]); // => new Map([["ann", 666], ["ben", 333]])
 * splitByPercent(999, [["ann", 50], ["ben", 49.5]]); // throws SplitError
 */
export function splitByPercent<A extends Amount>(
  total: A,
  percents: Entries<Weight>,
  options: SplitOptions = {},
): Map<string, SameKind<A>> {
  const { weights, scale } = readWeights(percents, "percents");
  let sum = 0n;
  for (const [, weight] of weights) sum += weight;
  const missing = 100n * scale - sum;
  if (missing !== 0n) {
    throw new SplitError("percent", "percentages", 100, Number(sum) / Number(scale), Number(missing) / Number(scale));
  }
  return apportion(total, weights, options);
}
