import { type Amount, type Entries, exact, inKind, type SameKind, smaller } from "./amount.ts";
import { type Budget, createBudget, portion, type SearchLimits, type Stopped } from "./budget.ts";
import { hash } from "./hash.ts";
import { byDebtor, type Transfer } from "./pairwise-debts.ts";
import { partition } from "./partition.ts";
import { partitionBySubsets } from "./partition-subsets.ts";
import { SplitError } from "./split-error.ts";

/** Limits and progress of {@link settle}. */
export type SettleOptions = SearchLimits;

/** A plan of transfers that leaves everybody at zero. */
export interface Settlement<A extends Amount> {
  /** Ordered by debtor, then creditor. Only people who owe pay, and only people who are owed receive. */
  readonly transfers: Transfer<A>[];
  /** Whether no plan with fewer transfers exists; `true` only when this was proven. */
  readonly optimal: boolean;
  /** No plan has fewer transfers than this. */
  readonly lowerBound: number;
  /** What ended the search before its proof was complete. */
  readonly stopped?: Stopped;
}

interface Person {
  readonly id: string;
  readonly position: number;
  readonly balance: bigint;
}

/**
 * The plan with the fewest transfers that settles all balances, and whether that is proven.
 *
 * The fewest transfers are the people with a balance less the most groups of them that sum to 0 (Verhoeff, 2004;
 * NP-hard). Exact pairs are cancelled, then groups are packed in growing size; up to 24 people are always proven within
 * the default limits. A limit that is met leaves the best plan found with `optimal` and `lowerBound` as far as proven.
 * More than 64 people are settled in parts, and then `optimal` is rarely `true`.
 *
 * The order of the balances does not matter. Among equally short plans the choice is canonical where the search for
 * them ends in time, so that paying one transfer leaves the others as they are.
 *
 * @param balances - above 0 is owed money, below 0 owes it, as `netBalances` returns them; they sum to 0.
 * @throws SplitError with code `"balances"` when they do not sum to 0.
 * @example
 * settle([["ann", 30], ["ben", -10], ["cem", -20]]);
 * // => {
 * //   transfers: [{ from: "ben", to: "ann", amount: 10 }, { from: "cem", to: "ann", amount: 20 }],
 * //   optimal: true,
 * //   lowerBound: 2,
 * // }
 */
export function settle<A extends Amount>(balances: Entries<A>, options: SettleOptions = {}): Settlement<SameKind<A>> {
  const people: Person[] = [];
  const seen = new Set<string>();
  let like: A | undefined;
  let sum = 0n;
  for (const [id, amount] of balances) {
    if (seen.has(id)) throw new RangeError(`Expected every person once, got ${JSON.stringify(id)} twice.`);
    seen.add(id);
    like ??= amount;
    const balance = exact(amount, `the balance of ${JSON.stringify(id)}`, like);
    sum += balance;
    if (balance !== 0n) people.push({ id, position: hash(id) >>> 12, balance });
  }
  if (like !== undefined && sum !== 0n) {
    throw new SplitError(
      "balances",
      "the sum of the balances",
      inKind(0n, like),
      inKind(sum, like),
      inKind(-sum, like),
    );
  }
  people.sort(byPosition);

  const budget = createBudget(options);
  const { groups, atMost } = group(people, budget);
  const lowerBound = people.length - atMost;
  const transfers = groups
    .flatMap(pay)
    .map(({ from, to, amount }) => ({ from: from.id, to: to.id, amount: inKind(amount, like!) }));
  transfers.sort(byDebtor);
  const optimal = transfers.length === lowerBound;
  return {
    transfers,
    optimal,
    lowerBound,
    ...(optimal || budget.stopped === undefined ? {} : { stopped: budget.stopped }),
  };
}

/** The most groups found, and a ceiling on how many there can be. */
function group(people: readonly Person[], budget: Budget): { groups: Person[][]; atMost: number } {
  const groups: Person[][] = [];
  let rest = cancelPairs(people, groups);
  const pairs = groups.length;
  let atMost = pairs + Math.floor(rest.length / 3);
  let complete = true;
  if (rest.length > 64) {
    complete = false;
    rest = takeSmallGroups(rest, groups, budget);
  }
  if (rest.length > 64) groups.push(rest);
  else if (rest.length > 0) {
    const values = rest.map((person) => person.balance);
    const members = rest;
    let found = partition(values, rest.length > 24 ? budget : portion(budget, 100_000));
    if (!found.complete && rest.length <= 24) {
      const best = partitionBySubsets(values, budget);
      if (best) found = { groups: best, atMost: best.length, complete: true };
    }
    groups.push(...found.groups.map((group) => group.map((i) => members[i]!)));
    if (complete) atMost = pairs + found.atMost;
    complete &&= found.complete;
  }
  return {
    groups: complete && people.length <= 64 && groups.length > 1 ? canonical(people, groups, budget) : groups,
    atMost,
  };
}

/** Takes out pairs of opposite balances, which never costs a group: the rest of two groups that lose one each sums to 0. */
function cancelPairs(people: readonly Person[], groups: Person[][]): Person[] {
  const waiting = new Map<bigint, Person[]>();
  for (const person of people) {
    const opposite = waiting.get(-person.balance);
    if (opposite?.length) groups.push([opposite.shift()!, person]);
    else waiting.set(person.balance, [...(waiting.get(person.balance) ?? []), person]);
  }
  return [...waiting.values()].flat();
}

/** Finds groups among 63 people at a time, with everybody else as the 64th, until no more than 64 are left or none is found. */
function takeSmallGroups(people: readonly Person[], groups: Person[][], budget: Budget): Person[] {
  let rest = [...people];
  for (let idle = 0; rest.length > 64 && idle < rest.length; ) {
    const window = rest.slice(0, 63);
    const values = window.map((person) => person.balance);
    values.push(-values.reduce((a, b) => a + b));
    let kept: Person[] = [];
    for (const group of partition(values, portion(budget, 200_000)).groups) {
      if (group.includes(63)) kept = group.flatMap((i) => window[i] ?? []);
      else groups.push(group.map((i) => window[i]!));
    }
    idle = kept.length < 63 ? 0 : idle + 63;
    rest = [...rest.slice(63), ...kept];
  }
  return rest;
}

/**
 * The one of all partitions into as many groups whose transfers are cheapest, when money costs its amount times the
 * squared distance of two positions. {@link pay} is the cheapest plan of a group (the cost is Monge), so this partition
 * less one transfer is the cheapest again for the balances after it was paid. Where there are too many partitions to
 * look at, the one given.
 */
function canonical(people: readonly Person[], groups: Person[][], budget: Budget): Person[][] {
  let best = groups;
  let least = Infinity;
  const consider = (candidate: Person[][]): void => {
    let cost = 0;
    for (const { from, to, amount } of candidate.flatMap(pay))
      cost += Number(amount) * (from.position - to.position) ** 2;
    if (cost < least) {
      least = cost;
      best = candidate;
    }
  };
  const { complete } = partition(
    people.map((person) => person.balance),
    portion(budget, 200_000),
    groups.length,
    (found) => consider(found.map((group) => group.map((i) => people[i]!))),
  );
  return complete ? best : groups;
}

/** The transfers of a group: debtors and creditors each in order of position, every debtor paying the first not yet paid. */
function pay(group: readonly Person[]): { from: Person; to: Person; amount: bigint }[] {
  const ordered = [...group].sort(byPosition);
  const transfers: { from: Person; to: Person; amount: bigint }[] = [];
  const creditors = ordered.filter((person) => person.balance > 0n);
  let next = 0;
  let wants = creditors[0]!.balance;
  for (const from of ordered) {
    for (let left = -from.balance; left > 0n; ) {
      const amount = smaller(left, wants);
      transfers.push({ from, to: creditors[next]!, amount });
      left -= amount;
      wants -= amount;
      if (wants === 0n) wants = creditors[++next]?.balance ?? 0n;
    }
  }
  return transfers;
}

function byPosition(a: Person, b: Person): number {
  return a.position - b.position || (a.id < b.id ? -1 : 1);
}
