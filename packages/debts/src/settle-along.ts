import { type Amount, inKind, type SameKind, smaller } from "./amount.ts";
import { createBudget, type SearchLimits, type Stopped } from "./budget.ts";
import { type Arc, readDebts } from "./collapse-cycles.ts";
import { byDebtor, type Transfer } from "./pairwise-debts.ts";
import { routeDebts } from "./route-debts.ts";

/** A transfer along an existing debt, and the debts that it stands for. */
export interface ReplacingTransfer<A extends Amount> extends Transfer<A> {
  /** The debts, or parts of them, that this transfer settles; a part that several transfers settle together is listed with each. */
  readonly replaces: Transfer<A>[];
}

/** A plan along existing debts that leaves everybody's balance as the debts did. */
export interface SettlementAlong<A extends Amount> {
  /** Ordered by debtor, then creditor. */
  readonly transfers: ReplacingTransfer<A>[];
  /** Whether no such plan with fewer transfers exists; `true` only when this was proven. */
  readonly optimal: boolean;
  /** No such plan has fewer transfers than this. */
  readonly lowerBound: number;
  /** What ended the search before its proof was complete. */
  readonly stopped?: Stopped;
}

/**
 * The fewest transfers that settle debts when people only pay those whom they owe already.
 *
 * Every transfer is along one of the debts, in its direction; nobody pays more in total than they owed. An amount may be
 * larger than that debt was: what ann owes cem through ben goes straight to cem if she owes cem too. Exact by branch and
 * bound over the debts used, with a maximum flow at each step (NP-hard, so limits apply).
 *
 * @param debts - for example from `pairwiseDebts`; debts of the same pair and direction are summed.
 * @throws RangeError when an amount is not above 0, or somebody owes themselves.
 * @example
 * settleAlong([
 *   { from: "ann", to: "ben", amount: 10 },
 *   { from: "ben", to: "cem", amount: 10 },
 *   { from: "ann", to: "cem", amount: 5 },
 * ]).transfers;
 * // => [{
 * //   from: "ann",
 * //   to: "cem",
 * //   amount: 15,
 * //   replaces: [
 * //     { from: "ann", to: "cem", amount: 5 },
 * //     { from: "ann", to: "ben", amount: 10 },
 * //     { from: "ben", to: "cem", amount: 10 },
 * //   ],
 * // }]
 */
export function settleAlong<A extends Amount>(
  debts: Iterable<Transfer<A>>,
  options: SearchLimits = {},
): SettlementAlong<SameKind<A>> {
  const { arcs, like } = readDebts(debts);
  const budget = createBudget(options);
  const transfers: ReplacingTransfer<SameKind<A>>[] = [];
  let lowerBound = 0;
  for (const part of components(arcs)) {
    const plan = routeDebts(part, budget);
    lowerBound += plan.lowerBound;
    for (const { from, to, amount, replaces } of explain(part, plan.flow)) {
      const kind = (debt: Arc): Transfer<SameKind<A>> => ({
        from: debt.from,
        to: debt.to,
        amount: inKind(debt.amount, like!),
      });
      transfers.push({ from, to, amount: inKind(amount, like!), replaces: replaces.map(kind) });
    }
  }
  transfers.sort(byDebtor);
  const optimal = transfers.length === lowerBound;
  return { transfers, optimal, lowerBound, ...(optimal || !budget.stopped ? {} : { stopped: budget.stopped }) };
}

/** Debts grouped by who is connected with whom at all. */
function components(arcs: readonly Arc[]): Arc[][] {
  const root = new Map<string, string>();
  const find = (id: string): string => {
    let top = id;
    for (let up = root.get(top); up !== undefined && up !== top; up = root.get(top)) top = up;
    root.set(id, top);
    return top;
  };
  for (const { from, to } of arcs) root.set(find(from), find(to));
  const parts = new Map<string, Arc[]>();
  for (const arc of arcs) {
    const part = parts.get(find(arc.from));
    if (part) part.push(arc);
    else parts.set(find(arc.from), [arc]);
  }
  return [...parts.values()];
}

/**
 * Each transfer with its debts: what it keeps of its own debt, and, for what it grew, the debts on the rest of a cycle of
 * differences. Differences of two plans with equal balances are a sum of such cycles.
 */
function explain(debts: readonly Arc[], flow: readonly bigint[]): (Arc & { replaces: Arc[] })[] {
  const plan = debts.map((debt, i) => ({ ...debt, amount: flow[i]!, replaces: [] as Arc[] }));
  // A debt that grew leads from debtor to creditor, one that shrank leads back.
  const change = debts.map((debt, i) => flow[i]! - debt.amount);
  debts.forEach((debt, i) => {
    const kept = change[i]! < 0n ? flow[i]! : debt.amount;
    if (kept > 0n) plan[i]!.replaces.push({ ...debt, amount: kept });
  });
  for (let i = 0; i < debts.length; i++) {
    while (change[i]! > 0n) {
      const cycle = [i, ...(wayBack(debts, change, i, false) ?? wayBack(debts, change, i, true)!)];
      const least = cycle.map((j) => (change[j]! < 0n ? -change[j]! : change[j]!)).reduce(smaller);
      const shrunk = cycle.filter((j) => change[j]! < 0n).map((j) => ({ ...debts[j]!, amount: least }));
      for (const j of cycle) {
        if (change[j]! > 0n) plan[j]!.replaces.push(...shrunk);
        change[j]! += change[j]! > 0n ? -least : least;
      }
    }
  }
  return plan.filter((arc) => arc.amount > 0n);
}

/** From the debtor of a grown debt to its creditor along shrunken debts, and with `joint` back along other grown ones. */
function wayBack(
  debts: readonly Arc[],
  change: readonly bigint[],
  grown: number,
  joint: boolean,
): number[] | undefined {
  const goal = debts[grown]!.to;
  const cameBy = new Map<string, number>([[debts[grown]!.from, -1]]);
  for (const at of cameBy.keys()) {
    for (let j = 0; j < debts.length; j++) {
      const { from, to } = debts[j]!;
      const next =
        change[j]! < 0n && from === at ? to : joint && j !== grown && change[j]! > 0n && to === at ? from : undefined;
      if (next === undefined || cameBy.has(next)) continue;
      cameBy.set(next, j);
    }
  }
  if (!cameBy.has(goal)) return undefined;
  const way: number[] = [];
  for (let at = goal, j = cameBy.get(at)!; j >= 0; j = cameBy.get(at)!) {
    way.unshift(j);
    at = change[j]! < 0n ? debts[j]!.from : debts[j]!.to;
  }
  return way;
}
