import { fail } from "../fail.ts";
import { buildOsmGraph, type OsmOptions } from "./build-osm-graph.ts";
import { createXmlReader } from "./create-xml-reader.ts";
import { createOsmElements } from "./osm-elements.ts";
import type { OsmGraph } from "./osm-graph.ts";

/** Text, or bytes of UTF-8. */
export type OsmChunk = string | Uint8Array;

export interface OsmReader {
  write(chunk: OsmChunk): void;
  end(): OsmGraph;
}

/** What decodes bytes: part of every platform, though not of the language. */
interface Platform {
  readonly TextDecoder: new (
    label: string,
    options: { readonly fatal: boolean },
  ) => { decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string };
}

/** Takes a file in pieces, cut anywhere, and gives its graph. */
export function createOsmReader(options: OsmOptions): OsmReader {
  const elements = createOsmElements();
  const xml = createXmlReader(elements);
  let decoder: InstanceType<Platform["TextDecoder"]> | undefined;
  return {
    write(chunk) {
      if (typeof chunk === "string") xml.write(chunk);
      else if (chunk instanceof Uint8Array) xml.write(decode(chunk));
      else throw new TypeError(`Expected \`xml\` to be text, bytes or chunks of these, got a chunk ${String(chunk)}.`);
    },
    end() {
      if (decoder) xml.write(decode());
      xml.end();
      return buildOsmGraph(elements, options);
    },
  };

  function decode(bytes?: Uint8Array): string {
    decoder ??= new (globalThis as unknown as Platform).TextDecoder("utf-8", { fatal: true });
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      return fail(
        `\`xml\`, after line ${xml.line}, to be text in UTF-8 (unpack .gz and .bz2 first; .pbf is another format)`,
        "other bytes",
      );
    }
  }
}
