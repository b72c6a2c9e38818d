import type { Catalogue, IndexedRule } from "./catalogue.ts";
import { completedCourses } from "./completed.ts";
import { type Answer, evaluate, type Taken, unknownsOf } from "./evaluate.ts";
import { forEachCourse } from "./rule-courses.ts";

/** What {@link eligible} may take into account. */
export interface EligibleOptions {
  /** Name of the term in question; without it, offerings are not looked at. */
  readonly term?: string | undefined;
  /** Courses being taken now, which will be completed if they are passed. */
  readonly inProgress?: Iterable<string> | undefined;
  /** Courses whose rule is waived for this student. */
  readonly waived?: Iterable<string> | undefined;
  /** What is known about a note, such as "third-year standing"; undefined for nothing. */
  readonly judge?: ((text: string) => boolean | undefined) | undefined;
}

/** Whether a course can be taken next, and what it hangs on. */
export interface Eligibility {
  readonly id: string;
  readonly answer: Answer;
  /** Why the answer is "no": not taught in the term, no credit beside a completed course, or the rule. */
  readonly reason: "not-offered" | "excluded" | "requires" | undefined;
  /** Whether the answer would be less without the courses in progress. */
  readonly provisional: boolean;
  /** Corequisites of its rule that can be taken in the same term and are not completed. */
  readonly together: readonly string[];
  /** Courses of its rule that are not completed and cannot be had in the same term; empty once the rule holds. */
  readonly missing: readonly string[];
  /** What nobody can say: notes and courses outside the catalogue, where the answer depends on them. */
  readonly unknown: readonly string[];
}

/**
 * For every course not completed nor in progress, by id, whether it can be taken in the next term.
 *
 * "unknown" where it depends on a note or on a course outside the catalogue. A corequisite counts when it can itself be
 * taken in that term, so that courses which are corequisites of one another are answered together.
 *
 * @example
 * const catalogue = createCatalogue([
 *   { id: "A" },
 *   { id: "B", requires: "A" },
 *   { id: "C", requires: any("B", note("permission")) },
 * ]);
 * eligible(catalogue, []).map(({ id, answer }) => [id, answer]); // => [["A", "yes"], ["B", "no"], ["C", "unknown"]]
 */
export function eligible(
  catalogue: Catalogue,
  completed: Iterable<string>,
  options: EligibleOptions = {},
): Eligibility[] {
  const { courses } = catalogue;
  const { term, inProgress = [], judge } = options;
  const done = { ...completedCourses(catalogue, completed), judge };
  const current = completedCourses(catalogue, inProgress);
  const waived = completedCourses(catalogue, options.waived ?? []).status;
  const dependents = corequisiteOf(courses);
  const expected = { external: new Set([...done.external, ...current.external]), judge };
  const status = done.status.map((value, i) => Math.max(value, current.status[i]!));
  const after = answer({ ...expected, status });
  const before = current.status.includes(2) || current.external.size > 0 ? answer(done) : after;
  return courses.flatMap(({ id, requires }, i): Eligibility[] => {
    if (status[i] === 2) {
      return [];
    }
    const reason = refusal(i);
    const value = after.answers[i]!;
    return [
      {
        id,
        answer: value === 2 ? "yes" : value === 1 ? "unknown" : "no",
        reason: value > 0 ? undefined : (reason ?? "requires"),
        provisional: value > before.answers[i]!,
        ...explain(requires, i),
      },
    ];
  });

  /** All courses at once: first the largest set in which every rule may hold, then within it the largest in which all do. */
  function answer(taken: Taken): { answers: Uint8Array; possible: Uint8Array } {
    const offered = taken.status.map((value, i) => value || (refusal(i) ? 0 : 1));
    const possible = shrink({ ...taken, status: offered }, 1);
    const certain = shrink({ ...taken, status: possible.slice() }, 2);
    return { answers: possible.map((value, i) => value && certain[i]! + value), possible };
  }

  /** Takes courses out of a same-term set until the rule of every one left comes to at least `least`. */
  function shrink(taken: Taken, least: 1 | 2): Uint8Array {
    const open = [...courses.keys()];
    for (let i = open.pop(); i !== undefined; i = open.pop()) {
      if (taken.status[i] === 1 && !waived[i] && evaluate(courses, courses[i]!.requires, taken) < least) {
        taken.status[i] = 0;
        open.push(...(dependents.get(i) ?? []));
      }
    }
    return taken.status;
  }

  function refusal(i: number): "not-offered" | "excluded" | undefined {
    const { offered, excludes, excludesExternal } = courses[i]!;
    if (term === undefined ? offered?.length === 0 : offered && !offered.includes(term)) {
      return "not-offered";
    }
    const excluded =
      excludes.some((other) => status[other] === 2) || excludesExternal.some((other) => expected.external.has(other));
    return excluded ? "excluded" : undefined;
  }

  function explain(rule: IndexedRule, self: number): Pick<Eligibility, "together" | "missing" | "unknown"> {
    const together = new Set<string>();
    const missing = new Set<string>();
    forEachCourse(rule, (course, concurrent) => {
      if (status[course] !== 2) {
        (concurrent && after.possible[course] ? together : missing).add(courses[course]!.id);
      }
    });
    const value = after.answers[self];
    return {
      together: [...together].sort(),
      missing: value === 2 ? [] : [...missing].sort(),
      unknown: value === 1 ? [...new Set(unknownsOf(rule, expected))] : [],
    };
  }
}

/** By course the courses that name it as a corequisite. */
function corequisiteOf(courses: Catalogue["courses"]): Map<number, number[]> {
  const dependents = new Map<number, number[]>();
  courses.forEach(({ requires }, i) => {
    forEachCourse(requires, (course, concurrent) => {
      if (concurrent) {
        const list = dependents.get(course);
        list ? list.push(i) : dependents.set(course, [i]);
      }
    });
  });
  return dependents;
}
