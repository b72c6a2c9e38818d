import type { Catalogue, Course, IndexedCourse } from "./catalogue.ts";
import { CatalogueError } from "./catalogue-error.ts";
import { checkNumber } from "./check-number.ts";
import { always, indexRule } from "./index-rule.ts";

/** How {@link createCatalogue} reads its courses. */
export interface CatalogueOptions {
  /**
   * What an id is that no course has: a mistake ("error", the default), or a course outside the catalogue ("external")
   * of which nothing is known unless it is among the completed ones.
   */
  readonly unknown?: "error" | "external" | undefined;
}

/**
 * The courses with their rules checked, in normal form, and indexed in the order of their ids, so that no answer depends
 * on the order in which courses were given. The same course given twice counts once.
 *
 * @throws CatalogueError `unknown-course` or `conflicting-course`.
 * @throws RangeError or TypeError on credits, terms or rules that are none.
 * @example
 * const catalogue = createCatalogue([
 *   { id: "CPSC 110", credits: 4 },
 *   { id: "CPSC 210", credits: 4, requires: "CPSC 110" },
 * ]);
 * catalogue.index.get("CPSC 210"); // => 1
 * createCatalogue([{ id: "CPSC 210", requires: "CPSC 110" }]); // throws CatalogueError
 */
export function createCatalogue(courses: Iterable<Course>, options: CatalogueOptions = {}): Catalogue {
  const { unknown = "error" } = options;
  const given = [...courses];
  for (const course of given) {
    validate(course);
  }
  const ids = [...new Set(given.map((course) => course.id))].sort();
  const index = new Map(ids.map((id, i) => [id, i]));
  const indexed: IndexedCourse[] = new Array(ids.length);
  const excludes: Set<number>[] = ids.map(() => new Set());
  for (const course of given) {
    const i = index.get(course.id)!;
    const next = indexCourse({ index, unknown }, course);
    const previous = indexed[i];
    if (previous && JSON.stringify(previous) !== JSON.stringify(next)) {
      throw new CatalogueError("conflicting-course", course.id);
    }
    indexed[i] = next;
    for (const other of next.excludes) {
      excludes[i]!.add(other);
      excludes[other]!.add(i);
    }
  }
  return {
    courses: indexed.map((course, i) => ({ ...course, excludes: [...excludes[i]!].sort((a, b) => a - b) })),
    index,
    unknown,
  };
}

function indexCourse(catalogue: Pick<Catalogue, "index" | "unknown">, course: Course): IndexedCourse {
  const { id, requires, recommends } = course;
  const excludes: number[] = [];
  const excludesExternal: string[] = [];
  for (const other of new Set(course.excludes)) {
    const i = catalogue.index.get(other);
    if (i !== undefined) {
      if (other !== id) {
        excludes.push(i);
      }
    } else if (catalogue.unknown === "error") {
      throw new CatalogueError("unknown-course", other, id);
    } else {
      excludesExternal.push(other);
    }
  }
  return {
    id,
    title: course.title,
    credits: course.credits ?? 0,
    offered: course.offered && [...new Set(course.offered)].sort(),
    requires: requires === undefined ? always : indexRule(catalogue, requires, id),
    recommends: recommends === undefined ? always : indexRule(catalogue, recommends, id),
    excludes: excludes.sort((a, b) => a - b),
    excludesExternal: excludesExternal.sort(),
  };
}

function validate({ id, credits = 0, offered, excludes }: Course): void {
  if (typeof id !== "string") {
    throw new TypeError(`Expected the \`id\` of a course to be a string, got ${String(id)}.`);
  }
  checkNumber(`\`credits\` of ${JSON.stringify(id)}`, credits, "a finite number");
  for (const [name, list] of [
    ["offered", offered],
    ["excludes", excludes],
  ] as const) {
    if (list !== undefined && !(Array.isArray(list) && list.every((entry) => typeof entry === "string"))) {
      throw new TypeError(
        `Expected \`${name}\` of ${JSON.stringify(id)} to be an array of strings, got ${String(list)}.`,
      );
    }
  }
}
