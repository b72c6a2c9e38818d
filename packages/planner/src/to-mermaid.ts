import type { Catalogue } from "./catalogue.ts";
import { drawing } from "./drawing.ts";

/**
 * The requirements of a catalogue as a Mermaid flowchart: an arrow from a prerequisite to what needs it, dotted for a
 * corequisite, with a small node for every choice or count.
 *
 * Every id and note is escaped, so that quotes, brackets, Markdown or the word "end" in one cannot break the drawing;
 * nodes are named `c0`, `c1`, … by index. With `courses`, only these, their rules, and what the rules mention.
 *
 * @throws CatalogueError when `courses` names a course that the catalogue does not have.
 * @example
 * const catalogue = createCatalogue([{ id: "A" }, { id: "B", requires: concurrent("A") }]);
 * toMermaid(catalogue).split("\n"); // => ["flowchart LR", '  c0["A"]', '  c1["B"]', "  c0 -.-> c1", ""]
 */
export function toMermaid(
  catalogue: Catalogue,
  options: { readonly courses?: Iterable<string> | undefined } = {},
): string {
  const { nodes, arrows } = drawing(catalogue, options.courses);
  const lines = ["flowchart LR"];
  for (const { name, label, shape } of nodes) {
    const [open, close] = shapes[shape];
    lines.push(`  ${name}${open}"${escaped(label)}"${close}`);
  }
  for (const { source, target, concurrent } of arrows) {
    lines.push(`  ${source} ${concurrent ? "-.->" : "-->"} ${target}`);
  }
  return `${lines.join("\n")}\n`;
}

const shapes = { course: ["[", "]"], gate: ["{", "}"], note: [">", "]"], external: ["(", ")"] } as const;

/** Mermaid's character codes for everything but letters, digits and plain spaces inside a label; line breaks become `<br/>`. */
function escaped(text: string): string {
  const lines = (text || " ").split(/\r\n?|\n/);
  return lines.map((line) => line.replace(/[^\p{L}\p{N} ]/gu, (c) => `#${c.codePointAt(0)};`)).join("<br/>");
}
