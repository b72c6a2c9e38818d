import { type Amount, type Entries, exact, inKind, type SameKind } from "./amount.ts";
import { SplitError } from "./split-error.ts";

/**
 * Checks that amounts entered by hand sum to `total`, and returns them.
 *
 * @throws SplitError with code `"sum"` that says by how much they miss the total.
 * @example
 * splitExactly(1000, [["ann", 600], ["ben", 400]]); // => new Map([["ann", 600], ["ben", 400]])
 */
export function splitExactly<A extends Amount>(total: A, amounts: Entries<SameKind<A>>): Map<string, SameKind<A>> {
  const expected = exact(total, "`total`");
  const shares = new Map<string, SameKind<A>>();
  let sum = 0n;
  for (const [id, amount] of amounts) {
    if (shares.has(id)) throw new RangeError(`Expected every participant once, got ${JSON.stringify(id)} twice.`);
    sum += exact(amount, `the amount of ${JSON.stringify(id)}`, total);
    shares.set(id, amount);
  }
  if (sum !== expected) {
    throw new SplitError("sum", "the amounts", total, inKind(sum, total), inKind(expected - sum, total));
  }
  return shares;
}
