import {
  type Item,
  splitByPercent,
  splitByShares,
  splitEqually,
  splitExactly,
  splitItems,
  splitWithAdjustments,
} from "@groundwork/debts";

/** How an expense is shared, as plain data; amounts in minor units, percentages and shares as decimals. */
export type Split =
  | { readonly kind: "equal"; readonly participants: readonly string[] }
  | { readonly kind: "exact"; readonly amounts: readonly (readonly [string, number])[] }
  | { readonly kind: "percent"; readonly percents: readonly (readonly [string, string])[] }
  | { readonly kind: "shares"; readonly shares: readonly (readonly [string, string])[] }
  | { readonly kind: "adjustments"; readonly adjustments: readonly (readonly [string, number])[] }
  | {
      readonly kind: "items";
      readonly items: readonly Item<number>[];
      readonly tax?: number | undefined;
      readonly tip?: number | undefined;
    };

/**
 * What each person owes of `amount`; `key` is the identity of the expense, which sends the odd cent round.
 *
 * @throws SplitError or RangeError of the split, when it does not add up.
 */
export function sharesOf(amount: number, split: Split, key?: string): Map<string, number> {
  switch (split.kind) {
    case "equal":
      return splitEqually(amount, split.participants, { key });
    case "exact":
      return splitExactly(amount, split.amounts);
    case "percent":
      return splitByPercent(amount, split.percents, { key });
    case "shares":
      return splitByShares(amount, split.shares, { key });
    case "adjustments":
      return splitWithAdjustments(
        amount,
        split.adjustments.map(([id, plus]) => [id, { plus }]),
        { key },
      );
    case "items":
      return splitItems(amount, split.items, { key, tax: split.tax, tip: split.tip });
  }
}
