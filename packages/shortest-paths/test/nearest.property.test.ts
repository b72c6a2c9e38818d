import { buildGraph } from "@groundwork/graph";
import { createNearest, euclidean, haversine } from "@groundwork/shortest-paths";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

type Pair = readonly [number, number];
type Vector = readonly [number, number, number];

/** Crowded, so that places repeat, lie on edges and are equally far; or anywhere. */
const planar = fc.oneof(
  fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 })),
  fc.tuple(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.double({ min: -1e3, max: 1e3, noNaN: true })),
);
/** The same with poles, both sides of the 180th meridian, and a town of some metres. */
const global = fc.oneof(
  fc.tuple(
    fc.constantFrom(-180, -179.999, -90, 0, 90, 179.999, 180, 540),
    fc.constantFrom(-90, -89.99, 0, 30, 89.99, 90),
  ),
  fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })),
  fc
    .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }))
    .map(([x, y]) => [x * 1e-5, y * 1e-5] as const),
);
const cases = (place: fc.Arbitrary<Pair>) =>
  fc.record({
    places: fc.array(place, { minLength: 1, maxLength: 90 }),
    joins: fc.array(fc.tuple(fc.nat(89), fc.nat(89)), { maxLength: 120 }),
    point: place,
    directed: fc.boolean(),
    banned: fc.nat(4),
  });

/** Ends that are all but opposite on the globe have no certain way between them: such edges become loops. */
function graphOf(places: readonly Pair[], joins: readonly Pair[], directed: boolean, geographic: boolean) {
  const edges = joins.map(([i, j]): Pair => {
    const [a, b] = [i % places.length, j % places.length];
    return geographic && haversine([...places[a]!, ...places[b]!])(0, 1) > 19e6 ? [a, a] : [a, b];
  });
  return { edges, graph: buildGraph(places.length, edges, { directed }) };
}

/** The least number and the lowest place where it stands. */
function lowest(values: readonly number[]): { at: number; value: number } {
  const value = Math.min(...values);
  return { at: values.indexOf(value), value };
}

describe("createNearest", () => {
  for (const geographic of [false, true]) {
    const place = geographic ? global : planar;
    const measure = (a: Pair, b: Pair) => (geographic ? haversine : euclidean)([...a, ...b])(0, 1);
    const reach = geographic ? reachOnGlobe : reachInPlane;
    const where = geographic ? "on the globe" : "in the plane";
    const tolerance = geographic ? 1e-6 : 1e-9;

    it(`${where} gives the node that a look at each of them gives, to the last digit`, () => {
      fc.assert(
        fc.property(cases(place), ({ places, point, banned }) => {
          const nearest = createNearest(places.flat(), undefined, { geographic });
          for (const asked of [point, ...places]) {
            const distances = places.map((at) => measure(at, asked));
            const { at, value } = lowest(distances);
            expect(nearest.node(asked)).toEqual({ node: at, distance: value });
            const allowed = lowest(distances.map((d, node) => (node % 5 === banned ? Number.POSITIVE_INFINITY : d)));
            const found = nearest.node(asked, { allow: (node) => node % 5 !== banned });
            if (allowed.value < Number.POSITIVE_INFINITY) {
              expect(found).toEqual({ node: allowed.at, distance: allowed.value });
            } else expect(found).toBeUndefined();
          }
        }),
        { seed: 31, numRuns: 300 },
      );
    });

    it(`${where} gives the edge that a look at each of them gives, and its place on it`, () => {
      fc.assert(
        fc.property(cases(place), ({ places, joins, point, directed, banned }) => {
          const { graph, edges } = graphOf(places, joins, directed, geographic);
          const nearest = createNearest(places.flat(), graph, { geographic });
          for (const allow of [() => true, (edge: number) => edge % 5 !== banned]) {
            const reaches = edges.map(([a, b], edge) =>
              allow(edge) ? reach(places[a]!, places[b]!, point) : Number.POSITIVE_INFINITY,
            );
            const { at, value } = lowest(reaches);
            const found = nearest.edge(point, { allow });
            if (value === undefined || value === Number.POSITIVE_INFINITY) {
              expect(found).toBeUndefined();
              continue;
            }
            expect(Math.abs(found!.distance - value)).toBeLessThan(tolerance);
            // Another edge only where it is as near but for rounding.
            if (found!.edge !== at) expect(Math.abs(reaches[found!.edge]! - value)).toBeLessThan(tolerance);
            expect(allow(found!.edge)).toBe(true);
            const ends = [found!.source, found!.target];
            const wanted = edges[found!.edge]!;
            if (directed) expect(ends).toEqual(wanted);
            else expect(ends).toEqual([Math.min(...wanted), Math.max(...wanted)]);
            // The place is as far as it says and lies on the edge, at its fraction.
            expect(found!.distance).toBe(measure(found!.point, point));
            const [source, target] = [places[ends[0]!]!, places[ends[1]!]!];
            expect(reach(source, target, found!.point)).toBeLessThan(tolerance);
            expect(found!.fraction).toBeGreaterThanOrEqual(0);
            expect(found!.fraction).toBeLessThanOrEqual(1);
            if (found!.fraction === 0) expect(found!.point).toEqual(source);
            if (found!.fraction === 1) expect(found!.point).toEqual(target);
          }
        }),
        { seed: 32, numRuns: 600 },
      );
    });
  }

  it("gives the lowest of edges that meet in the nearest node, and of parallel ones", () => {
    const graph = buildGraph(
      4,
      [
        [2, 3],
        [1, 0],
        [0, 1],
        [0, 2],
        [3, 0],
      ],
      { directed: true },
    );
    for (const geographic of [false, true]) {
      const nearest = createNearest([0, 0, 10, 0, 0, 10, 20, 20], graph, { geographic });
      expect(nearest.edge([-1, -1])).toMatchObject({ edge: 1, source: 1, target: 0, fraction: 1, point: [0, 0] });
      expect(nearest.edge([5, -1])).toMatchObject({ edge: 1 });
    }
  });

  it("snaps over the 180th meridian and over the pole", () => {
    const graph = buildGraph(4, [
      [0, 1],
      [2, 3],
    ]);
    const nearest = createNearest([179, 0, -179, 0, 0, 80, 180, 80], graph, { geographic: true });
    const dateline = nearest.edge([180, 1])!;
    expect([dateline.edge, dateline.fraction]).toEqual([0, expect.closeTo(0.5, 12)]);
    expect(Math.abs(dateline.point[0])).toBeCloseTo(180, 9);
    expect(dateline.distance).toBeCloseTo(haversine([0, 0, 0, 1])(0, 1), 6);
    const pole = nearest.edge([90, 89])!;
    expect([pole.edge, pole.point[1]]).toEqual([1, expect.closeTo(90, 9)]);
    expect(nearest.node([-170, 3])?.node).toBe(1);
    expect(nearest.node([77, 90])?.node).toBe(2);
  });

  it("finds a great circle where it leaves the box of its ends", () => {
    // From (0, 50) to (120, 50) by way of (60, 67); eight times, so that none shares its box with the loops beside it.
    const edges = Array.from({ length: 16 }, (_, i): Pair => (i < 8 ? [0, 1] : [2, 2]));
    const nearest = createNearest([0, 50, 120, 50, 60, 64], buildGraph(3, edges), { geographic: true });
    expect(nearest.edge([60, 67])).toMatchObject({ edge: 0, fraction: expect.closeTo(0.5, 9) });
  });

  it("has no answer without a node, an edge, or one that is allowed", () => {
    expect(createNearest([]).node([0, 0])).toBeUndefined();
    const nearest = createNearest([5, 5], buildGraph(1, []));
    expect(nearest.node([1e300, -1e300])?.node).toBe(0);
    expect(nearest.edge([5, 5])).toBeUndefined();
    expect(nearest.node([5, 5], { allow: () => false })).toBeUndefined();
  });

  it("answers as before after an `allow` that threw", () => {
    const nearest = createNearest(Array.from({ length: 400 }, (_, i) => (i * 7919) % 401));
    const expected = nearest.node([200, 200]);
    const allow = () => {
      throw new Error("closed");
    };
    expect(() => nearest.node([3, 3], { allow })).toThrow("closed");
    expect(nearest.node([200, 200])).toEqual(expected);
  });

  it.each([
    [() => createNearest([1, 2, 3]), "`coordinates` to hold two numbers for each node, got 3 numbers"],
    [() => createNearest([1, Number.NaN]), "`coordinates[1]` to be a finite number, got NaN"],
    [() => createNearest([Number.POSITIVE_INFINITY, 1]), "`coordinates[0]` to be a finite number, got Infinity"],
    [
      () => createNearest([0, 0, 49.26, -123.25], undefined, { geographic: true }),
      "`coordinates[3]` to be a latitude from -90 to 90, got -123.25",
    ],
    [() => createNearest([1, 2], buildGraph(2, [])), "`coordinates` to hold 4 numbers, got 2"],
    [() => createNearest([1, 2]).edge([1, 2]), "`graph` to be given for its edges, got undefined"],
    [() => createNearest([1, 2]).node([1]), "`point[1]` to be a finite number, got undefined"],
    [() => createNearest([1, 2]).node([Number.NaN, 1]), "`point[0]` to be a finite number, got NaN"],
    [
      () => createNearest([1, 2], { ...buildGraph(1, [[0, 0]]), targets: Uint32Array.of(4) }),
      "`graph.targets[0]` to be a node below 1, got 4",
    ],
  ])("refuses what is no question: %s", (call, message) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });
});

function reachInPlane([ax, ay]: Pair, [bx, by]: Pair, [x, y]: Pair): number {
  const [dx, dy] = [bx - ax, by - ay];
  const fraction = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy) || 0));
  return Math.hypot(x - ax - fraction * dx, y - ay - fraction * dy);
}

/** By a way of its own: to the great circle where the foot lies between the ends, else to the nearer end. */
function reachOnGlobe(a: Pair, b: Pair, p: Pair): number {
  const [u, v, w] = [vector(a), vector(b), vector(p)];
  const toEnds = Math.min(haversine([...a, ...p])(0, 1), haversine([...b, ...p])(0, 1));
  const normal = cross(u, v);
  const height = Math.sqrt(dot(normal, normal));
  if (height < 1e-12) return toEnds;
  const between = dot(cross(normal, u), w) > 0 && dot(cross(v, normal), w) > 0;
  // From differences, as vectors of places some metres apart are equal in most digits.
  const off = (Math.abs(dot(normal, [w[0] - u[0], w[1] - u[1], w[2] - u[2]])) / height) as number;
  return between ? Math.min(toEnds, Math.asin(Math.min(1, off)) * 6_371_008.8) : toEnds;
}

function vector([longitude, latitude]: Pair): Vector {
  const [x, y] = [(longitude * Math.PI) / 180, (latitude * Math.PI) / 180];
  return [Math.cos(y) * Math.cos(x), Math.cos(y) * Math.sin(x), Math.sin(y)];
}

function cross([a, b, c]: Vector, [d, e, f]: Vector): Vector {
  return [b * f - c * e, c * d - a * f, a * e - b * d];
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
