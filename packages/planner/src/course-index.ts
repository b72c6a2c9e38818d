import type { Catalogue } from "./catalogue.ts";
import { CatalogueError } from "./catalogue-error.ts";

/**
 * The index of a course.
 *
 * @throws CatalogueError when the catalogue has no such course.
 */
export function courseIndex(catalogue: Pick<Catalogue, "index">, id: string): number {
  const course = catalogue.index.get(id);
  if (course === undefined) {
    throw new CatalogueError("unknown-course", id);
  }
  return course;
}
