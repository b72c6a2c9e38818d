import { type Amount, inKind, type SameKind } from "./amount.ts";
import { apportion } from "./apportion.ts";
import { type Effect, type LedgerEntry, readLedger } from "./ledger.ts";

/** A debt, or the payment that settles it: `from` owes `to` the amount, which is above 0. */
export interface Transfer<A extends Amount> {
  readonly from: string;
  readonly to: string;
  readonly amount: A;
}

/**
 * Who owes whom, pair by pair, before any simplification: in each expense everybody owes its payers, and what two people
 * owe one another is set off.
 *
 * Several payers are owed in proportion to what each paid. Payments count against the debt of that pair alone. Ordered
 * by debtor, then creditor; summed by person, the debts equal `netBalances`.
 *
 * @example
 * pairwiseDebts([
 *   { paidBy: "ann", shares: [["ann", 300], ["ben", 300]] },
 *   { paidBy: "ben", shares: [["ann", 100], ["cem", 100]] },
 * ]); // => [{ from: "ben", to: "ann", amount: 200 }, { from: "cem", to: "ben", amount: 100 }]
 */
export function pairwiseDebts(entries: Iterable<LedgerEntry<number>>): Transfer<number>[];
export function pairwiseDebts(entries: Iterable<LedgerEntry<bigint>>): Transfer<bigint>[];
export function pairwiseDebts<A extends Amount>(entries: Iterable<LedgerEntry<A>>): Transfer<SameKind<A>>[];
export function pairwiseDebts<A extends Amount>(entries: Iterable<LedgerEntry<A>>): Transfer<SameKind<A>>[] {
  const owed = new Map<string, Map<string, bigint>>();
  let kind: A | undefined;
  for (const [, effect] of readLedger<A, LedgerEntry<A>>(entries)) {
    kind = effect.like;
    for (const { from, to, amount } of debtsOf(effect)) {
      const [low, high, sign] = from < to ? [from, to, 1n] : [to, from, -1n];
      const row = owed.get(low) ?? new Map<string, bigint>();
      owed.set(low, row);
      row.set(high, (row.get(high) ?? 0n) + sign * amount);
    }
  }
  const debts: Transfer<SameKind<A>>[] = [];
  for (const [low, row] of owed) {
    for (const [high, amount] of row) {
      if (amount > 0n) debts.push({ from: low, to: high, amount: inKind(amount, kind!) });
      if (amount < 0n) debts.push({ from: high, to: low, amount: inKind(-amount, kind!) });
    }
  }
  return debts.sort(byDebtor);
}

/** The debts of one entry: each sharer owes the payers in proportion to what is not yet claimed of each, so rows and columns sum exactly. */
function* debtsOf({ paid, owes }: Effect<Amount>): Generator<{ from: string; to: string; amount: bigint }> {
  const open = new Map(paid);
  for (const [from, share] of owes) {
    if (share === 0n) continue;
    const [payer] = open.keys();
    const parts = open.size === 1 ? new Map([[payer!, share]]) : apportion(share, claims(open, share), {});
    for (const [to, amount] of parts) {
      open.set(to, open.get(to)! - amount);
      if (to !== from && amount !== 0n) yield { from, to, amount };
    }
  }
}

function claims(open: ReadonlyMap<string, bigint>, share: bigint): [string, bigint][] {
  return Array.from(open, ([id, amount]) => {
    const weight = share < 0n ? -amount : amount;
    if (weight < 0n)
      throw new RangeError(
        `Expected several payers and the shares to have one sign, got ${amount} paid by ${JSON.stringify(id)}.`,
      );
    return [id, weight];
  });
}

/** Orders transfers by debtor, then creditor. */
export function byDebtor(a: { from: string; to: string }, b: { from: string; to: string }): number {
  return a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : 1;
}
