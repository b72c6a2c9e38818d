import { type Amount, type Entries, exact, inKind } from "./amount.ts";
import { CurrencyError } from "./currency-error.ts";
import { SplitError } from "./split-error.ts";

/** Something bought for several people. Extra properties, such as a title, are welcome and ignored. */
export interface Expense<A extends Amount> {
  readonly id?: string | undefined;
  /** Checked against what was paid and what the shares sum to, when given. */
  readonly amount?: A | undefined;
  /** Who paid: one id, or several with what each paid. */
  readonly paidBy: string | Entries<A>;
  /** What each person owes of it, as a split returns it. */
  readonly shares: Entries<A>;
  /** Entries of different currencies are refused, never summed. */
  readonly currency?: string | undefined;
}

/** Money that passed from one person to another. */
export interface Payment<A extends Amount> {
  readonly id?: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly amount: A;
  readonly currency?: string | undefined;
}

/** One line of a group's ledger. */
export type LedgerEntry<A extends Amount> = Expense<A> | Payment<A>;

/** The kind of an entry's amounts. */
export type KindOf<E> = E extends LedgerEntry<number> ? number : E extends LedgerEntry<bigint> ? bigint : Amount;

/** What one entry does to each person: `paid` money out, `owes` share of it. */
export interface Effect<A extends Amount> {
  readonly paid: Map<string, bigint>;
  readonly owes: Map<string, bigint>;
  /** An amount of the ledger, for its kind. */
  readonly like: A;
}

/** Reads entries one by one, checking sums, kinds and that all are of one currency. */
export function* readLedger<A extends Amount, E extends LedgerEntry<A>>(
  entries: Iterable<E>,
): Generator<[E, Effect<A>]> {
  let first: E | undefined;
  let like: A | undefined;
  for (const entry of entries) {
    first ??= entry;
    if (entry.currency !== first.currency) throw new CurrencyError(first.currency, entry.currency);
    const effect = readEntry(entry, like);
    like = effect.like;
    yield [entry, effect];
  }
}

/** Reads one entry, checking that its amounts are of the kind of `like`, and that they add up. */
export function readEntry<A extends Amount>(entry: LedgerEntry<A>, like?: A): Effect<A> {
  let kind = like;
  const sumUp = (amounts: Entries<A>): [Map<string, bigint>, bigint] => {
    const map = new Map<string, bigint>();
    let sum = 0n;
    for (const [id, amount] of amounts) {
      kind ??= amount;
      const value = exact(amount, `the amount of ${JSON.stringify(id)}`, kind);
      map.set(id, (map.get(id) ?? 0n) + value);
      sum += value;
    }
    return [map, sum];
  };
  if ("from" in entry) {
    const [paid] = sumUp([[entry.from, entry.amount]]);
    const [owes] = sumUp([[entry.to, entry.amount]]);
    return { paid, owes, like: kind! };
  }
  const [owes, shared] = sumUp(entry.shares);
  if (owes.size === 0) throw new RangeError("Expected `shares` to name at least one person, got none.");
  const total = entry.amount === undefined ? shared : exact(entry.amount, "`amount`", kind!);
  mustEqual("shares", total, shared, kind!);
  if (typeof entry.paidBy === "string") return { paid: new Map([[entry.paidBy, total]]), owes, like: kind! };
  const [paid, given] = sumUp(entry.paidBy);
  mustEqual("payers", total, given, kind!);
  return { paid, owes, like: kind! };
}

function mustEqual<A extends Amount>(code: "shares" | "payers", expected: bigint, got: bigint, like: A): void {
  if (got === expected) return;
  const what = code === "shares" ? "the shares of an expense" : "what was paid for an expense";
  throw new SplitError(code, what, inKind(expected, like), inKind(got, like), inKind(expected - got, like));
}
