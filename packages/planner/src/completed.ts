import type { Catalogue } from "./catalogue.ts";
import type { Taken } from "./evaluate.ts";

/** Completed courses as evaluation wants them; ids that the catalogue does not have are courses outside it. */
export function completedCourses(
  catalogue: Catalogue,
  ids: Iterable<string>,
): Taken & { readonly external: Set<string> } {
  const status = new Uint8Array(catalogue.courses.length);
  const external = new Set<string>();
  if (typeof ids === "string") {
    throw new TypeError(`Expected \`completed\` to be a list of ids, got the string ${JSON.stringify(ids)}.`);
  }
  for (const id of ids) {
    const course = catalogue.index.get(id);
    if (course === undefined) {
      external.add(id);
    } else {
      status[course] = 2;
    }
  }
  return { status, external };
}
