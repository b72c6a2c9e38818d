import { type Amount, inKind, type SameKind } from "./amount.ts";
import { type LedgerEntry, readLedger } from "./ledger.ts";

/**
 * What each person is owed (above 0) or owes (below 0) after all expenses and payments; the balances sum to 0.
 *
 * Everybody who appears is in the result, in order of appearance, with 0 when even.
 *
 * @throws SplitError when the shares or the payers of an expense do not sum to its amount.
 * @throws CurrencyError when entries name different currencies.
 * @example
 * netBalances([
 *   { paidBy: "ann", shares: [["ann", 500], ["ben", 500]] },
 *   { from: "ben", to: "ann", amount: 200 },
 * ]); // => new Map([["ann", 300], ["ben", -300]])
 */
export function netBalances(entries: Iterable<LedgerEntry<number>>): Map<string, number>;
export function netBalances(entries: Iterable<LedgerEntry<bigint>>): Map<string, bigint>;
export function netBalances<A extends Amount>(entries: Iterable<LedgerEntry<A>>): Map<string, SameKind<A>>;
export function netBalances<A extends Amount>(entries: Iterable<LedgerEntry<A>>): Map<string, SameKind<A>> {
  const sums = new Map<string, bigint>();
  let kind: A | undefined;
  for (const [, effect] of readLedger<A, LedgerEntry<A>>(entries)) {
    kind = effect.like;
    for (const [id, amount] of effect.paid) sums.set(id, (sums.get(id) ?? 0n) + amount);
    for (const [id, amount] of effect.owes) sums.set(id, (sums.get(id) ?? 0n) - amount);
  }
  return new Map(Array.from(sums, ([id, sum]) => [id, inKind(sum, kind!)]));
}
