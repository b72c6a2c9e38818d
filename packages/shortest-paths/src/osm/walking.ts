import { canWalk } from "./can-walk.ts";
import { checkPositive } from "./check-positive.ts";
import type { OsmGraph, OsmWay } from "./osm-graph.ts";
import { stopsFoot } from "./read-barrier.ts";
import { type TravelRules, travelRules } from "./travel-rules.ts";

export interface WalkingOptions {
  /** Default 1.4. */
  readonly metresPerSecond?: number | undefined;
  /** Whether private ways and gates are open to this walker. Default `false`. */
  readonly private?: boolean | undefined;
}

/** Where nobody walks unless `foot` says so. */
const ROADS = /^(motorway|motorway_link|trunk|trunk_link|busway|bus_guideway|escape)$/;
const STEPS = 2;

/**
 * Rules for people on foot: no motorways, no closed or private ways, no locked gates; steps take twice the time of as
 * many level metres.
 *
 * `haversine(coordinates, 0.99 / metresPerSecond)` is a heuristic for these weights.
 *
 * @throws RangeError if `metresPerSecond` is not above 0.
 * @example
 * import { parseOsm, walking } from "@groundwork/shortest-paths/osm";
 * const map = parseOsm(`<osm>
 *   <node id="1" lat="0" lon="0"/><node id="2" lat="0" lon="0.001"/>
 *   <way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="motorway"/></way>
 *   <way id="2"><nd ref="1"/><nd ref="2"/><tag k="highway" v="footway"/></way>
 * </osm>`);
 * dijkstra(map.graph, 0, 1, walking(map))?.edges; // => [1]
 */
export function walking(
  map: OsmGraph,
  { metresPerSecond = 1.4, private: privately = false }: WalkingOptions = {},
): TravelRules {
  checkPositive(metresPerSecond, "metresPerSecond");
  const stops = new Set<number>();
  for (const { kind, node, tags } of map.barriers) if (stopsFoot(kind, tags, privately)) stops.add(node);
  return travelRules(map, (way) => walkingSlowness(way, privately), stops, metresPerSecond);
}

export function walkingSlowness({ kind, steps, tags }: OsmWay, privately: boolean): number {
  if (!canWalk(tags, !ROADS.test(kind), privately)) return Number.POSITIVE_INFINITY;
  return steps ? STEPS : 1;
}
