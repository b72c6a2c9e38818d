import { type Amount, exact, inKind, type SameKind, smaller } from "./amount.ts";
import { byDebtor, type Transfer } from "./pairwise-debts.ts";

/**
 * Cancels debts that run in circles: ann owes ben, ben owes cem, cem owes ann.
 *
 * What remains has no cycle, every balance is as before, and no debt has grown: nobody owes anybody new. Debts of the
 * same pair are summed first. Ordered by debtor, then creditor. O(V E) time.
 *
 * @throws RangeError when an amount is not above 0, or somebody owes themselves.
 * @example
 * collapseCycles([
 *   { from: "ann", to: "ben", amount: 10 },
 *   { from: "ben", to: "cem", amount: 8 },
 *   { from: "cem", to: "ann", amount: 5 },
 * ]); // => [{ from: "ann", to: "ben", amount: 5 }, { from: "ben", to: "cem", amount: 3 }]
 */
export function collapseCycles<A extends Amount>(debts: Iterable<Transfer<A>>): Transfer<SameKind<A>>[] {
  const { arcs, like } = readDebts(debts);
  cancelCycles(arcs);
  return arcs.filter((arc) => arc.amount > 0n).map((arc) => ({ ...arc, amount: inKind(arc.amount, like!) }));
}

/** One debt while it is worked on. */
export interface Arc {
  readonly from: string;
  readonly to: string;
  amount: bigint;
}

/** Checks debts and sums those of the same ordered pair; ordered by debtor, then creditor. */
export function readDebts<A extends Amount>(debts: Iterable<Transfer<A>>): { arcs: Arc[]; like: A | undefined } {
  const pairs = new Map<string, Map<string, Arc>>();
  let like: A | undefined;
  for (const { from, to, amount } of debts) {
    like ??= amount;
    const owed = exact(amount, "the amount of a debt", like);
    if (owed <= 0n) throw new RangeError(`Expected the amount of a debt to be above 0, got ${owed}.`);
    if (from === to)
      throw new RangeError(`Expected a debt to be between two people, got ${JSON.stringify(from)} twice.`);
    const row = pairs.get(from) ?? new Map<string, Arc>();
    pairs.set(from, row);
    const arc = row.get(to);
    if (arc) arc.amount += owed;
    else row.set(to, { from, to, amount: owed });
  }
  return { arcs: [...pairs.values()].flatMap((row) => [...row.values()]).sort(byDebtor), like };
}

/** Lowers amounts, some to 0, until no cycle is left: walks along debts and, back on its own path, cancels what circles. */
export function cancelCycles(arcs: readonly Arc[]): void {
  const out = new Map<string, Arc[]>();
  for (const arc of [...arcs].reverse()) {
    const list = out.get(arc.from);
    if (list) list.push(arc);
    else out.set(arc.from, [arc]);
  }
  for (const start of [...out.keys()].reverse()) {
    const path: Arc[] = [];
    const depth = new Map([[start, 0]]);
    for (let at: string | undefined = start; at !== undefined; ) {
      const left: Arc[] = out.get(at) ?? [];
      while (left.length > 0 && left.at(-1)!.amount === 0n) left.pop();
      const arc = left.at(-1);
      if (arc === undefined) {
        // Nothing that leaves here is on a cycle any more.
        depth.delete(at);
        const back = path.pop();
        at = back?.from;
        if (back) out.get(back.from)!.pop();
        continue;
      }
      path.push(arc);
      const met = depth.get(arc.to);
      if (met === undefined) {
        depth.set(arc.to, path.length);
        at = arc.to;
        continue;
      }
      const cycle = path.slice(met);
      const least = cycle.map((link) => link.amount).reduce(smaller);
      for (const link of cycle) link.amount -= least;
      // Step back to where the first debt of the cycle vanished.
      const first = path.findIndex((link) => link.amount === 0n);
      at = path[first]!.from;
      for (const link of path.splice(first)) if (link !== arc) depth.delete(link.to);
    }
  }
}
