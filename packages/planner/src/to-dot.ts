import type { Catalogue } from "./catalogue.ts";
import { drawing } from "./drawing.ts";

/**
 * The requirements of a catalogue in the DOT language of GraphViz: an arrow from a prerequisite to what needs it, dashed
 * for a corequisite. A choice or a count is a small node of its own ("1 of", "2 of", "6 credits"), so that the drawing
 * says what the rules say.
 *
 * Every id and note is escaped; nodes are named `c0`, `c1`, … by index. With `courses`, only these, their rules, and
 * what the rules mention.
 *
 * @throws CatalogueError when `courses` names a course that the catalogue does not have.
 * @example
 * const catalogue = createCatalogue([{ id: "A" }, { id: 'B "2"', requires: "A" }]);
 * toDot(catalogue).split("\n").slice(2); // => ['  c0 [label="A"];', '  c1 [label="B \\"2\\""];', "  c0 -> c1;", "}", ""]
 */
export function toDot(catalogue: Catalogue, options: { readonly courses?: Iterable<string> | undefined } = {}): string {
  const { nodes, arrows } = drawing(catalogue, options.courses);
  const lines = ["digraph requirements {", "  rankdir=LR;"];
  for (const { name, label, shape } of nodes) {
    lines.push(`  ${name} [label=${quote(label)}${shapes[shape]}];`);
  }
  for (const { source, target, concurrent } of arrows) {
    lines.push(`  ${source} -> ${target}${concurrent ? " [style=dashed]" : ""};`);
  }
  return `${lines.join("\n")}\n}\n`;
}

const shapes = { course: "", gate: ", shape=diamond", note: ", shape=note", external: ", style=dotted" } as const;

/** A quoted DOT string: a backslash would begin an escape such as `\N`, so it is doubled. */
function quote(text: string): string {
  return `"${text
    .replace(/["\\]/g, "\\$&")
    .replace(/\r\n?|\n/g, "\\n")
    .replaceAll("\0", "�")}"`;
}
