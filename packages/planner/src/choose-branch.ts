import type { Catalogue, IndexedRule } from "./catalogue.ts";
import { creditTolerance } from "./evaluate.ts";
import { forEachCourse } from "./rule-courses.ts";

/** What a branch may use. */
export interface Means {
  readonly courses: Catalogue["courses"];
  /** By course the first term in which it can be taken, −1 for never. */
  readonly terms: Int32Array;
  readonly external: ReadonlySet<string>;
  /** Whether what nobody can say may be assumed. */
  readonly assume: boolean;
  readonly price: (course: number) => number;
  /** The term of the course whose rule it is. */
  readonly term: number;
}

/** Takes the leaves of a chosen branch; `id` is a note, or a course outside the catalogue, that is assumed. */
export type Take = (course: number | string, concurrent: boolean) => void;

/** Dearer than any number of courses, so that something is assumed only where no course would do. */
const assumption = 1e9;

/**
 * The price of a cheap way to fulfil `rule`, infinite when there is none; with `take` also its leaves. Of a choice the
 * cheapest children are taken, ties to the lowest course. Courses shared between children are paid twice.
 */
export function chooseBranch(rule: IndexedRule, means: Means, take?: Take): number {
  const { terms, term, assume } = means;
  switch (rule.kind) {
    case "course": {
      const first = terms[rule.course]!;
      if (first < 0 || first > term || (first === term && !rule.concurrent)) {
        return Number.POSITIVE_INFINITY;
      }
      take?.(rule.course, rule.concurrent);
      return means.price(rule.course);
    }
    case "credits": {
      const pool = chooseCredits(rule.courses, rule.needed, means);
      if (pool) {
        return sum(pool, (course) => {
          take?.(course, false);
          return means.price(course);
        });
      }
      return sum(rule.external, (id) => assumed(id)) || Number.POSITIVE_INFINITY;
    }
    case "count": {
      const { rules, needed } = rule;
      if (needed < rules.length) {
        const priced = rules.map((child) => ({ child, price: chooseBranch(child, means), first: lowest(child) }));
        priced.sort((a, b) => a.price - b.price || a.first - b.first);
        return sum(priced.slice(0, needed), ({ child }) => chooseBranch(child, means, take));
      }
      return sum(rules, (child) => chooseBranch(child, means, take));
    }
    default:
      return rule.kind === "external" && means.external.has(rule.id)
        ? 0
        : assumed(rule.kind === "note" ? rule.text : rule.id);
  }

  function assumed(text: string): number {
    if (!assume) {
      return Number.POSITIVE_INFINITY;
    }
    take?.(text, false);
    return assumption;
  }
}

/** The cheapest courses first until they are worth enough, then without those that are not needed after all. */
function chooseCredits(
  pool: readonly number[],
  needed: number,
  { courses, terms, term, price }: Means,
): number[] | undefined {
  const worth = (course: number) => courses[course]!.credits;
  const usable = pool
    .filter((course) => terms[course]! >= 0 && terms[course]! < term && worth(course) > 0)
    .sort((a, b) => price(a) - price(b) || worth(b) - worth(a) || a - b);
  let missing = needed - creditTolerance;
  const taken = usable.filter((course) => {
    const isNeeded = missing > 0;
    missing -= isNeeded ? worth(course) : 0;
    return isNeeded;
  });
  if (missing > 0) {
    return undefined;
  }
  return taken.reverse().filter((course) => {
    const isNeeded = missing + worth(course) > 0;
    missing += isNeeded ? 0 : worth(course);
    return isNeeded;
  });
}

function lowest(rule: IndexedRule): number {
  let course = Number.POSITIVE_INFINITY;
  forEachCourse(rule, (other) => {
    course = Math.min(course, other);
  });
  return course;
}

function sum<T>(list: readonly T[], price: (entry: T) => number): number {
  return list.reduce((total, entry) => total + price(entry), 0);
}
