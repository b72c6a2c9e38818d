import { type Graph, stronglyConnectedComponents } from "@groundwork/graph";
import type { Catalogue } from "./catalogue.ts";
import { requirementGraph } from "./requirement-graph.ts";

/** Courses that wait for one another if every branch of every rule is counted. */
export interface PrerequisiteCycle {
  /** Every course of the knot, by id. */
  readonly courses: readonly string[];
  /** One real cycle in it: each course occurs in the rule of the next, the last in that of the first. */
  readonly cycle: readonly string[];
}

/**
 * The knots of courses that occur in one another's rules, by their first id, each with one of its shortest cycles
 * through a prerequisite. Corequisites alone make no cycle in time and are not reported.
 *
 * A cycle is a hint at a mistake in the data, not a verdict: where a choice leads around it, the courses can be taken.
 * Which ones cannot is what {@link impossible} says. Linear in the size of the rules, and of each knot once more.
 *
 * @example
 * const catalogue = createCatalogue([
 *   { id: "A", requires: any("B", "C") },
 *   { id: "B", requires: "A" },
 *   { id: "C" },
 * ]);
 * prerequisiteCycles(catalogue); // => [{ courses: ["A", "B"], cycle: ["A", "B"] }]
 * impossible(catalogue); // => []
 */
export function prerequisiteCycles(catalogue: Catalogue): PrerequisiteCycle[] {
  const graph = requirementGraph(catalogue.courses);
  const { count, componentOf, offsets, nodes } = stronglyConnectedComponents(graph);
  const names = (list: readonly number[]) => list.map((course) => catalogue.courses[course]!.id);
  const cycles: { first: number; knot: PrerequisiteCycle }[] = [];
  for (let component = 0; component < count; component++) {
    const members = [...nodes.subarray(offsets[component]!, offsets[component + 1]!)].sort((a, b) => a - b);
    const arc = prerequisiteWithin(graph, componentOf, members);
    if (arc) {
      const cycle = shortestPath(graph, componentOf, arc.target, arc.source);
      // The same cycle always begins at its lowest course.
      const lowest = cycle.indexOf(cycle.reduce((a, b) => Math.min(a, b)));
      const turned = [...cycle.slice(lowest), ...cycle.slice(0, lowest)];
      cycles.push({ first: members[0]!, knot: { courses: names(members), cycle: names(turned) } });
    }
  }
  return cycles.sort((a, b) => a.first - b.first).map(({ knot }) => knot);
}

/** The first arc between two courses of a component that is a prerequisite rather than a corequisite. */
function prerequisiteWithin(
  { offsets, targets, weights }: Graph,
  componentOf: Uint32Array,
  members: readonly number[],
): { source: number; target: number } | undefined {
  for (const source of members) {
    for (let arc = offsets[source]!; arc < offsets[source + 1]!; arc++) {
      if (weights[arc] === 1 && componentOf[targets[arc]!] === componentOf[source]) {
        return { source, target: targets[arc]! };
      }
    }
  }
  return undefined;
}

/** Nodes from `source` to `target` within their component, by breadth-first search. */
function shortestPath({ offsets, targets }: Graph, componentOf: Uint32Array, source: number, target: number): number[] {
  const predecessor = new Map([[source, source]]);
  for (const node of predecessor.keys()) {
    for (let arc = offsets[node]!; arc < offsets[node + 1]! && node !== target; arc++) {
      const next = targets[arc]!;
      if (componentOf[next] === componentOf[source] && !predecessor.has(next)) {
        predecessor.set(next, node);
      }
    }
  }
  const path = [target];
  for (let node = target; node !== source; ) {
    node = predecessor.get(node)!;
    path.push(node);
  }
  return path.reverse();
}
