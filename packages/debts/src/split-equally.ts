import type { Amount, SameKind } from "./amount.ts";
import { apportion, type SplitOptions } from "./apportion.ts";

/**
 * Splits `total` evenly; the parts sum exactly to it and differ by at most one minor unit.
 *
 * The order of the participants does not matter. Who gets the odd units: see {@link SplitOptions}.
 *
 * @throws RangeError when nobody takes part, somebody is named twice, or `total` is not a safe integer.
 * @example
 * splitEqually(1000, ["ann", "ben", "cem"]); // => new Map([["ann", 334], ["ben", 333], ["cem", 333]])
 * splitEqually(1000n, ["ann", "ben"]); // => new Map([["ann", 500n], ["ben", 500n]])
 */
export function splitEqually<A extends Amount>(
  total: A,
  participants: Iterable<string>,
  options: SplitOptions = {},
): Map<string, SameKind<A>> {
  return apportion(
    total,
    Array.from(participants, (id) => [id, 1n]),
    options,
  );
}
