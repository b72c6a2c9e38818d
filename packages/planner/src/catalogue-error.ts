/** What went wrong: an id that no course has, or one id with two different definitions. */
export type CatalogueErrorCode = "unknown-course" | "conflicting-course";

/** Thrown when a catalogue, or a question to it, names courses that do not fit together. */
export class CatalogueError extends Error {
  override readonly name = "CatalogueError";
  /** What went wrong. */
  readonly code: CatalogueErrorCode;
  /** The id of the course that is unknown or defined twice. */
  readonly id: string;
  /** The course whose definition names `id`, if a definition does. */
  readonly referencedBy: string | undefined;

  constructor(code: CatalogueErrorCode, id: string, referencedBy?: string) {
    super(message(code, id, referencedBy));
    this.code = code;
    this.id = id;
    this.referencedBy = referencedBy;
  }
}

function message(code: CatalogueErrorCode, id: string, referencedBy: string | undefined): string {
  const name = JSON.stringify(id);
  if (code === "conflicting-course") {
    return `Expected one definition of course ${name}, got two that differ; remove one.`;
  }
  const by = referencedBy === undefined ? "" : `, which ${JSON.stringify(referencedBy)} names`;
  return `Expected a course ${name} in the catalogue${by}; add it, or create the catalogue with { unknown: "external" }.`;
}
