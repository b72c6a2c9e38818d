import type { Catalogue } from "./catalogue.ts";
import { completedCourses } from "./completed.ts";
import { courseIndex } from "./course-index.ts";
import { earliestTerms } from "./earliest-terms.ts";
import { evaluate } from "./evaluate.ts";
import { forEachCourse } from "./rule-courses.ts";

/** What completing a course makes possible; each list by id. */
export interface Unlocks {
  /** Courses whose own rule holds, or may hold, as soon as the course is completed and not before. */
  readonly next: readonly string[];
  /** Courses that no branch reaches without it. */
  readonly only: readonly string[];
  /** Every course with it among its prerequisites, in whatever branch. */
  readonly all: readonly string[];
}

/**
 * What a course unlocks for somebody who has completed `completed`.
 *
 * @throws CatalogueError when the catalogue has no such course.
 * @example
 * const catalogue = createCatalogue([
 *   { id: "A" },
 *   { id: "B" },
 *   { id: "C", requires: any("A", "B") },
 *   { id: "D", requires: all("A", "C") },
 * ]);
 * unlocks(catalogue, "A"); // => { next: ["C"], only: ["D"], all: ["C", "D"] }
 */
export function unlocks(
  catalogue: Catalogue,
  id: string,
  { completed = [] }: { readonly completed?: Iterable<string> | undefined } = {},
): Unlocks {
  const { courses } = catalogue;
  const target = courseIndex(catalogue, id);
  const taken = completedCourses(catalogue, completed);
  taken.status[target] = 0;
  const start = { ...taken, assume: () => true };
  const terms = earliestTerms(courses, start);
  const termsWithout = earliestTerms(courses, { ...start, without: target });
  const before = answers();
  taken.status[target] = 2;
  const after = answers();
  const dependents = dependentsOf(courses, target);
  return {
    next: select((i) => after[i]! > before[i]!),
    only: select((i) => terms[i]! >= 0 && termsWithout[i]! < 0),
    all: select((i) => dependents.has(i)),
  };

  function answers(): number[] {
    return courses.map(({ requires }) => evaluate(courses, requires, taken));
  }

  function select(wanted: (course: number) => boolean): string[] {
    return courses.filter((_, i) => i !== target && taken.status[i] !== 2 && wanted(i)).map((course) => course.id);
  }
}

function dependentsOf(courses: Catalogue["courses"], target: number): Set<number> {
  const mentionedBy: number[][] = courses.map(() => []);
  courses.forEach(({ requires }, i) => {
    forEachCourse(requires, (course) => mentionedBy[course]!.push(i));
  });
  const met = new Set([target]);
  for (const course of met) {
    for (const dependent of mentionedBy[course]!) {
      met.add(dependent);
    }
  }
  return met;
}
