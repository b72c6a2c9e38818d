import type { Catalogue } from "./catalogue.ts";
import { completedCourses } from "./completed.ts";
import { earliestTerms } from "./earliest-terms.ts";
import { forEachCourse } from "./rule-courses.ts";

/** A course that no derivation reaches. */
export interface ImpossibleCourse {
  readonly id: string;
  /** It is taught in no term, or its rule cannot come to hold. */
  readonly reason: "never-offered" | "requires";
  /** The impossible courses that its rule mentions; with none of them, the rule never holds by itself. */
  readonly blockedBy: readonly string[];
}

/**
 * The courses that nobody can ever take, by id: never taught, or waiting for one another in every branch.
 *
 * A least fixpoint, not a search for cycles: a cycle that some branch avoids does no harm, and courses that are
 * corequisites of one another are taken together. Notes and courses outside the catalogue count as fulfilled;
 * exclusions are not looked at. The answer proves itself: even with every other course completed, the rule of each
 * course here fails. Linear in the size of the rules.
 *
 * @example
 * const catalogue = createCatalogue([
 *   { id: "A", requires: any("B", "C") },
 *   { id: "B", requires: "A" },
 *   { id: "C", requires: "D" },
 *   { id: "D", requires: "C" },
 * ]);
 * impossible(catalogue).map(({ id }) => id); // => ["A", "B", "C", "D"]
 * impossible(catalogue, { completed: ["D"] }); // => []
 */
export function impossible(
  catalogue: Catalogue,
  { completed = [] }: { readonly completed?: Iterable<string> | undefined } = {},
): ImpossibleCourse[] {
  const { courses } = catalogue;
  const terms = earliestTerms(courses, { ...completedCourses(catalogue, completed), assume: () => true });
  return courses
    .filter((_, i) => terms[i]! < 0)
    .map(({ id, offered, requires }) => {
      const blockedBy = new Set<string>();
      forEachCourse(requires, (course) => {
        if (terms[course]! < 0) {
          blockedBy.add(courses[course]!.id);
        }
      });
      return { id, reason: offered?.length === 0 ? "never-offered" : "requires", blockedBy: [...blockedBy].sort() };
    });
}
