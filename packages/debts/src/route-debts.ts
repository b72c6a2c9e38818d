import { smaller } from "./amount.ts";
import { type Budget, portion } from "./budget.ts";
import type { Arc } from "./collapse-cycles.ts";
import { partition } from "./partition.ts";

/**
 * Amounts along the fewest of the given debts that leave every balance as it is, with nobody paying more in total than
 * they owed.
 *
 * Branch and bound: a flow along few debts is found, and one of its debts is either kept for good or forbidden. Debts
 * kept join people into parts, and parts that do not sum to 0 need further transfers, as in an unrestricted settlement.
 */
export function routeDebts(debts: readonly Arc[], budget: Budget): { flow: bigint[]; lowerBound: number } {
  const index = new Map<string, number>();
  for (const { from, to } of debts) for (const id of [from, to]) if (!index.has(id)) index.set(id, index.size);
  const from = debts.map((debt) => index.get(debt.from)!);
  const to = debts.map((debt) => index.get(debt.to)!);
  const n = index.size;
  const balance = new Array<bigint>(n).fill(0n);
  const mayPay = new Array<bigint>(n).fill(0n);
  debts.forEach(({ amount }, i) => {
    mayPay[from[i]!]! += amount;
    balance[from[i]!]! -= amount;
    balance[to[i]!]! += amount;
  });

  const shut = new Uint8Array(debts.length);
  const kept = new Uint8Array(debts.length);
  let best = debts.map(({ amount }) => amount);
  let fewest = debts.length;

  /** How many debts every plan needs that uses all the kept ones. */
  const needed = (): number => {
    const part = Array.from(balance, (_, v) => v);
    let count = 0;
    for (let i = 0; i < debts.length; i++) {
      if (!kept[i]) continue;
      count++;
      const [a, b] = [part[from[i]!]!, part[to[i]!]!];
      for (let v = 0; v < n; v++) if (part[v] === a) part[v] = b;
    }
    const sums = new Array<bigint>(n).fill(0n);
    part.forEach((p, v) => {
      sums[p]! += balance[v]!;
    });
    const open = sums.filter((sum) => sum !== 0n);
    if (open.length === 0) return count;
    return (
      count + open.length - (open.length > 64 ? open.length >> 1 : partition(open, portion(budget, 20_000)).atMost)
    );
  };

  const search = (): boolean => {
    if (!budget.spend(debts.length)) return false;
    if (needed() >= fewest) return true;
    let flow = flowAlong(from, to, balance, mayPay, shut);
    if (flow === undefined) return true;
    // Leave out what the flow can do without, smallest amounts first.
    const trial = Uint8Array.from(flow, (amount) => Number(amount === 0n));
    const order = debts.map((_, i) => i).filter((i) => flow![i]! > 0n && !kept[i]);
    const amounts = flow;
    order.sort((a, b) => (amounts[a]! < amounts[b]! ? -1 : amounts[a]! > amounts[b]! ? 1 : a - b));
    for (const i of order) {
      trial[i] = 1;
      const fewer = flowAlong(from, to, balance, mayPay, trial);
      if (fewer) flow = fewer;
      else trial[i] = 0;
    }
    const used = flow.filter((amount) => amount > 0n).length;
    if (used < fewest) {
      fewest = used;
      best = flow;
    }
    const next = order.findLast((i) => flow![i]! > 0n);
    if (next === undefined) return true;
    kept[next] = 1;
    if (!search()) return false;
    kept[next] = 0;
    shut[next] = 1;
    if (!search()) return false;
    shut[next] = 0;
    return true;
  };
  const atLeast = needed();
  return { lowerBound: search() ? fewest : Math.min(fewest, atLeast), flow: best };
}

/** A flow along the debts that are not shut with the given balances and totals paid, if there is one; shortest paths first. */
function flowAlong(
  from: readonly number[],
  to: readonly number[],
  balance: readonly bigint[],
  mayPay: readonly bigint[],
  shut: Uint8Array,
): bigint[] | undefined {
  const n = balance.length;
  const flow = new Array<bigint>(from.length).fill(0n);
  const left = [...balance];
  const room = [...mayPay];
  // Person v is two nodes: v where money arrives and n + v where it leaves, with `room` between them.
  for (let debtor = 0; debtor < n; debtor++) {
    while (left[debtor]! < 0n) {
      const cameFrom = new Map<number, readonly [number, number]>([[debtor, [-1, -1]]]);
      let end = -1;
      for (const at of cameFrom.keys()) {
        if (at < n && left[at]! > 0n) {
          end = at;
          break;
        }
        const step = (node: number, arc: number): void => {
          if (!cameFrom.has(node)) cameFrom.set(node, [at, arc]);
        };
        const v = at < n ? at : at - n;
        if (at < n && room[v]! > 0n) step(n + v, -1);
        if (at >= n && room[v]! < mayPay[v]!) step(v, -1);
        for (let i = 0; i < from.length; i++) {
          if (at >= n && from[i] === v && !shut[i]) step(to[i]!, i);
          if (at < n && to[i] === v && flow[i]! > 0n) step(n + from[i]!, i);
        }
      }
      if (end < 0) return undefined;
      const path: (readonly [number, number, number])[] = [];
      for (let node = end; node !== debtor; node = cameFrom.get(node)![0]) path.push([...cameFrom.get(node)!, node]);
      let amount = smaller(left[end]!, -left[debtor]!);
      for (const [at, arc] of path) {
        if (arc >= 0 && at < n) amount = smaller(amount, flow[arc]!);
        else if (arc < 0) amount = smaller(amount, at < n ? room[at]! : mayPay[at - n]! - room[at - n]!);
      }
      for (const [at, arc] of path) {
        if (arc >= 0) flow[arc]! += at < n ? -amount : amount;
        else if (at < n) room[at]! -= amount;
        else room[at - n]! += amount;
      }
      left[end]! -= amount;
      left[debtor]! += amount;
    }
  }
  return flow;
}
