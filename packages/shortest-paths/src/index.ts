export { type AStarOptions, aStar } from "./a-star.ts";
export { bidirectionalAStar } from "./bidirectional-a-star.ts";
export { bidirectionalDijkstra } from "./bidirectional-dijkstra.ts";
export { type BreadthFirstOptions, breadthFirstPath } from "./breadth-first-path.ts";
export { type ContractOptions, contract } from "./contract.ts";
export {
  createHierarchyRouter,
  type HierarchyRouteOptions,
  type HierarchyRouter,
} from "./create-hierarchy-router.ts";
export {
  createNearest,
  type Nearest,
  type NearestEdge,
  type NearestNode,
  type NearestOptions,
} from "./create-nearest.ts";
export { createSearchSpace } from "./create-search-space.ts";
export { dijkstra } from "./dijkstra.ts";
export { type DistancesOptions, distancesFrom } from "./distances-from.ts";
export { euclidean } from "./euclidean.ts";
export { haversine } from "./haversine.ts";
export type { Hierarchy } from "./hierarchy.ts";
export type { Matrix } from "./hierarchy-matrix.ts";
export { parseHierarchy } from "./parse-hierarchy.ts";
export type { Route } from "./route.ts";
export type { Heuristic, SearchOptions } from "./search.ts";
export type { SearchSpace } from "./search-space.ts";
export { serializeHierarchy } from "./serialize-hierarchy.ts";
export { type Tour, type TourOptions, tour } from "./tour.ts";
