import { DEGREE } from "../haversine.ts";
import type { Places } from "./places.ts";

/**
 * Enters the place of an edge that is nearest to what is asked about, and gives its way along the edge from 0 to 1: exactly
 * an end where that is nearest. On the sphere the edge is the shorter great circle between its ends.
 */
export function enterFoot({ count, geographic, coordinates, points }: Places, source: number, target: number): number {
  const [a, b, p] = [3 * source, 3 * target, 3 * count];
  // Squares: of the edge's chord, of the ways to its ends.
  let length = 0;
  let toSource = 0;
  let toTarget = 0;
  let dot = 0;
  for (let axis = 0; axis < 3; axis++) {
    const edge = points[b + axis]! - points[a + axis]!;
    const way = points[p + axis]! - points[a + axis]!;
    length += edge * edge;
    toSource += way * way;
    toTarget += (points[p + axis]! - points[b + axis]!) ** 2;
    dot += way * edge;
  }
  // The cosine to the middle of the chord, times its height: below zero the foot lies on the far side of the sphere.
  const facing = geographic ? 1 - (toSource + toTarget) / 4 : 1;
  const along = geographic ? (dot - (length * toSource) / 4) / (length * facing) : dot / length;
  // Not a number where the ends are one place.
  const fraction = facing > 0 ? Math.min(1, Math.max(0, along || 0)) : toTarget < toSource ? 1 : 0;

  const foot = 2 * count + 2;
  const near = 2 * (fraction < 1 ? source : target);
  const [x, y, z] = [0, 1, 2].map((axis) => points[a + axis]! + fraction * (points[b + axis]! - points[a + axis]!));
  if (fraction === 0 || fraction === 1) {
    coordinates.copyWithin(foot, near, near + 2);
  } else if (geographic) {
    coordinates[foot] = Math.atan2(y!, x!) / DEGREE;
    coordinates[foot + 1] = Math.atan2(z!, Math.hypot(x!, y!)) / DEGREE;
  } else {
    coordinates[foot] = x!;
    coordinates[foot + 1] = y!;
  }
  return fraction;
}
