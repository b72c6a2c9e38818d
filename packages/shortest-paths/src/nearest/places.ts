import { euclidean } from "../euclidean.ts";
import { fail } from "../fail.ts";
import { DEGREE, EARTH_DIAMETER, haversine } from "../haversine.ts";

/** Nodes with their coordinates and as points in space, where boxes are drawn; and room for two places more. */
export interface Places {
  readonly count: number;
  readonly geographic: boolean;
  /** Two numbers for each node, then for the place that is asked about, then for its foot on an edge. */
  readonly coordinates: Float64Array;
  /** Three numbers each: on the unit sphere, or x, y and 0. */
  readonly points: Float64Array;
  /** What A* takes for the distance of two nodes. */
  readonly distance: (a: number, b: number) => number;
  /** The distance that belongs to a straight line through space. */
  readonly around: (line: number) => number;
}

export function createPlaces(coordinates: ArrayLike<number>, geographic: boolean): Places {
  const count = coordinates.length / 2;
  if (!Number.isInteger(count))
    fail("`coordinates` to hold two numbers for each node", `${coordinates.length} numbers`);
  const all = new Float64Array(2 * count + 4);
  const places: Places = {
    count,
    geographic,
    coordinates: all,
    points: new Float64Array(3 * count + 6),
    distance: geographic ? haversine(all) : euclidean(all),
    around: geographic ? (line) => Math.asin(Math.min(1, line / 2)) * EARTH_DIAMETER : (line) => line,
  };
  for (let node = 0; node < count; node++) {
    locate(places, node, coordinates[2 * node]!, coordinates[2 * node + 1]!, "coordinates", 2 * node);
  }
  return places;
}

/** Enters a place; `name[at]` is what the caller calls its first number. */
export function locate(places: Places, node: number, x: number, y: number, name: string, at: number): void {
  const { geographic, coordinates, points } = places;
  if (!Number.isFinite(x)) fail(`\`${name}[${at}]\` to be a finite number`, x);
  if (!(Math.abs(y) <= (geographic ? 90 : Number.MAX_VALUE))) {
    fail(`\`${name}[${at + 1}]\` to be ${geographic ? "a latitude from -90 to 90" : "a finite number"}`, y);
  }
  coordinates[2 * node] = x;
  coordinates[2 * node + 1] = y;
  const ring = Math.cos(y * DEGREE);
  points[3 * node] = geographic ? ring * Math.cos(x * DEGREE) : x;
  points[3 * node + 1] = geographic ? ring * Math.sin(x * DEGREE) : y;
  points[3 * node + 2] = geographic ? Math.sin(y * DEGREE) : 0;
}
