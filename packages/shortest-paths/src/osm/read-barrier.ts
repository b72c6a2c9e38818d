import { canWalk } from "./can-walk.ts";
import type { OsmElement } from "./osm-elements.ts";
import type { OsmBarrier } from "./osm-graph.ts";
import { readMetres } from "./read-way.ts";

/** Walls and the like, drawn as a point of a way: nobody gets through, unless the tags say so. */
const WALLS = /^(wall|fence|hedge|guard_rail|retaining_wall|city_wall|ditch|yes)$/;
/** What a wheelchair passes, unless the tags say otherwise. */
const WIDE = /^(gate|bollard|entrance|lift_gate|swing_gate|sliding_gate|toll_booth|border_control|height_restrictor)$/;
const KERBS = /^(flush|lowered|no|raised|rolled|regular|yes)$/;
/** Metres: the narrowest gap and the highest edge that a wheelchair takes. */
const GAP = 0.8;
const EDGE = 0.03;

/** What a node that carries `barrier` or `kerb` means for somebody who comes along; `undefined` if it carries neither. */
export function readBarrier(
  { id, tags }: OsmElement,
  node: number,
  unread: (detail: string) => void,
): OsmBarrier | undefined {
  const kerb = tags.get("kerb");
  const kind = tags.get("barrier") ?? (kerb === undefined ? undefined : "kerb");
  if (kind === undefined || kind === "no") return undefined;
  if (kerb !== undefined && !KERBS.test(kerb)) unread(`kerb=${kerb}`);
  const stops = { foot: stopsFoot(kind, tags), wheelchair: stopsWheelchair(kind, tags) };
  return { id, node, kind, stopsFoot: stops.foot, stopsWheelchair: stops.foot || stops.wheelchair, tags };
}

/** Whether a barrier stops somebody on foot; `privately`: somebody whom private grounds are open to. */
export function stopsFoot(kind: string, tags: ReadonlyMap<string, string>, privately = false): boolean {
  return tags.get("locked") === "yes" || !canWalk(tags, !WALLS.test(kind), privately);
}

/** Whether a barrier that lets people on foot through stops a wheelchair. */
export function stopsWheelchair(kind: string, tags: ReadonlyMap<string, string>): boolean {
  return !canRoll(kind, tags);
}

function canRoll(kind: string, tags: ReadonlyMap<string, string>): boolean {
  const wheelchair = tags.get("wheelchair");
  if (wheelchair !== undefined) return /^(yes|designated|limited|permissive|official)$/.test(wheelchair);
  if (kind === "kerb") {
    const kerb = tags.get("kerb") ?? "";
    const height = readMetres(tags.get("kerb:height") ?? tags.get("height") ?? "");
    return /^(flush|lowered|no)$/.test(kerb) || (kerb !== "raised" && height !== undefined && height <= EDGE);
  }
  const gap = readMetres(tags.get("maxwidth:physical") ?? tags.get("opening") ?? "");
  return WIDE.test(kind) && (gap === undefined || gap >= GAP);
}
