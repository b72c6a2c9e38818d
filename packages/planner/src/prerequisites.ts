import type { Catalogue } from "./catalogue.ts";
import { completedCourses } from "./completed.ts";
import { courseIndex } from "./course-index.ts";
import { derive } from "./derivation.ts";

/** A course that occurs in the rules above another. */
export interface Prerequisite {
  readonly id: string;
  /** The first term in which it could be taken, 1 for the first; 0 when completed, undefined when nothing reaches it. */
  readonly term: number | undefined;
  /** Whether it belongs to the chosen branches; if not, it is an alternative. */
  readonly chosen: boolean;
  /** The courses that its own chosen branch takes in earlier terms; empty for alternatives. */
  readonly earlier: readonly string[];
  /** The courses that its own chosen branch takes in the same term at the latest; empty for alternatives. */
  readonly together: readonly string[];
  /** Notes, and courses outside the catalogue, that its own chosen branch assumes to be fulfilled. */
  readonly assumed: readonly string[];
}

/** Answer of {@link prerequisites}: the course itself, and all that stands above it. */
export interface Prerequisites extends Prerequisite {
  /** Every course that occurs in the rules above, by term and id, those that nothing reaches last. */
  readonly courses: readonly Prerequisite[];
}

/**
 * All prerequisites and corequisites of a course, those of its prerequisites and so on, and which branch of every
 * choice to take: the chosen courses reach the course in the earliest term possible, with few courses.
 *
 * The terms are exact when every course is taught every term and nothing limits a term. That the courses are few is a
 * greedy choice. A note is assumed only in the rule of a course that cannot be reached otherwise. Linear in the rules
 * above the course.
 *
 * @throws CatalogueError when the catalogue has no such course.
 * @example
 * const catalogue = createCatalogue([
 *   { id: "A" },
 *   { id: "B", requires: "A" },
 *   { id: "C" },
 *   { id: "D", requires: any("B", "C") },
 * ]);
 * const { term, earlier, courses } = prerequisites(catalogue, "D");
 * term; // => 2
 * earlier; // => ["C"]
 * courses.map(({ id, chosen }) => [id, chosen]); // => [["A", false], ["C", true], ["B", false]]
 */
export function prerequisites(
  catalogue: Catalogue,
  id: string,
  { completed = [] }: { readonly completed?: Iterable<string> | undefined } = {},
): Prerequisites {
  const target = courseIndex(catalogue, id);
  const { members, terms, chosen } = derive(catalogue, [target], completedCourses(catalogue, completed));
  const rank = (course: number) => (terms[course]! < 0 ? Number.POSITIVE_INFINITY : terms[course]!);
  const courses = members.slice(1).sort((a, b) => (rank(a) === rank(b) ? a - b : rank(a) - rank(b)));
  return { ...describe(target), courses: courses.map(describe) };

  function describe(course: number): Prerequisite {
    const branch = chosen.get(course);
    const term = terms[course]!;
    return {
      id: catalogue.courses[course]!.id,
      term: term < 0 ? undefined : term,
      chosen: branch !== undefined,
      earlier: names(branch?.earlier),
      together: names(branch?.together),
      assumed: branch?.assumed ?? [],
    };
  }

  function names(list: readonly number[] | undefined): string[] {
    return list?.map((course) => catalogue.courses[course]!.id) ?? [];
  }
}
