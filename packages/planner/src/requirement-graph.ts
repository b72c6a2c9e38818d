import { buildGraph, type Graph } from "@groundwork/graph";
import type { Catalogue } from "./catalogue.ts";
import { forEachCourse } from "./rule-courses.ts";

/**
 * An arc from every course to those whose rules mention it, whichever branch that is in; weight 1 for a prerequisite,
 * 0 for a corequisite. With `only`, the graph of these courses alone, numbered by their place in the list.
 */
export function requirementGraph(courses: Catalogue["courses"], only?: readonly number[]): Graph {
  const places = only && new Map(only.map((course, place) => [course, place]));
  const sources: number[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  const count = only?.length ?? courses.length;
  for (let target = 0; target < count; target++) {
    forEachCourse(courses[only ? only[target]! : target]!.requires, (course, concurrent) => {
      const source = places ? places.get(course) : course;
      if (source !== undefined) {
        sources.push(source);
        targets.push(target);
        weights.push(concurrent ? 0 : 1);
      }
    });
  }
  return buildGraph(count, { sources, targets, weights });
}
