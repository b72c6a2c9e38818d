import { checkNode, fail } from "../fail.ts";
import type { Matrix } from "../hierarchy-matrix.ts";

export interface TourEnds {
  /** Where to begin, a row of the matrix; without it, anywhere. */
  readonly start?: number | undefined;
  /** Where to end; without it, anywhere, or at the start on a round trip. */
  readonly end?: number | undefined;
  /** Whether to go back to where it began; by default, where no other `end` is given. */
  readonly roundTrip?: boolean | undefined;
}

/** A round trip over nodes 0 to `size - 1`, which every question is turned into; and the best answer to it so far. */
export interface TourProblem {
  readonly size: number;
  /** 1 where node 0 is no stop but the gap between an open tour's end and its start, and nodes are stops plus one. */
  readonly gap: number;
  /** `costs[from * size + to]`; more than `far` stands for no way. */
  readonly costs: Float64Array;
  /** More than any tour costs; every tour there is costs less than twice this. */
  readonly far: number;
  /** What the gap adds to every cost. */
  readonly extra: number;
  readonly symmetric: boolean;
  /** Gains up to this may be rounding. */
  readonly precision: number;
  /** No tour is better by less than this. */
  readonly slack: number;
  readonly order: Uint32Array;
  length: number;
  lowerBound: number;
}

export function tourProblem({ rows, columns, values }: Matrix, { start, end, roundTrip }: TourEnds): TourProblem {
  if (columns !== rows || values.length !== rows * rows) fail(`\`matrix\` to be ${rows} × ${rows}`, values.length);
  for (const [name, node] of Object.entries({ start, end })) {
    if (node !== undefined) checkNode({ nodeCount: rows }, node, name);
  }
  const closed = roundTrip ?? (end === undefined || end === start);
  if (end !== undefined && closed !== (end === start)) fail("`end` to be `start` on a round trip and only there", end);

  let most = 0;
  let whole = true;
  let symmetric = true;
  values.forEach((value, at) => {
    if (!(value >= 0)) fail(`\`matrix.values[${at}]\` to be at least 0`, value);
    if (value < Number.POSITIVE_INFINITY && at % (rows + 1) > 0) {
      most = Math.max(most, value);
      whole &&= value % 1 === 0;
    }
  });
  const gap = closed ? 0 : 1;
  const size = rows + gap;
  const far = rows * most || 1;
  if (far > 1e290) fail("`matrix.values` to be far below 1e290, or infinite", most);
  const precision = far * 1e-13;
  const costs = new Float64Array(size * size);
  values.forEach((value, at) => {
    const from = Math.floor(at / rows);
    const to = at % rows;
    const back = values[to * rows + from]!;
    // Two infinities differ by NaN.
    if (Math.abs(value - back) > precision / rows) symmetric = false;
    if (from !== to) costs[(from + gap) * size + to + gap] = value > far ? 4 * far : value;
  });
  // Costs to and from the gap leave the stops in question as first and last, in a symmetric problem in either direction.
  const either = symmetric && start !== undefined && end !== undefined;
  const extra = symmetric && gap && (start === undefined) !== (end === undefined) ? far : 0;
  for (let node = gap; gap && node < size; node++) {
    const first = start === undefined || start + 1 === node;
    const last = end === undefined || end + 1 === node;
    const closes = either ? first || last : first && last;
    costs[node] = (symmetric ? closes : first) ? 0 : extra || 4 * far;
    costs[node * size] = (symmetric ? closes : last) ? 0 : extra || 4 * far;
  }
  return {
    size,
    gap,
    costs,
    far,
    extra,
    symmetric,
    precision,
    slack: whole && far < 1e11 ? 0.999 : 10 * precision,
    order: new Uint32Array(size),
    length: Number.POSITIVE_INFINITY,
    lowerBound: extra,
  };
}

/** Takes an order over as the best one, unless it is longer. */
export function offer(problem: TourProblem, order: Uint32Array): boolean {
  const { size, costs } = problem;
  let length = 0;
  let from = order[size - 1]!;
  for (const to of order) {
    length += costs[from * size + to]!;
    from = to;
  }
  if (length > problem.length) return false;
  problem.length = length;
  problem.order.set(order);
  return true;
}
