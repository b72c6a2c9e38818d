import type { Matrix } from "./hierarchy-matrix.ts";
import { improveTour } from "./tour/improve-tour.ts";
import { proveTour } from "./tour/prove-tour.ts";
import { type TourEnds, type TourProblem, tourProblem } from "./tour/tour-problem.ts";

/** Beyond this many stops no bound is computed. */
const MOST_PROVEN = 1000;

export interface TourOptions extends TourEnds {
  /** Search steps at most (default a million, a second or two); the same input then gives the same answer everywhere. */
  readonly nodeLimit?: number | undefined;
  /** A ceiling in milliseconds on top; an answer that it stopped may differ from run to run. */
  readonly timeLimitMs?: number | undefined;
  /** Called every 4,096 steps with the steps done and `nodeLimit`; returning `false` stops the search. */
  readonly onProgress?: ((done: number, total: number) => unknown) | undefined;
  /** A clock in milliseconds for `timeLimitMs`; by default `Date.now`. */
  readonly now?: (() => number) | undefined;
  /** A whole number that another tour may come from, where nothing is proven; by default 1. */
  readonly seed?: number | undefined;
}

export interface Tour {
  /** Every stop once, by its row of the matrix; empty where no tour was found. A round trip goes back to the first. */
  readonly order: number[];
  /** The costs along the order, added up; `Infinity` where no tour was found. */
  readonly length: number;
  /** Whether it is proven that there is no shorter tour, or none at all. */
  readonly optimal: boolean;
  /** No tour is shorter than this. */
  readonly lowerBound: number;
  /** What ended the search before a proof. */
  readonly stopped?: "nodeLimit" | "timeLimit" | "caller" | undefined;
}

/**
 * The shortest way through all stops: a round trip, or open with free or given ends. Costs are finite or `Infinity` for no
 * way, not negative, and may differ by direction; the diagonal is not read.
 *
 * Local search and branch and bound by turns. Up to some 20 stops the answer is proven in milliseconds, up to 50 often in a
 * second; beyond it is as good as `nodeLimit` and `timeLimitMs` allow. Proven is exact for whole costs; for others no tour
 * is shorter by more than 1e-12 of stops × the largest cost.
 *
 * @throws RangeError on a matrix that is not square, a negative or NaN cost, naming its place, or an end that is no stop.
 * @example
 * const matrix = { rows: 4, columns: 4, values: Float64Array.of(0, 1, 9, 4, 1, 0, 2, 9, 9, 2, 0, 3, 4, 9, 3, 0) };
 * const round = tour(matrix);
 * round.order; // => [0, 1, 2, 3]
 * round.length; // => 10
 * round.optimal; // => true
 * tour(matrix, { start: 1, roundTrip: false }).order; // => [1, 0, 3, 2]
 * tour(matrix, { start: 0, end: 2 }).length; // => 13
 */
export function tour(matrix: Matrix, options: TourOptions = {}): Tour {
  const problem = tourProblem(matrix, options);
  const { size, gap, symmetric, far, extra } = problem;
  const { nodeLimit = 1e6, timeLimitMs = Number.POSITIVE_INFINITY, onProgress, now = Date.now, seed = 1 } = options;
  const deadline = now() + timeLimitMs;
  const improving = improveTour(problem, seed);
  const proving = size <= MOST_PROVEN && proveTour(problem);
  // A 1-tree takes time by the square of its nodes: improving gets most of the time in large problems.
  const pace = 1 + ((size * size) >> (symmetric ? 8 : 6));
  let optimal = size < 3;
  let improved = -20 * size;
  let stopped: Tour["stopped"];
  improving.next();
  for (let steps = 1; !optimal && !stopped; steps++) {
    if (!proving || improved < pace) {
      improving.next();
      improved++;
    } else {
      optimal = proving.next().done!;
      improved = 0;
    }
    if (optimal) break;
    if (steps >= nodeLimit) stopped = "nodeLimit";
    else if (timeLimitMs < Number.POSITIVE_INFINITY && now() >= deadline) stopped = "timeLimit";
    else if (steps % 4096 === 0 && onProgress?.(steps, nodeLimit) === false) stopped = "caller";
  }

  const order = problem.length < 2 * far ? arrange(problem, options) : [];
  let length = order.length < matrix.rows ? Number.POSITIVE_INFINITY : 0;
  for (let i = gap; i < order.length; i++) {
    const from = order.at(i - 1)!;
    if (from !== order[i]) length += matrix.values[from * matrix.rows + order[i]!]!;
  }
  return { order, length, optimal, lowerBound: optimal ? length : problem.lowerBound - extra, stopped };
}

/** Turns a round trip so that it begins where it should; an open one begins after the gap. */
function arrange({ order, gap, symmetric }: TourProblem, { start, end }: TourEnds): number[] {
  const first = order.indexOf(gap ? 0 : (start ?? 0));
  const stops = [...order.subarray(first), ...order.subarray(0, first)].map((node) => node - gap);
  const others = stops.splice(1);
  const [next, last] = [others[0]!, others.at(-1)!];
  const given = gap && (start ?? end) !== undefined;
  const backward = given ? next !== (start ?? next) || last !== (end ?? last) : next > last;
  if (symmetric && backward) others.reverse();
  return gap ? others : [...stops, ...others];
}
