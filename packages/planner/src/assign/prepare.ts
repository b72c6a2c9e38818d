import { closeInstance, closure, type Edge, hasBit, type Instance, type Terms } from "./instance.ts";
import { toIntegers } from "./integers.ts";

/** A checked problem: `capacities` repeat. */
export interface Assignable {
  readonly sizes: readonly number[];
  readonly edges: readonly Edge[];
  readonly capacities: readonly number[];
  readonly allowed: (item: number, term: number) => boolean;
  readonly horizon: number;
}

/** The problem as the searches want it. */
export interface Prepared {
  readonly instance: Instance;
  readonly terms: (length: number) => Terms;
  readonly groupOf: readonly number[];
}

/** Joins the items that must share a term and makes sizes integers; undefined when items wait for one another. */
export function prepare(problem: Assignable): Prepared | undefined {
  const { edges, allowed, horizon } = problem;
  const { groupOf, groups } = joinCycles(problem.sizes.length, edges);
  const joined: Edge[] = [];
  for (const [source, target, gap] of edges) {
    const [from, to] = [groupOf[source]!, groupOf[target]!];
    if (from !== to) joined.push([from, to, gap]);
    else if (gap === 1) return undefined;
  }
  const whole = toIntegers(problem.sizes, problem.capacities);
  const sizes = Float64Array.from(groups, (group) => group.reduce((sum, item) => sum + whole.sizes[item]!, 0));
  const capacityOf = (term: number): number => whole.capacities[term % whole.capacities.length]!;
  const open = new Uint8Array(groups.length * horizon);
  for (const [at, group] of groups.entries()) {
    for (let term = 0; term < horizon; term++) {
      if (sizes[at]! <= capacityOf(term) && group.every((item) => allowed(item, term))) open[at * horizon + term] = 1;
    }
  }
  const termsOf = (length: number): Terms => {
    const terms = {
      capacities: Float64Array.from({ length }, (_, term) => capacityOf(term)),
      open: new Uint8Array(groups.length * length),
    };
    for (let at = 0; at < groups.length; at++) {
      terms.open.set(open.subarray(at * horizon, at * horizon + length), at * length);
    }
    return terms;
  };
  return { instance: closeInstance(sizes, joined), terms: termsOf, groupOf };
}

/** Items that reach one another, grouped; groups in the order of their first items. */
function joinCycles(count: number, edges: readonly Edge[]): { groupOf: number[]; groups: number[][] } {
  const reach = closure(count, edges);
  const words = (count + 31) >>> 5;
  const groupOf: number[] = [];
  const groups: number[][] = [];
  for (let item = 0; item < count; item++) {
    const group = groups.findIndex(
      ([first]) => hasBit(reach, item * words, first!) && hasBit(reach, first! * words, item),
    );
    groupOf[item] = group < 0 ? groups.push([item]) - 1 : group;
    if (group >= 0) groups[group]!.push(item);
  }
  return { groupOf, groups };
}
