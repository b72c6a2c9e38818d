import {
  SplitError,
  splitByPercent,
  splitByShares,
  splitEqually,
  splitExactly,
  splitItems,
  splitWithAdjustments,
} from "@groundwork/debts";
import { Problem } from "../../platform/problem.ts";

/** How an expense is shared, as it was entered. Members are ids; weights and percentages are decimals as text. */
export type Split =
  | { kind: "equally"; members: string[] }
  | { kind: "exactly"; amounts: { memberId: string; amount: number }[] }
  | { kind: "percent"; percents: { memberId: string; percent: string }[] }
  | { kind: "shares"; shares: { memberId: string; shares: string }[] }
  | { kind: "adjustments"; adjustments: { memberId: string; shares?: string; plus?: number }[] }
  | {
      kind: "items";
      items: { description?: string; amount: number; sharedBy: string[] }[];
      tax?: number;
      tip?: number;
    };

/**
 * What each member owes of `total`; the parts sum to it exactly. Odd cents go round by the expense's id, so the same
 * expense always splits the same way.
 *
 * @throws Problem 422 that says what was expected, what it got and the difference.
 */
export function computeShares(id: string, total: number, split: Split): Map<string, number> {
  return orProblem(() => {
    const options = { key: id };
    switch (split.kind) {
      case "equally":
        return splitEqually(total, split.members, options);
      case "exactly":
        return splitExactly(
          total,
          split.amounts.map(({ memberId, amount }) => [memberId, amount] as const),
        );
      case "percent":
        return splitByPercent(
          total,
          split.percents.map(({ memberId, percent }) => [memberId, percent] as const),
          options,
        );
      case "shares":
        return splitByShares(
          total,
          split.shares.map(({ memberId, shares }) => [memberId, shares] as const),
          options,
        );
      case "adjustments":
        return splitWithAdjustments(
          total,
          split.adjustments.map(({ memberId, ...adjustment }) => [memberId, adjustment] as const),
          options,
        );
      case "items":
        return splitItems(total, split.items, { tax: split.tax, tip: split.tip, ...options });
    }
  });
}

/** What each payer put in, which must sum to `total` too. */
export function computePayers(total: number, payers: { memberId: string; amount: number }[]): Map<string, number> {
  return orProblem(() =>
    splitExactly(
      total,
      payers.map(({ memberId, amount }) => [memberId, amount] as const),
    ),
  );
}

function orProblem<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof SplitError) {
      const { expected, got, difference } = error;
      const data = { expected: Number(expected), got: Number(got), difference: Number(difference) };
      throw new Problem(422, "does-not-add-up", error.message, data);
    }
    if (error instanceof RangeError) throw new Problem(422, "invalid-split", error.message);
    throw error;
  }
}
