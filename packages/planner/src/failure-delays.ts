import type { Catalogue } from "./catalogue.ts";
import type { PlannedTerm } from "./check-plan.ts";
import { completedCourses } from "./completed.ts";
import { courseIndex } from "./course-index.ts";
import { evaluate } from "./evaluate.ts";

/** What {@link failureDelays} goes by. */
export interface FailureDelaysOptions {
  readonly completed?: Iterable<string> | undefined;
  /** Names of the terms of a year in their order, to name the terms after the plan; the plan's own names in turn when left out. */
  readonly calendar?: readonly string[] | undefined;
}

/** What failing a course does to a plan. */
export interface FailureDelays {
  /** The courses that move, by their new term and id, the failed one among them. */
  readonly delayed: readonly { readonly id: string; readonly from: number; readonly to: number }[];
  /** Courses that find no place any more, by id: never taught again, or waiting for one that is not. */
  readonly stranded: readonly string[];
  /** How many terms the plan ends later. */
  readonly terms: number;
}

/**
 * Which courses of a plan move, and how far, if one of them is failed and taken again at the next chance.
 *
 * Every other course stays where it is unless its rule no longer holds there, and then waits for the first term in
 * which it holds and the course is taught; another branch of a choice that the plan holds anyway keeps it in place.
 * Limits on credits are not looked at, so the delay is a lower bound: with limits, plan the rest anew. A rule that
 * does not hold in the plan as it stands, or that nobody can judge, is taken as waived.
 *
 * @throws CatalogueError when the plan names a course that the catalogue does not have.
 * @throws RangeError when `failed` is not in the plan.
 * @example
 * const catalogue = createCatalogue([{ id: "A" }, { id: "B", requires: "A" }, { id: "C" }]);
 * const plan = [
 *   { index: 0, term: "fall", courses: ["A", "C"] },
 *   { index: 1, term: "spring", courses: ["B"] },
 * ];
 * failureDelays(catalogue, plan, "A").delayed; // => [{ id: "A", from: 0, to: 1 }, { id: "B", from: 1, to: 2 }]
 */
export function failureDelays(
  catalogue: Catalogue,
  plan: Iterable<PlannedTerm>,
  failed: string,
  { completed = [], calendar }: FailureDelaysOptions = {},
): FailureDelays {
  const { courses } = catalogue;
  const terms = [...plan].sort((a, b) => a.index - b.index);
  const placed = new Map<number, number>();
  for (const { index, courses: ids } of terms) {
    for (const id of ids) {
      placed.set(courseIndex(catalogue, id), index);
    }
  }
  const failedCourse = courseIndex(catalogue, failed);
  if (!placed.has(failedCourse)) {
    throw new RangeError(`Expected \`failed\` to be a course of the plan, got ${JSON.stringify(failed)}.`);
  }
  const names = calendar ?? terms.map(({ term }) => term);
  const first = calendar ? 0 : (terms[0]?.index ?? 0);
  const offset = calendar ? Math.max(0, calendar.indexOf(terms[0]!.term)) - terms[0]!.index : -first;
  const nameAt = (index: number) => names[(((index + offset) % names.length) + names.length) % names.length]!;
  const waived = brokenRules();

  const { status, external } = completedCourses(catalogue, completed);
  const end = terms.at(-1)!.index;
  const moved = new Map<number, number>();
  const waiting = new Set(placed.keys());
  // After the plan's end every course that can still come finds its place within one calendar for each course.
  for (let index = terms[0]!.index, idle = 0; waiting.size > 0 && (index <= end || idle < names.length); index++) {
    const batch = batchAt(index);
    for (const course of batch) {
      waiting.delete(course);
      moved.set(course, index);
      status[course] = 2;
    }
    idle = index <= end || batch.length > 0 ? 0 : idle + 1;
  }
  const delayed = [...moved]
    .map(([course, to]) => ({ course, id: courses[course]!.id, from: placed.get(course)!, to }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.to - b.to || a.course - b.course)
    .map(({ id, from, to }) => ({ id, from, to }));
  return {
    delayed,
    stranded: [...waiting].sort((a, b) => a - b).map((course) => courses[course]!.id),
    terms: Math.max(0, ...[...moved.values()].map((index) => index - end)),
  };

  /** The largest set of waiting courses that can be taken together in a term. */
  function batchAt(index: number): number[] {
    let batch = [...waiting].filter((course) => {
      const from = placed.get(course)! + (course === failedCourse ? 1 : 0);
      const { offered } = courses[course]!;
      return from <= index && (index === placed.get(course) || !offered || offered.includes(nameAt(index)));
    });
    for (let size = -1; size !== batch.length; ) {
      size = batch.length;
      for (const course of batch) {
        status[course] = 1;
      }
      const kept = batch.filter((course) => waived.has(course) || holds(course, { status, external }));
      for (const course of batch) {
        status[course] = 0;
      }
      batch = kept;
    }
    return batch;
  }

  function brokenRules(): Set<number> {
    const taken = completedCourses(catalogue, completed);
    const broken = new Set<number>();
    for (const { index } of terms) {
      const now = [...placed].filter(([, place]) => place === index).map(([course]) => course);
      for (const course of now) {
        taken.status[course] = 1;
      }
      for (const course of now) {
        if (!holds(course, taken)) {
          broken.add(course);
        }
      }
      for (const course of now) {
        taken.status[course] = 2;
      }
    }
    return broken;
  }

  function holds(course: number, taken: Parameters<typeof evaluate>[2]): boolean {
    return evaluate(courses, courses[course]!.requires, taken) > 0;
  }
}
