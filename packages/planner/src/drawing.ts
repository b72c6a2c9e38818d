import type { Catalogue, IndexedRule } from "./catalogue.ts";
import { courseIndex } from "./course-index.ts";
import { forEachCourse } from "./rule-courses.ts";

/** What the exports draw: nodes with names that need no escaping, and arrows between them. */
export interface Drawing {
  readonly nodes: readonly { readonly name: string; readonly label: string; readonly shape: Shape }[];
  readonly arrows: readonly { readonly source: string; readonly target: string; readonly concurrent: boolean }[];
}

/** A course, a count within a rule, a note, or a course outside the catalogue. */
export type Shape = "course" | "gate" | "note" | "external";

/** Courses by index, then the inner nodes of rules in the order of the rules. */
export function drawing({ courses, index }: Catalogue, ids?: Iterable<string>): Drawing {
  const drawn = ids && new Set([...ids].map((id) => courseIndex({ index }, id)));
  const owners = [...(drawn ?? courses.keys())].sort((a, b) => a - b);
  const shown = new Set(owners);
  for (const course of owners) {
    forEachCourse(courses[course]!.requires, (mentioned) => shown.add(mentioned));
  }
  const nodes: Drawing["nodes"][number][] = [];
  const inner: Drawing["nodes"][number][] = [];
  const arrows: Drawing["arrows"][number][] = [];
  for (const course of [...shown].sort((a, b) => a - b)) {
    nodes.push({ name: `c${course}`, label: courses[course]!.id, shape: "course" });
  }
  for (const course of owners) {
    const rule = courses[course]!.requires;
    if (rule.kind === "count" && rule.needed === rule.rules.length) {
      for (const child of rule.rules) {
        draw(child, `c${course}`);
      }
    } else {
      draw(rule, `c${course}`);
    }
  }
  return { nodes: [...nodes, ...inner], arrows };

  function draw(rule: IndexedRule, target: string): void {
    if (rule.kind === "course") {
      arrows.push({ source: `c${rule.course}`, target, concurrent: rule.concurrent });
      return;
    }
    const [label, shape] = describe(rule);
    const name = `r${inner.length}`;
    inner.push({ name, label, shape });
    arrows.push({ source: name, target, concurrent: rule.kind === "external" && rule.concurrent });
    const children = rule.kind === "count" ? rule.rules : [];
    for (const child of children) {
      draw(child, name);
    }
    if (rule.kind === "credits") {
      for (const course of rule.courses) {
        arrows.push({ source: `c${course}`, target: name, concurrent: false });
      }
      for (const id of rule.external) {
        draw({ kind: "external", id, concurrent: false }, name);
      }
    }
  }
}

function describe(rule: Exclude<IndexedRule, { kind: "course" }>): [label: string, shape: Shape] {
  switch (rule.kind) {
    case "note":
      return [rule.text, "note"];
    case "external":
      return [rule.id, "external"];
    case "credits":
      return [`${rule.needed} credits`, "gate"];
    case "count":
      return [rule.needed === rule.rules.length ? "all of" : `${rule.needed} of`, "gate"];
  }
}
