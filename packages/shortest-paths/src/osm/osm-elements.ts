import { fail } from "../fail.ts";
import type { XmlEvents } from "./create-xml-reader.ts";
import type { OsmIssue } from "./osm-graph.ts";

/** A node, way or relation as it stands in the file. */
export interface OsmElement {
  readonly kind: "node" | "way" | "relation";
  readonly id: number;
  readonly version: number;
  readonly line: number;
  readonly deleted: boolean;
  readonly tags: Map<string, string>;
  /** Degrees; of nodes that are not deleted. */
  readonly longitude: number;
  readonly latitude: number;
  /** The nodes of a way. */
  readonly refs: number[];
}

export interface OsmElements extends XmlEvents {
  readonly nodes: Map<number, OsmElement>;
  readonly ways: Map<number, OsmElement>;
  readonly relations: Map<number, OsmElement>;
  readonly issues: OsmIssue[];
}

/** Gathers the elements of an OSM file from its XML, one of each id: the newest. */
export function createOsmElements(): OsmElements {
  const nodes = new Map<number, OsmElement>();
  const ways = new Map<number, OsmElement>();
  const relations = new Map<number, OsmElement>();
  const issues: OsmIssue[] = [];
  let depth = 0;
  let current: OsmElement | undefined;
  return { nodes, ways, relations, issues, open, close };

  function open(name: string, attributes: ReadonlyMap<string, string>, line: number): void {
    depth++;
    if (depth === 1 && name !== "osm") fail(`\`xml\`, line ${line}, to have the root <osm>`, `<${name}>`);
    if (depth === 2 && (name === "node" || name === "way" || name === "relation")) {
      current = begin(name, attributes, line);
    }
    if (depth !== 3 || !current) return;
    if (name === "tag") addTag(current, attributes, line);
    else if (name === "nd" && current.kind === "way") {
      current.refs.push(integer(attributes.get("ref"), `\`xml\`, line ${line}, way ${current.id}, \`ref\``));
    }
  }

  function close(): void {
    depth--;
    if (depth !== 1 || !current) return;
    keep(current, current.kind === "node" ? nodes : current.kind === "way" ? ways : relations);
    current = undefined;
  }

  function keep(element: OsmElement, elements: Map<number, OsmElement>): void {
    const { kind, id, line } = element;
    const other = elements.get(id);
    if (other) {
      if (other.version === element.version && contentOf(other) !== contentOf(element)) {
        fail(
          `\`xml\`, line ${line}, not to contradict line ${other.line}, or to say by \`version\` which is newer`,
          `another ${kind} ${id}`,
        );
      }
      const older = other.version < element.version ? other : element;
      issues.push({ reason: "duplicate", element: kind, id, line: older.line, detail: `version ${older.version}` });
      if (older === element) return;
    }
    elements.set(id, element);
  }
}

function begin(kind: OsmElement["kind"], attributes: ReadonlyMap<string, string>, line: number): OsmElement {
  const id = integer(attributes.get("id"), `\`xml\`, line ${line}, \`id\` of a ${kind}`);
  const where = `\`xml\`, line ${line}, ${kind} ${id}, `;
  const deleted = attributes.get("visible") === "false" || attributes.get("action") === "delete";
  const placed = kind === "node" && !deleted;
  return {
    kind,
    id,
    version: attributes.has("version") ? integer(attributes.get("version"), `${where}\`version\``) : 0,
    line,
    deleted,
    tags: new Map(),
    longitude: placed ? degrees(attributes.get("lon"), 180, `${where}\`lon\``) : Number.NaN,
    latitude: placed ? degrees(attributes.get("lat"), 90, `${where}\`lat\``) : Number.NaN,
    refs: [],
  };
}

function addTag({ kind, id, tags }: OsmElement, attributes: ReadonlyMap<string, string>, line: number): void {
  const key = attributes.get("k");
  const value = attributes.get("v");
  const where = `\`xml\`, line ${line}, ${kind} ${id}, `;
  if (key === undefined || value === undefined) fail(`${where}a tag to have \`k\` and \`v\``, `${key}=${value}`);
  if (tags.has(key) && tags.get(key) !== value) fail(`${where}to have one \`${key}\``, `${tags.get(key)} and ${value}`);
  tags.set(key, value);
}

function integer(text: string | undefined, name: string): number {
  const value = /^-?\d+$/.test(text ?? "") ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : fail(`${name} to be a whole number`, text);
}

function degrees(text: string | undefined, most: number, name: string): number {
  const value = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text ?? "") ? Number(text) : Number.NaN;
  return Math.abs(value) <= most ? value : fail(`${name} to be from -${most} to ${most}`, text);
}

function contentOf({ longitude, latitude, refs, tags, deleted }: OsmElement): string {
  return JSON.stringify([longitude, latitude, refs, [...tags].sort(), deleted]);
}
