import { drawWays } from "./draw-ways.ts";
import { graphOfDrawing } from "./graph-of-drawing.ts";
import { largestComponent } from "./largest-component.ts";
import type { OsmElements } from "./osm-elements.ts";
import type { OsmBarrier, OsmGraph, OsmWay } from "./osm-graph.ts";
import { readBarrier } from "./read-barrier.ts";
import type { OsmTraveller } from "./read-directions.ts";
import { readEntrances } from "./read-entrances.ts";

export interface OsmOptions {
  /** Whose one-way signs the arcs follow. Default `"foot"`: a one-way street may be walked both ways. */
  readonly oneway?: OsmTraveller | undefined;
  /** Which ways become edges. Default: all that exist; `walking` and `stepFree` then choose among them at each question. */
  readonly keep?: ((way: OsmWay) => boolean) | undefined;
  /** Keep only the largest set of nodes that all reach one another. Default `false`. */
  readonly largestComponent?: boolean | undefined;
}

/** Makes the graph of the elements of a file. */
export function buildOsmGraph(
  elements: OsmElements,
  { oneway = "foot", keep, largestComponent: onlyLargest = false }: OsmOptions,
): OsmGraph {
  const all = drawWays(elements, oneway, keep);
  const drawing = onlyLargest ? largestComponent(all) : all;
  const used = new Set(drawing.edges.map(({ way }) => way.id));
  noteRest(
    elements,
    all.edges.map(({ way }) => way.id).filter((id) => !used.has(id)),
  );
  const barriers: OsmBarrier[] = [];
  drawing.nodes.forEach((element, node) => {
    const { kind, id, line } = element;
    const barrier = readBarrier(element, node, (detail) => {
      elements.issues.push({ reason: "unread", element: kind, id, line, detail });
    });
    if (barrier) barriers.push(barrier);
  });
  const numbers = new Map(drawing.nodes.map(({ id }, node) => [id, node]));
  return {
    graph: graphOfDrawing(drawing),
    coordinates: Float64Array.from(drawing.nodes.flatMap(({ longitude, latitude }) => [longitude, latitude])),
    nodeIds: Float64Array.from(drawing.nodes, ({ id }) => id),
    edges: drawing.edges,
    entrances: readEntrances(elements, numbers),
    barriers,
    report: {
      nodes: elements.nodes.size,
      ways: elements.ways.size,
      relations: elements.relations.size,
      usedWays: used.size,
      issues: elements.issues.sort((a, b) => a.line - b.line),
    },
  };
}

/** Notes what no way tells of: ways outside the largest component, deleted nodes and relations, squares in several parts. */
function noteRest({ nodes, ways, relations, issues }: OsmElements, disconnected: readonly number[]): void {
  for (const id of new Set(disconnected)) {
    issues.push({ reason: "disconnected", element: "way", id, line: ways.get(id)!.line, detail: "" });
  }
  for (const { kind: element, id, line, deleted, tags } of [...nodes.values(), ...relations.values()]) {
    const highway = element === "relation" ? tags.get("highway") : undefined;
    if (deleted) issues.push({ reason: "deleted", element, id, line, detail: "" });
    else if (highway !== undefined) {
      issues.push({ reason: "relation", element, id, line, detail: `highway=${highway}` });
    }
  }
}
