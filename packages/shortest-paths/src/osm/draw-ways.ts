import { haversine } from "../haversine.ts";
import type { OsmElement, OsmElements } from "./osm-elements.ts";
import type { OsmEdge, OsmIssueReason, OsmWay } from "./osm-graph.ts";
import { type OsmDirections, type OsmTraveller, readDirections } from "./read-directions.ts";
import { readWay } from "./read-way.ts";

/** Nodes and edges by number, before they are arranged as a graph. */
export interface Drawing {
  readonly nodes: OsmElement[];
  readonly edges: OsmEdge[];
  /** Of each edge. */
  readonly directions: OsmDirections[];
}

/** Values of `highway` that stand for a way which cannot be used yet, or any more. */
const NOT_OPEN = /^(proposed|planned|construction|abandoned|razed|demolished|disused|removed)$/;
/** Values of `highway` on outlines and points that are no way at all. */
const NO_WAY = /^(rest_area|services|bus_stop|traffic_signals|crossing|street_lamp|emergency_bay|raceway|no)$/;

/** Turns the ways of the network into edges from node to node, and notes what is left out. */
export function drawWays(
  elements: OsmElements,
  traveller: OsmTraveller,
  keep: ((way: OsmWay) => boolean) | undefined,
): Drawing {
  const nodes: OsmElement[] = [];
  const edges: OsmEdge[] = [];
  const directions: OsmDirections[] = [];
  const numbers = new Map<number, number>();
  for (const way of elements.ways.values()) {
    const highway = way.tags.get("highway");
    if (way.deleted) note(way, "deleted", "");
    else if (highway !== undefined && NOT_OPEN.test(highway)) note(way, "not-open", `highway=${highway}`);
    else if (highway !== undefined && NO_WAY.test(highway)) note(way, "unread", `highway=${highway}`);
    else if (highway !== undefined) draw(way);
  }
  return { nodes, edges, directions };

  function draw(element: OsmElement): void {
    const { refs, tags } = element;
    const unread = (detail: string) => note(element, "unread", detail);
    const direction = readDirections(tags, traveller, unread);
    const way = readWay(element, unread);
    if (keep && !keep(way)) return;
    if (!direction.forward && !direction.backward) {
      note(element, "no-direction", `highway=${way.kind}`);
      return;
    }
    if (refs.length < 2) note(element, "too-short", `nodes: ${refs.join()}`);
    if (tags.get("area") === "yes") note(element, "area", `highway=${way.kind}`);
    for (const [i, ref] of refs.entries()) {
      const node = elements.nodes.get(ref);
      const before = elements.nodes.get(refs[i - 1]!);
      // Missing nodes interrupt the way: a line across the gap would be an edge that nobody mapped.
      if (!node || node.deleted) note(element, "missing-node", `node ${ref}`);
      else if (before === node) note(element, "repeated-node", `node ${ref}`);
      else if (before && !before.deleted) {
        edges.push({ source: number(before), target: number(node), length: metres(before, node), way });
        directions.push(direction);
      }
    }
  }

  function number(node: OsmElement): number {
    const known = numbers.get(node.id) ?? nodes.push(node) - 1;
    numbers.set(node.id, known);
    return known;
  }

  function note({ kind, id, line }: OsmElement, reason: OsmIssueReason, detail: string): void {
    elements.issues.push({ reason, element: kind, id, line, detail });
  }
}

function metres(from: OsmElement, to: OsmElement): number {
  return haversine([from.longitude, from.latitude, to.longitude, to.latitude])(0, 1);
}
