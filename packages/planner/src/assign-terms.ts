import { createBudget, type SearchLimits, type Stopped } from "./assign/budget.ts";
import { type Fewest, fewestTerms } from "./assign/fewest-terms.ts";
import type { Edge } from "./assign/instance.ts";
import { prepare } from "./assign/prepare.ts";
import { checkNumber } from "./check-number.ts";

/** Items with sizes, to be put into terms. */
export interface AssignTermsProblem {
  /** Finite, ≥ 0, at most six decimals. */
  readonly sizes: readonly number[];
  /** The target comes after the source by at least `gap` terms. Repeated edges are fine. */
  readonly edges: Iterable<readonly [source: number, target: number, gap?: 0 | 1]>;
  /** What a term holds; of several numbers, the terms take one after the other, over and over. */
  readonly capacity: number | readonly number[];
  /** For edges without one: 1 (the default) when the target must be in a later term, 0 when it may share the term. */
  readonly gap?: 0 | 1 | undefined;
  /** Whether an item may be in a term; every item in every term when left out. Asked once for each pair. */
  readonly allowed?: ((item: number, term: number) => boolean) | undefined;
  /** The most terms; when left out, one term for each item and number in `capacity`. */
  readonly horizon?: number | undefined;
}

/** Answer of {@link assignTerms}. */
export interface AssignedTerms {
  /** The items of each term, ascending; undefined when there is no such assignment or a limit came first. */
  readonly terms: number[][] | undefined;
  /** No assignment has fewer terms; Infinity when there is none within the horizon. */
  readonly lowerBound: number;
  /** Whether `terms` has the fewest terms, or there is provably no assignment. */
  readonly proven: boolean;
  /** The limit that ended the search before the proof. */
  readonly stopped?: Stopped;
}

/**
 * The fewest terms that hold every item, within the capacity of each term and the order of the edges: simple assembly
 * line balancing with `gap` 0, bin packing with precedence with `gap` 1.
 *
 * Exact: branch, bound and remember over sets of items from both ends of time (Sewell and Jacobson, INFORMS Journal on
 * Computing 24, 2012), with Martello–Toth and dual feasible bounds. Worst-case time and memory are exponential;
 * `nodeLimit` bounds both. Synchronous: run long ones in a worker.
 *
 * @throws RangeError on sizes, edges, capacities or limits out of range.
 * @example
 * assignTerms({ sizes: [3, 4, 3], edges: [[0, 2]], capacity: 7 });
 * // => { terms: [[0, 1], [2]], lowerBound: 2, proven: true }
 * assignTerms({ sizes: [3, 4], edges: [[0, 1], [1, 0]], capacity: 7 });
 * // => { terms: undefined, lowerBound: Infinity, proven: true }
 */
export function assignTerms(problem: AssignTermsProblem, limits: SearchLimits = {}): AssignedTerms {
  const { sizes, gap = 1, allowed = () => true } = problem;
  const capacities = typeof problem.capacity === "number" ? [problem.capacity] : problem.capacity;
  const { horizon = sizes.length * capacities.length } = problem;
  sizes.forEach((size, item) => {
    checkNumber(`\`sizes[${item}]\``, size, "a finite number");
  });
  if (capacities.length === 0) throw new RangeError("Expected `capacity` to hold at least one number, got none.");
  for (const capacity of capacities) checkNumber("`capacity`", capacity, "a number");
  checkNumber("`horizon`", horizon, "an integer");
  const edges = Array.from(problem.edges, ([source, target, own = gap]): Edge => {
    for (const end of [source, target]) {
      if (!(Number.isInteger(end) && end >= 0 && end < sizes.length)) {
        throw new RangeError(`Expected the ends of an edge to be items 0 … ${sizes.length - 1}, got ${end}.`);
      }
    }
    if (own !== 0 && own !== 1) throw new RangeError(`Expected \`gap\` to be 0 or 1, got ${String(own)}.`);
    return [source, target, own];
  });
  const budget = createBudget(limits);
  const prepared = prepare({ sizes, edges, capacities, allowed, horizon });
  const { assignment, lowerBound }: Fewest = prepared
    ? fewestTerms(prepared, horizon, budget)
    : { assignment: undefined, lowerBound: Infinity };
  let terms: number[][] | undefined;
  if (assignment !== undefined) {
    terms = Array.from({ length: Math.max(-1, ...assignment) + 1 }, () => []);
    for (const [item, term] of assignment.entries()) terms[term]!.push(item);
  }
  const proven = terms === undefined ? lowerBound === Infinity : terms.length === lowerBound;
  return { terms, lowerBound, proven, ...(proven || budget.stopped === undefined ? {} : { stopped: budget.stopped }) };
}
