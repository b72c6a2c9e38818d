export type { OsmOptions } from "./build-osm-graph.ts";
export type { OsmChunk } from "./create-osm-reader.ts";
export type {
  OsmBarrier,
  OsmEdge,
  OsmEntrance,
  OsmGraph,
  OsmIssue,
  OsmIssueReason,
  OsmReport,
  OsmWay,
} from "./osm-graph.ts";
export { parseOsm } from "./parse-osm.ts";
export { parseOsmStream } from "./parse-osm-stream.ts";
export type { OsmTraveller } from "./read-directions.ts";
export { type StepFreeOptions, stepFree } from "./step-free.ts";
export type { TravelRules } from "./travel-rules.ts";
export { type WalkingOptions, walking } from "./walking.ts";
