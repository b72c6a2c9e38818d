import { type Amount, exact, inKind, type SameKind } from "./amount.ts";
import { apportion, type SplitOptions } from "./apportion.ts";
import { SplitError } from "./split-error.ts";
import { readWeights, type Weight } from "./weights.ts";

/** One line of a bill and who shared it: ids for equal parts, or entries of shares. A discount is negative. */
export interface Item<A extends Amount> {
  readonly amount: A;
  readonly sharedBy: Iterable<string | readonly [string, Weight]>;
}

/** Tax and tip on top of the items, spread in proportion to what each person had. */
export interface SplitItemsOptions<A extends Amount> extends SplitOptions {
  readonly tax?: A | undefined;
  readonly tip?: A | undefined;
}

/**
 * Splits an itemised bill: each item among those who shared it, tax and tip in proportion to the items.
 *
 * Everything is computed as fractions and rounded once at the end, so every share is less than one minor unit from
 * its exact value and the shares sum exactly to `total`.
 *
 * @throws SplitError with code `"items"` when items, tax and tip do not sum to `total`.
 * @example
 * const bill = [
 *   { amount: 1200, sharedBy: ["ann"] },
 *   { amount: 1800, sharedBy: ["ann", "ben"] },
 * ];
 * splitItems(3300, bill, { tip: 300 }); // => new Map([["ann", 2310], ["ben", 990]])
 */
export function splitItems<A extends Amount>(
  total: A,
  items: Iterable<Item<SameKind<A>>>,
  { tax, tip, ...options }: SplitItemsOptions<SameKind<A>> = {},
): Map<string, SameKind<A>> {
  // What each had, as fractions over one common denominator that grows as items are read.
  const had = new Map<string, bigint>();
  let denominator = 1n;
  let subtotal = 0n;
  for (const { amount, sharedBy } of items) {
    const price = exact(amount, "the amount of an item", total);
    subtotal += price;
    const { weights } = readWeights(
      Array.from(sharedBy, (person): readonly [string, Weight] => (typeof person === "string" ? [person, 1] : person)),
      "sharedBy",
    );
    let sum = 0n;
    for (const [, weight] of weights) sum += weight;
    if (sum === 0n) throw new RangeError(`Expected \`sharedBy\` to name who shared the item of ${amount}, got nobody.`);
    const scale = sum / greatestCommonDivisor(sum, denominator);
    if (scale !== 1n) for (const [id, part] of had) had.set(id, part * scale);
    denominator *= scale;
    for (const [id, weight] of weights) had.set(id, (had.get(id) ?? 0n) + (price * weight * denominator) / sum);
  }

  const extra =
    (tax === undefined ? 0n : exact(tax, "`tax`", total)) + (tip === undefined ? 0n : exact(tip, "`tip`", total));
  const expected = exact(total, "`total`");
  const sum = subtotal + extra;
  if (sum !== expected) {
    throw new SplitError("items", "items, tax and tip", total, inKind(sum, total), inKind(expected - sum, total));
  }
  if (subtotal === 0n)
    throw new RangeError("Expected items that sum to more than 0, got 0: there is nothing to be in proportion to.");
  return apportion(
    total,
    Array.from(had, ([id, part]) => [id, subtotal < 0n ? -part : part]),
    options,
  );
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
