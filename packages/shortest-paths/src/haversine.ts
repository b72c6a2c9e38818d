import type { Heuristic } from "./search.ts";

export const DEGREE = 0.017453292519943295;
export const EARTH_DIAMETER = 12_742_017.6;

/**
 * The great circle between two nodes in metres, as a heuristic: `coordinates` holds longitude and latitude in degrees of
 * node 0, then of node 1, and so on (the order of GeoJSON).
 *
 * Exact where no edge weighs less than its length; `scale` turns metres into weights (for seconds: 1 / fastest speed).
 * Take 0.99 or less where lengths were measured on an ellipsoid.
 *
 * @example
 * Math.round(haversine([0, 0, 0, 90])(0, 1)); // => 10007557
 */
export function haversine(coordinates: ArrayLike<number>, scale = 1): Heuristic {
  return (node, target) => {
    const from = coordinates[2 * node + 1]! * DEGREE;
    const to = coordinates[2 * target + 1]! * DEGREE;
    const up = Math.sin((to - from) / 2);
    const along = Math.sin(((coordinates[2 * target]! - coordinates[2 * node]!) * DEGREE) / 2);
    const chord = up * up + Math.cos(from) * Math.cos(to) * along * along;
    return Math.asin(Math.min(1, Math.sqrt(chord))) * EARTH_DIAMETER * scale;
  };
}
