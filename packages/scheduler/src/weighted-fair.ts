import { checkFinite, checkFinitePositive } from "./check.ts";
import { binaryHeap } from "./heap.ts";
import type { Policy } from "./policy.ts";
import type { RankedTask } from "./task.ts";

/** State of {@link weightedFair} and {@link roundRobin}. Tenants are written with a colon before, so that any string is safe as a key. */
export interface FairState {
  /** Virtual time: the start tag of the latest task dispatched. */
  virtualTime: number;
  /** Finish tag of each tenant's latest task, for tenants whose tag lies beyond the virtual time. */
  finish: Record<string, number>;
  /** How many tenants `finish` holds, and at how many to look for those that can be forgotten. */
  tenants: number;
  pruneAt: number;
}

/** Options of {@link weightedFair}. */
export interface WeightedFairOptions {
  /** Shares by tenant; a task's own `weight` comes first, and 1 last. */
  weights?: Readonly<Record<string, number>>;
}

/**
 * Shares the workers between tenants in proportion to their weights, whatever the length of their lines.
 *
 * Start-time fair queueing (Goyal, Vin and Cheng, SIGCOMM 1996): a task starts where its tenant's last one finishes, or
 * at the virtual time when that is later, so an idle tenant saves up no credit. Each task is charged its `cost` (1 when
 * absent) over the weight. While two tenants both have work waiting, what they were served, over their weights, differs
 * by at most one largest task of each. Remembers one number per tenant with work beyond the virtual time.
 *
 * @throws RangeError on enqueue when a cost is negative or a weight is not positive.
 * @example
 * const queue = createQueue({ policy: weightedFair() });
 * for (const data of ["a1", "a2", "a3"]) queue.enqueue({ data, tenant: "a" });
 * queue.enqueue({ data: "b1", tenant: "b" });
 * [1, 2, 3, 4].map(() => queue.dequeue()?.task.data); // => ["a1", "b1", "a2", "a3"]
 */
export function weightedFair(options: WeightedFairOptions = {}): Policy<FairState> {
  const weights = new Map(Object.entries(options.weights ?? {}));
  return startTimeFair("weighted-fair", (task) => {
    const { tenant = "", cost = 1, weight = weights.get(tenant) ?? 1 } = task;
    checkFinite("cost", cost);
    checkFinitePositive("weight", weight);
    return Math.min(Math.max(0, cost - (task.ranMs ?? 0)), task.sliceMs ?? Infinity) / weight;
  });
}

/** Start-time fair queueing with any charge for a task. */
export function startTimeFair(name: string, charge: (task: RankedTask) => number): Policy<FairState> {
  return {
    name,
    heap: binaryHeap,
    init: () => ({ virtualTime: 0, finish: {}, tenants: 0, pruneAt: 64 }),
    onEnqueue(task, _now, state) {
      const tenant = `:${task.tenant ?? ""}`;
      const known = state.finish[tenant];
      const start = Math.max(known ?? 0, state.virtualTime);
      const finish = start + charge(task);
      if (known === undefined && ++state.tenants > state.pruneAt) prune(state);
      state.finish[tenant] = finish;
      return start;
    },
    onDispatch(_task, rank, _now, state) {
      state.virtualTime = Math.max(state.virtualTime, rank);
    },
  };
}

// A tag at or behind the virtual time says nothing: the tenant would start at the virtual time anyway. Looking for them
// only when the number of tenants has doubled keeps the cost of an enqueue constant on average.
function prune(state: FairState): void {
  for (const [tenant, finish] of Object.entries(state.finish)) {
    if (finish <= state.virtualTime) delete state.finish[tenant];
  }
  state.tenants = Object.keys(state.finish).length + 1;
  state.pruneAt = Math.max(64, state.tenants * 2);
}
