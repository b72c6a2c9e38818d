import type { Amount, Entries, SameKind } from "./amount.ts";
import { apportion, type SplitOptions } from "./apportion.ts";
import { readWeights, type Weight } from "./weights.ts";

/**
 * Splits `total` in proportion to shares, such as nights stayed: 2, "0.5", 1.25.
 *
 * Every part is less than one minor unit from its exact value. A share of 0 pays nothing, not even an odd cent.
 *
 * @throws RangeError when a share is negative or not a decimal, or none is above 0.
 * @example
 * splitByShares(1000, [["ann", 2], ["ben", 1]]); // => new Map([["ann", 667], ["ben", 333]])
 */
export function splitByShares<A extends Amount>(
  total: A,
  shares: Entries<Weight>,
  options: SplitOptions = {},
): Map<string, SameKind<A>> {
  return apportion(total, readWeights(shares, "shares").weights, options);
}
