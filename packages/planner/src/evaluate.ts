import type { Catalogue, IndexedRule } from "./catalogue.ts";

/** Whether a rule holds: it does not, nobody can say (a note, a course outside the catalogue), or it does. */
export type Answer = "no" | "unknown" | "yes";

/** What a rule is held against. */
export interface Taken {
  /** By course index: 0 not taken, 1 taken in the same term, 2 completed earlier. */
  readonly status: Uint8Array;
  /** Ids of completed courses outside the catalogue. */
  readonly external: ReadonlySet<string>;
  /** What the caller knows about a note; undefined when nothing. */
  readonly judge?: ((text: string) => boolean | undefined) | undefined;
}

/** Sums of credits such as 0.7 + 0.1 + 0.2 fall short of their decimal value by less than this. */
export const creditTolerance = 1e-9;

/** Kleene's three-valued reading of a rule: 0 no, 1 unknown, 2 yes. */
export function evaluate(courses: Catalogue["courses"], rule: IndexedRule, taken: Taken): 0 | 1 | 2 {
  switch (rule.kind) {
    case "course":
      return taken.status[rule.course]! >= (rule.concurrent ? 1 : 2) ? 2 : 0;
    case "external":
      return taken.external.has(rule.id) ? 2 : 1;
    case "note": {
      const known = taken.judge?.(rule.text);
      return known === undefined ? 1 : known ? 2 : 0;
    }
    case "credits": {
      let sum = creditTolerance;
      for (const course of rule.courses) {
        sum += taken.status[course] === 2 ? courses[course]!.credits : 0;
      }
      return sum >= rule.needed ? 2 : rule.external.length > 0 ? 1 : 0;
    }
    case "count": {
      let held = 0;
      let possible = 0;
      for (const child of rule.rules) {
        const answer = evaluate(courses, child, taken);
        held += answer === 2 ? 1 : 0;
        possible += answer > 0 ? 1 : 0;
      }
      return held >= rule.needed ? 2 : possible >= rule.needed ? 1 : 0;
    }
  }
}

/** Notes that nobody has judged and courses outside the catalogue that are not completed, in the order of the rule. */
export function unknownsOf(rule: IndexedRule, { external, judge }: Omit<Taken, "status">): string[] {
  switch (rule.kind) {
    case "note":
      return judge?.(rule.text) === undefined ? [rule.text] : [];
    case "external":
      return external.has(rule.id) ? [] : [rule.id];
    case "credits":
      return [...rule.external];
    case "count":
      return rule.rules.flatMap((child) => unknownsOf(child, { external, judge }));
    default:
      return [];
  }
}
