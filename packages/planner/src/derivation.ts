import type { Catalogue } from "./catalogue.ts";
import { chooseBranch, type Take } from "./choose-branch.ts";
import { earliestTerms } from "./earliest-terms.ts";
import type { Taken } from "./evaluate.ts";
import { forEachCourse } from "./rule-courses.ts";

/** A way to fulfil the rule of a course. */
export interface Branch {
  /** Courses completed in earlier terms. */
  readonly earlier: readonly number[];
  /** Courses completed earlier or taken in the same term. */
  readonly together: readonly number[];
  /** Notes, and courses outside the catalogue, that are assumed to be fulfilled. */
  readonly assumed: readonly string[];
}

/** One way to reach some courses, with a branch chosen for every course that has to be taken. */
export interface Derivation {
  /** The targets and every course that occurs in the rules above them. */
  readonly members: readonly number[];
  /** By course the first term in which it can be taken, 0 when completed, −1 for never. */
  readonly terms: Int32Array;
  /** The courses to take, the latest terms first, with the chosen branches; targets that nothing reaches are left out. */
  readonly chosen: ReadonlyMap<number, Branch>;
}

/**
 * A derivation that reaches every target in its earliest term with few courses.
 *
 * What nobody can say is assumed only in the rules of courses that nothing else would reach. The fewest terms are
 * exact, the number of courses is a greedy one (the fewest would be a hard problem): from the latest term backwards
 * every course takes the branch that adds the fewest courses, counted without what the branches share.
 */
export function derive(catalogue: Catalogue, targets: readonly number[], { status, external }: Taken): Derivation {
  const { courses } = catalogue;
  const members = [...new Set(targets)];
  const met = new Uint8Array(courses.length);
  for (const course of members) {
    met[course] = 1;
  }
  const meet = (course: number) => {
    if (met[course] === 0) {
      met[course] = 1;
      members.push(course);
    }
  };
  for (let i = 0; i < members.length; i++) {
    forEachCourse(courses[members[i]!]!.requires, meet);
  }

  const start = { status, external, members };
  let terms = earliestTerms(courses, { ...start, assume: () => false });
  let assume = (_course: number): boolean => false;
  if (targets.some((course) => terms[course]! < 0)) {
    const certain = terms;
    assume = (course) => certain[course]! < 0;
    terms = earliestTerms(courses, { ...start, assume });
  }

  // How many courses reaching a course takes, shared ones counted twice: prices of the branches in the second pass.
  const sizes = new Float64Array(courses.length);
  const byTerm: number[][] = [];
  for (const course of members.filter((course) => terms[course]! > 0).sort((a, b) => a - b)) {
    addTo(byTerm, terms[course]!, course);
  }
  for (const course of byTerm.flat()) {
    sizes[course] = 1 + choose(course, (other) => sizes[other]!);
  }

  const chosen = new Map<number, Branch>();
  const wanted = new Uint8Array(courses.length);
  const queue: number[][] = [];
  const want = (course: number) => {
    const term = terms[course]!;
    if (!wanted[course] && term > 0) {
      wanted[course] = 1;
      addTo(queue, term, course);
    }
  };
  targets.forEach(want);
  for (let term = byTerm.length - 1; term > 0; term--) {
    for (const course of queue[term] ?? []) {
      const branch = { earlier: new Set<number>(), together: new Set<number>(), assumed: new Set<string>() };
      choose(
        course,
        (other) => (wanted[other] ? 0 : sizes[other]!),
        (leaf, concurrent) => {
          if (typeof leaf === "string") {
            branch.assumed.add(leaf);
          } else {
            branch[concurrent ? "together" : "earlier"].add(leaf);
            want(leaf);
          }
        },
      );
      chosen.set(course, {
        earlier: [...branch.earlier],
        together: [...branch.together],
        assumed: [...branch.assumed],
      });
    }
  }
  return { members, terms, chosen };

  function choose(course: number, price: (course: number) => number, take?: Take): number {
    const means = { courses, terms, external, assume: assume(course), price, term: terms[course]! };
    return chooseBranch(courses[course]!.requires, means, take);
  }
}

function addTo(lists: number[][], at: number, entry: number): void {
  const list = lists[at];
  if (list) {
    list.push(entry);
  } else {
    lists[at] = [entry];
  }
}
