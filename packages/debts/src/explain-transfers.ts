import { type Amount, exact, inKind } from "./amount.ts";
import { type KindOf, type LedgerEntry, readLedger } from "./ledger.ts";
import type { Transfer } from "./pairwise-debts.ts";

/** A part of a transfer and the entry that it belongs to. */
export interface TransferPart<E extends LedgerEntry<Amount>> {
  readonly entry: E;
  readonly amount: KindOf<E>;
}

/** A transfer with the entries behind it; the amounts on each side sum to the transfer's. */
export interface ExplainedTransfer<E extends LedgerEntry<Amount>> extends Transfer<KindOf<E>> {
  /** The entries in which the debtor came to owe this money. */
  readonly settles: TransferPart<E>[];
  /** The entries in which the creditor laid it out. */
  readonly repays: TransferPart<E>[];
}

/**
 * Says which expenses each transfer settles for the debtor, and which it repays to the creditor.
 *
 * What a person owes is set off against what they are owed, oldest first; what stays open, oldest first, is what their
 * transfers settle. The transfers may be any that settle the ledger's balances, or part of them.
 *
 * @throws RangeError when transfers exceed what the debtor owes, or what the creditor is owed.
 * @example
 * const hotel = { paidBy: "ann", shares: [["ann", 500], ["ben", 500]] };
 * const taxi = { paidBy: "ann", shares: [["ben", 100]] };
 * explainTransfers([hotel, taxi], [{ from: "ben", to: "ann", amount: 550 }])[0].settles;
 * // => [{ entry: hotel, amount: 500 }, { entry: taxi, amount: 50 }]
 */
export function explainTransfers<E extends LedgerEntry<Amount>>(
  entries: Iterable<E>,
  transfers: Iterable<Transfer<KindOf<E>>>,
): ExplainedTransfer<E>[] {
  const open = new Map<string, Open<E>[]>();
  for (const [entry, { paid, owes }] of readLedger<Amount, E>(entries)) {
    for (const id of new Set([...paid.keys(), ...owes.keys()])) {
      const list = open.get(id) ?? [];
      open.set(id, list);
      const left = offset(list, (paid.get(id) ?? 0n) - (owes.get(id) ?? 0n), () => {});
      if (left !== 0n) list.push({ entry, amount: left });
    }
  }
  return Array.from(transfers, ({ from, to, amount }) => {
    const take = (id: string, wanted: bigint): TransferPart<E>[] => {
      const parts: TransferPart<E>[] = [];
      const left = offset(open.get(id) ?? [], wanted, (entry, part) => {
        parts.push({ entry, amount: inKind(part < 0n ? -part : part, amount) as KindOf<E> });
      });
      if (left !== 0n)
        throw new RangeError(`Expected transfers within the balance of ${JSON.stringify(id)}, got ${left} beyond it.`);
      return parts;
    };
    const wanted = exact(amount, "the amount of a transfer");
    return { from, to, amount, settles: take(from, wanted), repays: take(to, -wanted) };
  });
}

interface Open<E> {
  readonly entry: E;
  amount: bigint;
}

/** Sets an amount off against the oldest open ones of the other sign; returns what is left of it. */
function offset<E>(open: Open<E>[], amount: bigint, met: (entry: E, part: bigint) => void): bigint {
  let left = amount;
  for (let first = open[0]; left !== 0n && first && first.amount > 0n !== left > 0n; first = open[0]) {
    // Of two opposite amounts, the part that both have, with the sign of the open one.
    const part = first.amount + left > 0n === first.amount > 0n ? -left : first.amount;
    met(first.entry, part);
    first.amount -= part;
    left += part;
    if (first.amount === 0n) open.shift();
  }
  return left;
}
