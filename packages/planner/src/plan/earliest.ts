import type { PlanModel, PlanRule } from "./model.ts";

/**
 * The first term for each course by offerings, limits, locks and requirements, as if it were alone in it; `length`
 * where there is none before it. The least solution from below, so courses that wait for one another have none.
 */
export function earliestPlaces(model: PlanModel, length: number): number[] {
  const { requires, barred } = model;
  const earliest = requires.map((_, course) => (barred[course] ? length : 0));
  for (let changed = true; changed; ) {
    changed = false;
    for (let course = 0; course < requires.length; course++) {
      let term = Math.max(earliest[course]!, termOf(requires[course]!, earliest, length));
      while (term < length && !isOpen(model, course, term)) term++;
      if (term > earliest[course]!) {
        earliest[course] = term;
        changed = true;
      }
    }
  }
  return earliest;
}

/** The first term in which something with this rule can happen. */
export function termOf(rule: PlanRule, earliest: readonly number[], length: number): number {
  if (rule.kind === "course") return Math.min(length, earliest[rule.course]! + (rule.strict ? 1 : 0));
  let missing = rule.needed - 1e-9;
  if (missing <= 0) return 0;
  const found = rule.options.map(({ weight, rule }) => ({ weight, term: termOf(rule, earliest, length) }));
  found.sort((a, b) => a.term - b.term);
  for (const { weight, term } of found) {
    missing -= weight;
    if (missing <= 0) return term;
  }
  return length;
}

/** Whether a course may be in a term, whatever else is. */
export function isOpen({ locked, offered, limits, credits }: PlanModel, course: number, term: number): boolean {
  const place = term % limits.length;
  return (
    (locked[course] === undefined || locked[course] === term) &&
    offered[course]![place]! &&
    credits[course]! <= limits[place]! + 1e-9
  );
}
