import type { Catalogue } from "./catalogue.ts";
import { completedCourses } from "./completed.ts";
import { courseIndex } from "./course-index.ts";
import { type Derivation, derive } from "./derivation.ts";

/** When a course of the critical path question can be taken without making anything later. */
export interface CourseSlack {
  readonly id: string;
  /** The first term in which it can be taken, 1 for the first. */
  readonly earliest: number;
  /** The last term in which it can be taken without adding a term. */
  readonly latest: number;
  /** `latest` − `earliest`: 0 for the courses that must not wait. */
  readonly slack: number;
}

/** Answer of {@link criticalPath}. */
export interface CriticalPath {
  /** The fewest terms that the goals take when nothing limits a term. */
  readonly terms: number;
  /** A chain of courses that takes all these terms: each is needed by the next, earlier or as a corequisite. */
  readonly path: readonly string[];
  /** Every course to take, by earliest term and id. */
  readonly courses: readonly CourseSlack[];
  /** Goals that nothing reaches. */
  readonly impossible: readonly string[];
}

/**
 * The longest chain of courses to the goals, and how long every course on the way can wait.
 *
 * Each choice is taken where the goals come earliest, so `terms` is a lower bound for every plan, whatever the
 * offerings and limits; slack refers to the chosen branches. Goals are ids; without them, every course.
 *
 * @throws CatalogueError when a goal is not in the catalogue.
 * @example
 * const catalogue = createCatalogue([
 *   { id: "A" },
 *   { id: "B", requires: "A" },
 *   { id: "C" },
 *   { id: "D", requires: all("B", "C") },
 * ]);
 * const { terms, path, courses } = criticalPath(catalogue, { goals: ["D"] });
 * terms; // => 3
 * path; // => ["A", "B", "D"]
 * courses[1]; // => { id: "C", earliest: 1, latest: 2, slack: 1 }
 */
export function criticalPath(
  catalogue: Catalogue,
  {
    goals,
    completed = [],
  }: { readonly goals?: Iterable<string> | undefined; readonly completed?: Iterable<string> | undefined } = {},
): CriticalPath {
  const { courses } = catalogue;
  const targets = goals
    ? [...goals].map((id) => courseIndex(catalogue, id)).sort((a, b) => a - b)
    : [...courses.keys()];
  const derivation = derive(catalogue, targets, completedCourses(catalogue, completed));
  const { terms, chosen } = derivation;
  const order = [...chosen.keys()].sort((a, b) => terms[a]! - terms[b]! || a - b);
  const last = order.length > 0 ? terms[order.at(-1)!]! : 0;
  const latest = latestTerms(derivation, last);
  return {
    terms: last,
    path: longestChain(derivation, order, last).map((course) => courses[course]!.id),
    courses: order.map((course) => {
      const earliest = terms[course]!;
      return { id: courses[course]!.id, earliest, latest: latest[course]!, slack: latest[course]! - earliest };
    }),
    impossible: [...new Set(targets)].filter((course) => terms[course]! < 0).map((course) => courses[course]!.id),
  };
}

/** By course the last term that keeps every course of the derivation within `last` terms. */
function latestTerms({ terms, chosen }: Derivation, last: number): Int32Array {
  const latest = new Int32Array(terms.length).fill(last);
  // Users come before what they use, except among corequisites of one term, which may need another pass.
  for (let changed = true; changed; ) {
    changed = false;
    for (const [course, { earlier, together }] of chosen) {
      for (const [list, limit] of [
        [earlier, latest[course]! - 1],
        [together, latest[course]!],
      ] as const) {
        for (const used of list) {
          if (latest[used]! > limit) {
            latest[used] = limit;
            changed = true;
          }
        }
      }
    }
  }
  return latest;
}

/** From a course of the last term back: some course of its term that it takes along has its own prerequisite one term before. */
function longestChain({ terms, chosen }: Derivation, order: readonly number[], last: number): number[] {
  const path: number[] = [];
  let next = order.find((course) => terms[course] === last);
  for (let term = last; next !== undefined; term--) {
    const from = new Map([[next, next]]);
    let previous: number | undefined;
    for (const course of from.keys()) {
      const { earlier, together } = chosen.get(course)!;
      previous = earlier.find((used) => terms[used] === term - 1 && term > 1);
      if (previous !== undefined || term === 1) {
        const steps = [course];
        while (steps[0] !== next) {
          steps.unshift(from.get(steps[0]!)!);
        }
        path.push(...steps);
        break;
      }
      for (const used of together) {
        if (terms[used] === term && !from.has(used)) {
          from.set(used, course);
        }
      }
    }
    next = previous;
  }
  return path.reverse();
}
