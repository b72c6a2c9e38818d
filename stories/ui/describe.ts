import bytes from "./bytes.json" with { type: "json" };

export interface Notes {
  /** When to reach for it, in a sentence or two. */
  summary: string;
  /** Key and effect; native elements are listed too. */
  keys?: readonly (readonly [key: string, effect: string])[];
  dos?: readonly string[];
  donts?: readonly string[];
}

/** The docs page of a component: what it is for, its measured bytes, its keys, its do's and don'ts. */
export function describe(name: string, notes: Notes): { docs: { description: { component: string } } } {
  const sizes = bytes as Record<string, number | undefined>;
  const css = sizes[`css: ${name}`];
  const size = `**${sizes[name] ?? "?"} B** JavaScript${css ? `, ${css} B CSS` : ""}, gzipped, React not counted.`;
  const keys = notes.keys?.map(([key, effect]) => `| ${key} | ${effect} |`).join("\n");
  const list = (title: string, items: readonly string[] | undefined) =>
    items ? `### ${title}\n\n${items.map((item) => `- ${item}`).join("\n")}` : "";
  const component = [
    notes.summary,
    size,
    keys && `### Keyboard\n\n| Key | Effect |\n|---|---|\n${keys}`,
    list("Do", notes.dos),
    list("Don't", notes.donts),
  ]
    .filter(Boolean)
    .join("\n\n");
  return { docs: { description: { component } } };
}
