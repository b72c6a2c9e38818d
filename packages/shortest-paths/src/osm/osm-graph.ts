import type { Graph } from "@groundwork/graph";

/** A map as a graph. Node `i` of the graph is `nodeIds[i]` in OpenStreetMap; edge `i` is `edges[i]`. */
export interface OsmGraph {
  /** Weights are metres. An edge that may be walked both ways is two arcs with one id. */
  readonly graph: Graph;
  /** Longitude and latitude of each node in degrees, as `haversine` takes them. */
  readonly coordinates: Float64Array;
  readonly nodeIds: Float64Array;
  readonly edges: readonly OsmEdge[];
  readonly entrances: readonly OsmEntrance[];
  readonly barriers: readonly OsmBarrier[];
  readonly report: OsmReport;
}

/** The straight piece of a way from one of its nodes to the next, in the way's direction. */
export interface OsmEdge {
  readonly source: number;
  readonly target: number;
  /** Metres along the great circle. */
  readonly length: number;
  readonly way: OsmWay;
}

/** What the tags of a way say; `undefined` where they say nothing, or nothing that can be read. */
export interface OsmWay {
  readonly id: number;
  /** The value of `highway`: "footway", "steps", "residential", … */
  readonly kind: string;
  readonly name: string | undefined;
  readonly steps: boolean;
  /** Steps of the whole way, not of one edge. */
  readonly stepCount: number | undefined;
  readonly wheelchair: string | undefined;
  readonly surface: string | undefined;
  /** Per cent, rising in the way's direction where positive; "up" or "down" where no more is known. */
  readonly incline: number | "up" | "down" | undefined;
  /** Metres. */
  readonly width: number | undefined;
  readonly lit: boolean | undefined;
  readonly access: string | undefined;
  readonly level: string | undefined;
  /** Every tag as it stands. */
  readonly tags: ReadonlyMap<string, string>;
}

/** A node with `entrance=*` (or `building=entrance`). */
export interface OsmEntrance {
  readonly id: number;
  /** The node of the graph, if a way leads here; otherwise snap the coordinates. */
  readonly node: number | undefined;
  readonly longitude: number;
  readonly latitude: number;
  /** "main", "yes", "staircase", "service", … */
  readonly kind: string;
  readonly level: string | undefined;
  readonly wheelchair: string | undefined;
  readonly name: string | undefined;
  /** The name of the building on whose outline it stands. */
  readonly building: string | undefined;
  readonly tags: ReadonlyMap<string, string>;
}

/** A gate, bollard, kerb or the like on a node of the graph. */
export interface OsmBarrier {
  readonly id: number;
  readonly node: number;
  /** "gate", "bollard", "kerb", … */
  readonly kind: string;
  /** Whether it stops somebody on foot, and in a wheelchair. */
  readonly stopsFoot: boolean;
  readonly stopsWheelchair: boolean;
  readonly tags: ReadonlyMap<string, string>;
}

/** What was read, and all that did not become part of the graph and might have been missed. */
export interface OsmReport {
  /** Elements in the file. */
  readonly nodes: number;
  readonly ways: number;
  /** Relations are counted only: neither turn restrictions nor areas made of several ways are followed. */
  readonly relations: number;
  /** Ways that have edges in the graph. */
  readonly usedWays: number;
  readonly issues: readonly OsmIssue[];
}

/**
 * - `deleted`: deleted in an editor or from the map; left out.
 * - `duplicate`: given more than once; the newest version was taken.
 * - `missing-node`: the way's node is not in the file (or deleted); the way is interrupted there, not drawn across.
 * - `too-short`: fewer than two nodes in a row.
 * - `repeated-node`: the same node twice in a row; no edge.
 * - `not-open`: a way that is planned, under construction or gone.
 * - `no-direction`: open in neither direction, or by turns.
 * - `area`: only the outline of a square became edges.
 * - `relation`: a square or the like made of several ways; left out.
 * - `unread`: a value that could not be read, or a condition that is not followed.
 * - `disconnected`: not in the largest component.
 */
export type OsmIssueReason =
  | "deleted"
  | "duplicate"
  | "missing-node"
  | "too-short"
  | "repeated-node"
  | "not-open"
  | "no-direction"
  | "area"
  | "relation"
  | "unread"
  | "disconnected";

export interface OsmIssue {
  readonly reason: OsmIssueReason;
  readonly element: "node" | "way" | "relation";
  readonly id: number;
  /** Where the element begins in the file. */
  readonly line: number;
  readonly detail: string;
}
