import type { OsmOptions } from "./build-osm-graph.ts";
import { createOsmReader, type OsmChunk } from "./create-osm-reader.ts";
import type { OsmGraph } from "./osm-graph.ts";

/**
 * As `parseOsm`, for chunks that arrive: a Node stream, the body of a response, any async iterable of text or bytes.
 *
 * Rejects with what `parseOsm` throws, and with the stream's own error.
 *
 * @example
 * import { parseOsmStream } from "@groundwork/shortest-paths/osm";
 * async function* download() {
 *   yield '<osm><node id="7" lat="49.26" lon="-123.25"/><node id="8" lat="49.27" lon="-1';
 *   yield '23.25"/><way id="4"><nd ref="7"/><nd ref="8"/><tag k="highway" v="path"/></way></osm>';
 * }
 * (await parseOsmStream(download())).graph.nodeCount; // => 2
 */
export async function parseOsmStream(chunks: AsyncIterable<OsmChunk>, options: OsmOptions = {}): Promise<OsmGraph> {
  const reader = createOsmReader(options);
  for await (const chunk of chunks) reader.write(chunk);
  return reader.end();
}
