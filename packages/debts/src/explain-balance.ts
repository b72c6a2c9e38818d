import { type Amount, inKind } from "./amount.ts";
import { type KindOf, type LedgerEntry, readLedger } from "./ledger.ts";

/** What one entry of the ledger did to one person's balance. */
export interface BalanceStep<E extends LedgerEntry<Amount>> {
  readonly entry: E;
  /** Money that the person gave: for the expense, or as a payment. */
  readonly paid: KindOf<E>;
  /** What the person had of it: a share of the expense, or a payment received. */
  readonly owes: KindOf<E>;
  /** The balance after this entry; the last one is the person's balance. */
  readonly balance: KindOf<E>;
}

/**
 * Why a person's balance is what it is: the entries that they are part of, in order, with the balance after each.
 *
 * @example
 * const lunch = { paidBy: "ann", shares: [["ann", 500], ["ben", 500]] };
 * const back = { from: "ben", to: "ann", amount: 200 };
 * explainBalance([lunch, back], "ben");
 * // => [
 * //   { entry: lunch, paid: 0, owes: 500, balance: -500 },
 * //   { entry: back, paid: 200, owes: 0, balance: -300 },
 * // ]
 */
export function explainBalance<E extends LedgerEntry<Amount>>(entries: Iterable<E>, person: string): BalanceStep<E>[] {
  const steps: BalanceStep<E>[] = [];
  let balance = 0n;
  for (const [entry, { paid, owes, like }] of readLedger<Amount, E>(entries)) {
    if (!paid.has(person) && !owes.has(person)) continue;
    const gave = paid.get(person) ?? 0n;
    const had = owes.get(person) ?? 0n;
    balance += gave - had;
    const kind = (amount: bigint): KindOf<E> => inKind(amount, like) as KindOf<E>;
    steps.push({ entry, paid: kind(gave), owes: kind(had), balance: kind(balance) });
  }
  return steps;
}
