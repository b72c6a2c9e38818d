import type { OsmElements } from "./osm-elements.ts";
import type { OsmEntrance } from "./osm-graph.ts";

/** The entrances of a file; `nodeOf` gives the graph's node of those to which a way leads. */
export function readEntrances(elements: OsmElements, nodeOf: ReadonlyMap<number, number>): OsmEntrance[] {
  const buildings = new Map<number, string>();
  for (const { deleted, tags, refs } of elements.ways.values()) {
    const name = tags.get("name");
    if (deleted || name === undefined || !tags.has("building")) continue;
    for (const ref of refs) if (!buildings.has(ref)) buildings.set(ref, name);
  }
  const entrances: OsmEntrance[] = [];
  for (const { id, deleted, tags, longitude, latitude } of elements.nodes.values()) {
    const kind = tags.get("entrance") ?? (tags.get("building") === "entrance" ? "yes" : "no");
    if (deleted || kind === "no") continue;
    entrances.push({
      id,
      node: nodeOf.get(id),
      longitude,
      latitude,
      kind,
      level: tags.get("level"),
      wheelchair: tags.get("wheelchair"),
      name: tags.get("name") ?? tags.get("ref"),
      building: buildings.get(id),
      tags,
    });
  }
  return entrances;
}
