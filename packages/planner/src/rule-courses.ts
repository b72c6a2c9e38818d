import type { IndexedRule } from "./catalogue.ts";

/** Calls `visit` for every course that a rule mentions, in its order; a course may come more than once. */
export function forEachCourse(rule: IndexedRule, visit: (course: number, concurrent: boolean) => void): void {
  if (rule.kind === "course") {
    visit(rule.course, rule.concurrent);
  } else if (rule.kind === "credits") {
    for (const course of rule.courses) {
      visit(course, false);
    }
  } else if (rule.kind === "count") {
    for (const child of rule.rules) {
      forEachCourse(child, visit);
    }
  }
}
