import type { OsmGraph, OsmWay } from "./osm-graph.ts";

/**
 * Rules of travel by edge id. `allow` and `weight` are options of every search, `closed` of a hierarchy's routes (whose
 * weights stay the graph's metres).
 */
export interface TravelRules {
  readonly allow: (edge: number) => boolean;
  /** Seconds. */
  readonly weight: (edge: number) => number;
  /** The edges that `allow` leaves out. */
  readonly closed: { has(edge: number): boolean };
}

/**
 * Works the rules out once an edge. `slowness` is how many times longer a metre of the way takes than the speed says: at
 * least 1, `Infinity` where it cannot be used. A node in `stops` can be neither entered nor left.
 */
export function travelRules(
  { edges }: OsmGraph,
  slowness: (way: OsmWay) => number,
  stops: ReadonlySet<number>,
  metresPerSecond: number,
): TravelRules {
  const ways = new Map<OsmWay, number>();
  const seconds = Float64Array.from(edges, ({ way, length, source, target }) => {
    let factor = ways.get(way);
    if (factor === undefined) {
      factor = slowness(way);
      ways.set(way, factor);
    }
    return stops.has(source) || stops.has(target) ? Number.POSITIVE_INFINITY : (length / metresPerSecond) * factor;
  });
  const allow = (edge: number) => seconds[edge]! < Number.POSITIVE_INFINITY;
  return { allow, weight: (edge) => seconds[edge]!, closed: { has: (edge) => !allow(edge) } };
}
