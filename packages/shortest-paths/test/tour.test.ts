import { type Matrix, type TourOptions, tour } from "@groundwork/shortest-paths";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const matrixOf = (rows: readonly (readonly number[])[]): Matrix => ({
  rows: rows.length,
  columns: rows.length,
  values: Float64Array.from(rows.flat()),
});

/** Random costs, some of them missing, in one of several shapes, and the ends to ask for. */
const problems = (most: number) =>
  fc
    .record({
      size: fc.integer({ min: 1, max: most }),
      seeds: fc.array(fc.nat(1_000_000), { minLength: most * most, maxLength: most * most }),
      shape: fc.constantFrom("any", "symmetric", "gaps", "few", "fractions"),
      ends: fc.constantFrom("round", "round from", "open", "start", "end", "both"),
      a: fc.nat(most),
      b: fc.nat(most),
    })
    .map(({ size, seeds, shape, ends, a, b }) => {
      const cost = (from: number, to: number): number => {
        const [i, j] = shape === "any" || shape === "gaps" ? [from, to] : [Math.min(from, to), Math.max(from, to)];
        const seed = seeds[i * most + j]!;
        if (shape === "gaps" && seed % 3 === 0) return Number.POSITIVE_INFINITY;
        if (shape === "few") return seed % 3;
        return shape === "fractions" ? seed / 7919 : seed % 100;
      };
      const matrix = matrixOf(
        Array.from({ length: size }, (_, from) => Array.from({ length: size }, (_, to) => cost(from, to))),
      );
      const start = a % size;
      const end = start === b % size ? (start + 1) % size : b % size;
      const options: TourOptions =
        ends === "round"
          ? {}
          : ends === "round from"
            ? { start }
            : ends === "open" || size === 1
              ? { roundTrip: false }
              : ends === "start"
                ? { start, roundTrip: false }
                : ends === "end"
                  ? { end }
                  : { start, end };
      return { matrix, options };
    });

const isRound = ({ start, end, roundTrip }: TourOptions) => roundTrip ?? (end === undefined || end === start);

/** The costs along an order, added up. */
function lengthOf({ rows, values }: Matrix, order: readonly number[], round: boolean): number {
  let length = 0;
  for (let i = 1; i < order.length; i++) length += values[order[i - 1]! * rows + order[i]!]!;
  return round && order.length > 1 ? length + values[order.at(-1)! * rows + order[0]!]! : length;
}

/** The shortest length there is, by the best way through each set of stops to each of them. */
function shortest(matrix: Matrix, options: TourOptions): number {
  const { rows, values } = matrix;
  const round = isRound(options);
  const first = round ? (options.start ?? 0) : options.start;
  const best = new Float64Array((1 << rows) * rows).fill(Number.POSITIVE_INFINITY);
  for (let stop = 0; stop < rows; stop++)
    if (first === undefined || first === stop) best[(1 << stop) * rows + stop] = 0;
  for (let set = 1; set < 1 << rows; set++) {
    for (let last = 0; last < rows; last++) {
      const length = best[set * rows + last]!;
      if (length === Number.POSITIVE_INFINITY) continue;
      for (let next = 0; next < rows; next++) {
        const at = (set | (1 << next)) * rows + next;
        if ((set & (1 << next)) === 0) best[at] = Math.min(best[at]!, length + values[last * rows + next]!);
      }
    }
  }
  const full = (1 << rows) - 1;
  let least = Number.POSITIVE_INFINITY;
  for (let last = 0; last < rows; last++) {
    if (!round && options.end !== undefined && options.end !== last) continue;
    least = Math.min(least, best[full * rows + last]! + (round && rows > 1 ? values[last * rows + first!]! : 0));
  }
  return least;
}

function check({ matrix, options }: { matrix: Matrix; options: TourOptions }): void {
  const found = tour(matrix, options);
  const expected = shortest(matrix, options);
  expect(found.optimal).toBe(true);
  if (expected === Number.POSITIVE_INFINITY) {
    expect([found.order, found.length]).toEqual([[], expected]);
    return;
  }
  expect([...found.order].sort((a, b) => a - b)).toEqual(Array.from({ length: matrix.rows }, (_, i) => i));
  if (options.start !== undefined) expect(found.order[0]).toBe(options.start);
  if (options.end !== undefined && !isRound(options)) expect(found.order.at(-1)).toBe(options.end);
  expect(found.length).toBeCloseTo(lengthOf(matrix, found.order, isRound(options)), 9);
  expect(found.length).toBeCloseTo(expected, 6);
  expect(found.lowerBound).toBe(found.length);
}

describe("tour", () => {
  it("is the shortest there is, in every mode, or says that there is none", () => {
    fc.assert(fc.property(problems(9), check), { seed: 11, numRuns: 400 });
  });

  it("is the shortest there is with up to 13 stops", () => {
    fc.assert(fc.property(problems(13), check), { seed: 12, numRuns: 40 });
  });

  it("proves 20 stops, symmetric and not, within a fifth of its steps", () => {
    let state = 7;
    const draw = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state % 1000;
    };
    for (const symmetric of [true, false]) {
      const rows = Array.from({ length: 20 }, () => Array.from({ length: 20 }, draw));
      if (symmetric) for (let i = 0; i < 20; i++) for (let j = 0; j < i; j++) rows[i]![j] = rows[j]![i]!;
      for (const options of [{}, { start: 3, end: 11 }, { roundTrip: false }] satisfies TourOptions[]) {
        const found = tour(matrixOf(rows), { ...options, nodeLimit: 200_000 });
        expect([symmetric, options, found.optimal, found.stopped]).toEqual([symmetric, options, true, undefined]);
      }
    }
  });

  it("is as short as the shortest of all orders of up to 8 stops, laid out one by one", () => {
    fc.assert(
      fc.property(problems(8), ({ matrix, options }) => {
        const { rows } = matrix;
        const round = isRound(options);
        let least = rows === 1 ? 0 : Number.POSITIVE_INFINITY;
        const place = (order: number[]): void => {
          if (order.length === rows) {
            const fits = round || options.end === undefined || order.at(-1) === options.end;
            if (fits) least = Math.min(least, lengthOf(matrix, order, round));
          }
          for (let stop = 0; stop < rows; stop++) if (!order.includes(stop)) place([...order, stop]);
        };
        if (options.start !== undefined) place([options.start]);
        else place([]);
        const found = tour(matrix, options);
        expect(found.optimal).toBe(true);
        if (least === Number.POSITIVE_INFINITY) expect(found.order).toEqual([]);
        else expect(found.length).toBeCloseTo(least, 6);
      }),
      { seed: 14, numRuns: 40 },
    );
  });

  it("wherever it is stopped, gives a bound that no tour is below, and a useful one", () => {
    let state = 5;
    const draw = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (state >>> 8) % 1000;
    };
    for (const symmetric of [true, false]) {
      for (let round = 0; round < 6; round++) {
        const points = Array.from({ length: 36 }, () => [draw(), draw()] as const);
        const matrix = matrixOf(
          points.map(([x, y]) =>
            points.map(([u, v]) => Math.round(Math.hypot(x - u, y - v)) + (symmetric ? 0 : draw() % 200)),
          ),
        );
        for (const options of [{}, { roundTrip: false }, { start: 3 }, { start: 3, end: 4 }] satisfies TourOptions[]) {
          const limits = [1_000, 1_500, 2_000, 3_000, 5_000, 10_000, 20_000];
          const found = limits.map((nodeLimit) => tour(matrix, { ...options, nodeLimit }));
          const shortest = Math.min(...found.map(({ length }) => length));
          for (const { lowerBound } of found) expect(lowerBound).toBeLessThanOrEqual(shortest);
          expect(found.at(-1)!.lowerBound).toBeGreaterThan(0.8 * shortest);
        }
      }
    }
  });

  it("has the same length when the stops are numbered otherwise", () => {
    fc.assert(
      fc.property(problems(9), fc.nat(), ({ matrix, options }, turn) => {
        const { rows, values } = matrix;
        const to = (stop: number) => (stop + turn) % rows;
        const turned = new Float64Array(rows * rows);
        for (let i = 0; i < rows; i++)
          for (let j = 0; j < rows; j++) turned[to(i) * rows + to(j)] = values[i * rows + j]!;
        const ends = {
          ...options,
          ...(options.start === undefined ? {} : { start: to(options.start) }),
          ...(options.end === undefined ? {} : { end: to(options.end) }),
        };
        expect(tour({ rows, columns: rows, values: turned }, ends).length).toBeCloseTo(tour(matrix, options).length, 6);
      }),
      { seed: 13, numRuns: 100 },
    );
  });

  it("stopped by its limit, is a tour that never claims to be the best, and the same one again", () => {
    const size = 120;
    let state = 3;
    const points = Array.from({ length: size }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return [state % 9973, (state >>> 8) % 9973] as const;
    });
    const matrix = matrixOf(points.map(([x, y]) => points.map(([u, v]) => Math.round(Math.hypot(x - u, y - v)))));
    const found = tour(matrix, { nodeLimit: 3_000 });
    expect(found).toMatchObject({ optimal: false, stopped: "nodeLimit" });
    expect(new Set(found.order).size).toBe(size);
    expect(found.length).toBe(lengthOf(matrix, found.order, true));
    expect(found.lowerBound).toBeLessThanOrEqual(found.length);
    expect(tour(matrix, { nodeLimit: 3_000 })).toEqual(found);
    const better = tour(matrix, { nodeLimit: 30_000 });
    expect(better.length).toBeLessThanOrEqual(found.length);
    expect(better.length).toBeGreaterThanOrEqual(found.lowerBound);
  });

  it("stops when the caller or the clock says so", () => {
    const matrix = matrixOf(
      Array.from({ length: 90 }, (_, i) => Array.from({ length: 90 }, (_, j) => (i * 7919 + j * 104729) % 997)),
    );
    expect(tour(matrix, { onProgress: () => false }).stopped ?? "proven").toMatch(/caller|proven/);
    let time = 0;
    const found = tour(matrix, { timeLimitMs: 50, now: () => time++ });
    expect(found.optimal || found.stopped === "timeLimit").toBe(true);
  });

  it("has answers for the smallest", () => {
    const none: Matrix = { rows: 0, columns: 0, values: new Float64Array(0) };
    expect(tour(none)).toMatchObject({ order: [], length: 0, optimal: true });
    expect(tour(matrixOf([[5]]))).toMatchObject({ order: [0], length: 0, optimal: true });
    expect(
      tour(
        matrixOf([
          [0, 2],
          [3, 0],
        ]),
      ),
    ).toMatchObject({ order: [0, 1], length: 5, optimal: true });
  });

  it.each([
    [() => tour({ rows: 2, columns: 3, values: new Float64Array(6) }), "`matrix` to be 2 × 2"],
    [() => tour({ rows: 2, columns: 2, values: new Float64Array(3) }), "`matrix` to be 2 × 2"],
    [
      () =>
        tour(
          matrixOf([
            [0, -1],
            [1, 0],
          ]),
        ),
      "`matrix.values[1]` to be at least 0, got -1",
    ],
    [
      () =>
        tour(
          matrixOf([
            [0, 1],
            [Number.NaN, 0],
          ]),
        ),
      "`matrix.values[2]` to be at least 0, got NaN",
    ],
    [
      () =>
        tour(
          matrixOf([
            [0, 1],
            [1, 0],
          ]),
          { start: 2 },
        ),
      "`start` to be a node from 0 to 1, got 2",
    ],
    [
      () =>
        tour(
          matrixOf([
            [0, 1],
            [1, 0],
          ]),
          { start: 0, end: 1, roundTrip: true },
        ),
      "`end` to be `start`",
    ],
  ])("refuses what is no question: %s", (call, message) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });
});
