import { checkPositive } from "./check-positive.ts";
import type { OsmGraph, OsmWay } from "./osm-graph.ts";
import { stopsFoot, stopsWheelchair } from "./read-barrier.ts";
import { type TravelRules, travelRules } from "./travel-rules.ts";
import { type WalkingOptions, walkingSlowness } from "./walking.ts";

export interface StepFreeOptions extends WalkingOptions {
  /** Default 1. */
  readonly metresPerSecond?: number | undefined;
  /** The steepest incline in per cent, up or down. Default 8.33, one in twelve. */
  readonly maxIncline?: number | undefined;
  /** The narrowest way in metres, where the map knows widths. Default 0.9. */
  readonly minWidth?: number | undefined;
}

/** Surfaces and states on which wheels stick, and on which they are slow. */
const STICKY = /^(sand|mud|rock|rocks|stepping_stones|snow|ice|woodchips)$/;
const ROUGH =
  /^(grass|gravel|fine_gravel|pebblestone|dirt|earth|ground|soil|cobblestone|unhewn_cobblestone|sett|grass_paver|unpaved)$/;
const BROKEN = /^(bad|very_bad|horrible|very_horrible|impassable)$/;
const ROUGHNESS = 2;

/**
 * Rules for wheelchairs and prams: as `walking`, and no steps (but for those with a ramp), no way or gate that says
 * `wheelchair=no`, no raised kerb, stile or the like, nothing steeper or narrower than asked, no sand or broken ground. Rough
 * ground and `wheelchair=limited` take twice the time.
 *
 * The map is taken at its word, and what it does not say counts as passable: kerbs alone must be known to be low.
 *
 * @throws RangeError if an option is not above 0.
 * @example
 * import { parseOsm, stepFree, walking } from "@groundwork/shortest-paths/osm";
 * const map = parseOsm(`<osm>
 *   <node id="1" lat="0" lon="0"/><node id="2" lat="0" lon="0.001"/><node id="3" lat="0.001" lon="0.001"/>
 *   <way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="steps"/></way>
 *   <way id="2"><nd ref="1"/><nd ref="3"/><nd ref="2"/><tag k="highway" v="footway"/></way>
 * </osm>`);
 * dijkstra(map.graph, 0, 1, walking(map))?.edges; // => [0]
 * dijkstra(map.graph, 0, 1, stepFree(map))?.edges; // => [1, 2]
 */
export function stepFree(map: OsmGraph, options: StepFreeOptions = {}): TravelRules {
  const { metresPerSecond = 1, private: privately = false, maxIncline = 8.33, minWidth = 0.9 } = options;
  checkPositive(metresPerSecond, "metresPerSecond");
  checkPositive(maxIncline, "maxIncline");
  checkPositive(minWidth, "minWidth");
  const stops = new Set<number>();
  for (const { kind, node, tags } of map.barriers) {
    if (stopsFoot(kind, tags, privately) || stopsWheelchair(kind, tags)) stops.add(node);
  }
  return travelRules(map, slowness, stops, metresPerSecond);

  function slowness(way: OsmWay): number {
    const { incline, width } = way;
    if (typeof incline === "number" && Math.abs(incline) > maxIncline) return Number.POSITIVE_INFINITY;
    if (width !== undefined && width < minWidth) return Number.POSITIVE_INFINITY;
    return rolling(way) * walkingSlowness({ ...way, steps: false }, privately);
  }
}

/** How much slower wheels are than on level tarmac; an explicit `wheelchair` counts before what the ground says. */
function rolling({ steps, wheelchair, surface = "", tags }: OsmWay): number {
  if (wheelchair === "no") return Number.POSITIVE_INFINITY;
  if (wheelchair === "yes" || wheelchair === "designated") return 1;
  if (steps) return tags.get("ramp:wheelchair") === "yes" ? ROUGHNESS : Number.POSITIVE_INFINITY;
  if (wheelchair === "limited") return ROUGHNESS;
  if (STICKY.test(surface) || BROKEN.test(tags.get("smoothness") ?? "")) return Number.POSITIVE_INFINITY;
  return ROUGH.test(surface) ? ROUGHNESS : 1;
}
