import { type Amount, type Entries, exact, inKind, type SameKind } from "./amount.ts";
import { apportion, type SplitOptions } from "./apportion.ts";
import { SplitError } from "./split-error.ts";
import { readWeights, type Weight } from "./weights.ts";

/** One participant: so many shares of the rest (1 unless told), plus a fixed amount (may be negative). */
export interface Adjustment<A extends Amount> {
  readonly shares?: Weight | undefined;
  readonly plus?: A | undefined;
}

/**
 * Takes the fixed amounts off `total` and splits the rest by shares: "Ann pays for herself and Ben, plus 5.00".
 *
 * @throws SplitError with code `"adjustments"` when the fixed amounts exceed the total, or when a negative adjustment
 *   would leave somebody with less than nothing; with refunds (a negative total) the signs are mirrored.
 * @example
 * splitWithAdjustments(3500, [["ann", { shares: 2, plus: 500 }], ["cem", {}]]);
 * // => new Map([["ann", 2500], ["cem", 1000]])
 */
export function splitWithAdjustments<A extends Amount>(
  total: A,
  participants: Entries<Adjustment<SameKind<A>>>,
  options: SplitOptions = {},
): Map<string, SameKind<A>> {
  const people = [...participants];
  const expected = exact(total, "`total`");
  const plus = new Map<string, bigint>();
  let fixed = 0n;
  for (const [id, adjustment] of people) {
    if (plus.has(id)) throw new RangeError(`Expected every participant once, got ${JSON.stringify(id)} twice.`);
    const amount =
      adjustment.plus === undefined ? 0n : exact(adjustment.plus, `\`plus\` of ${JSON.stringify(id)}`, total);
    plus.set(id, amount);
    fixed += amount;
  }
  const rest = expected - fixed;
  const sign = expected < 0n ? -1n : 1n;
  if (rest * sign < 0n)
    throw new SplitError("adjustments", "the adjustments at most", total, inKind(fixed, total), inKind(rest, total));

  const { weights } = readWeights(
    people.map(([id, { shares = 1 }]) => [id, shares]),
    "shares",
  );
  const shares = new Map<string, SameKind<A>>();
  const parts = rest === 0n ? undefined : apportion(rest, weights, options);
  for (const [id] of people) {
    const share = plus.get(id)! + (parts?.get(id) ?? 0n);
    if (share * sign < 0n) {
      throw new SplitError(
        "adjustments",
        `the share of ${JSON.stringify(id)} at least`,
        inKind(0n, total),
        inKind(share, total),
        inKind(-share, total),
      );
    }
    shares.set(id, inKind(share, total));
  }
  return shares;
}
