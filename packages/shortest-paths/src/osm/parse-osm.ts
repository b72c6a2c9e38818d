import type { OsmOptions } from "./build-osm-graph.ts";
import { createOsmReader, type OsmChunk } from "./create-osm-reader.ts";
import type { OsmGraph } from "./osm-graph.ts";

/**
 * The graph of an OpenStreetMap file in XML (`.osm`): every `highway` way, with what its tags say of it.
 *
 * `xml` is the text, its bytes in UTF-8, or chunks of either, cut anywhere. Files of the editing programs (negative ids,
 * deleted elements) and clipped extracts are fine; what is left out stands in `report.issues`. Nodes are numbered in order
 * of the ways. Memory is that of the elements, not of the text.
 *
 * @throws RangeError naming the line of what is malformed, truncated, contradictory or not UTF-8, and of every document
 * type: no entity is ever expanded.
 * @example
 * import { parseOsm } from "@groundwork/shortest-paths/osm";
 * const { graph, edges, nodeIds } = parseOsm(`<osm version="0.6">
 *   <node id="7" lat="49.2600" lon="-123.25"/>
 *   <node id="8" lat="49.2609" lon="-123.25"/>
 *   <way id="4"><nd ref="7"/><nd ref="8"/><tag k="highway" v="footway"/></way>
 * </osm>`);
 * [...nodeIds]; // => [7, 8]
 * edges[0].way.kind; // => "footway"
 * Math.round(graph.weights[0]); // => 100
 * parseOsm("<osm><node id='7' lat='north'/></osm>"); // throws RangeError
 */
export function parseOsm(xml: OsmChunk | Iterable<OsmChunk>, options: OsmOptions = {}): OsmGraph {
  const reader = createOsmReader(options);
  if (typeof xml === "string" || xml instanceof Uint8Array) reader.write(xml);
  else for (const chunk of xml) reader.write(chunk);
  return reader.end();
}
