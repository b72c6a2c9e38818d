import { type Amount, inKind } from "./amount.ts";
import { apportion, type SplitOptions } from "./apportion.ts";
import { convert, type Rate } from "./convert.ts";
import { CurrencyError } from "./currency-error.ts";
import { type LedgerEntry, readEntry } from "./ledger.ts";

/**
 * An expense or a payment in another currency: the total is converted, then allocated among payers and shares in
 * proportion, so that both still sum exactly to it.
 *
 * Other properties are kept. Who gets the odd minor unit: `options`, as in the splits.
 *
 * @throws CurrencyError when the entry's currency is not the rate's `from`.
 * @example
 * const taxi = { paidBy: "ann", shares: [["ann", 500], ["ben", 500]], currency: "EUR" };
 * convertEntry(taxi, { from: "EUR", to: "USD", rate: "1.0833" }).shares; // => new Map([["ann", 542], ["ben", 541]])
 */
export function convertEntry<E extends LedgerEntry<Amount>>(entry: E, rate: Rate, options: SplitOptions = {}): E {
  if (entry.currency !== rate.from) throw new CurrencyError(rate.from, entry.currency);
  const { paid, owes, like } = readEntry<Amount>(entry);
  let total = 0n;
  for (const amount of owes.values()) total += amount;
  const converted = convert(inKind(total, like), rate);
  if ("from" in entry) return { ...entry, amount: converted, currency: rate.to };
  const allocate = (parts: ReadonlyMap<string, bigint>): Map<string, Amount> =>
    total === 0n
      ? new Map(Array.from(parts, ([id, part]) => [id, convert(inKind(part, like), rate)]))
      : apportion(
          converted,
          Array.from(parts, ([id, part]) => [id, total < 0n ? -part : part]),
          options,
        );
  return {
    ...entry,
    ...(entry.amount === undefined ? {} : { amount: converted }),
    paidBy: typeof entry.paidBy === "string" ? entry.paidBy : allocate(paid),
    shares: allocate(owes),
    currency: rate.to,
  };
}
