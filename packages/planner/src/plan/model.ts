import type { IndexedRule } from "../catalogue.ts";

/** What a plan must respect, over the courses that the goals can lead to; some of it lifted while a conflict is reduced. */
export interface PlanModel {
  /** Indices of the catalogue, ascending; everything below is by position in this list. */
  readonly courses: readonly number[];
  readonly credits: readonly number[];
  readonly requires: readonly PlanRule[];
  readonly goals: readonly PlanRule[];
  /** Positions of the courses that give no credit together with each. */
  readonly excludes: readonly (readonly number[])[];
  /** Courses that cannot be taken at all. */
  readonly barred: readonly boolean[];
  /** The term of a locked course; such courses are taken. */
  readonly locked: readonly (number | undefined)[];
  /** Credit limits of the terms, repeating with the calendar from the start on. */
  readonly limits: readonly number[];
  /** Whether a course is taught, by place in `limits`. */
  readonly offered: readonly (readonly boolean[])[];
  readonly horizon: number;
}

/**
 * A rule with everything known about completed courses, notes and courses outside the catalogue worked in: at least
 * `needed` worth of options, `strict` for a course that must come earlier.
 */
export type PlanRule =
  | { readonly kind: "course"; readonly course: number; readonly strict: boolean; readonly key: string }
  | {
      readonly kind: "choice";
      readonly needed: number;
      readonly options: readonly { readonly weight: number; readonly rule: PlanRule }[];
      readonly key: string;
    };

/** Holds always. */
export const fulfilled: PlanRule = { kind: "choice", needed: 0, options: [], key: "" };

/** `answer` is the fate of a leaf: held, hopeless, or the position of the course that would fulfil it. */
export function planRule(
  rule: IndexedRule,
  answer: (leaf: IndexedRule) => boolean | number,
  creditsOf: (course: number) => number,
): PlanRule {
  const leaves =
    rule.kind === "count"
      ? rule.rules.map((child) => ({ weight: 1, rule: planRule(child, answer, creditsOf) }))
      : rule.kind === "credits"
        ? rule.courses.map((course) => ({
            weight: creditsOf(course),
            rule: leafRule({ kind: "course", course, concurrent: false }, answer),
          }))
        : undefined;
  if (leaves === undefined) return leafRule(rule, answer);
  const options = leaves.sort((a, b) => (a.rule.key < b.rule.key ? -1 : a.rule.key > b.rule.key ? 1 : 0));
  const { needed } = rule as { needed: number };
  return {
    kind: "choice",
    needed,
    options,
    key: `(${needed}:${options.map((option) => `${option.weight}*${option.rule.key}`)})`,
  };
}

function leafRule(rule: IndexedRule, answer: (leaf: IndexedRule) => boolean | number): PlanRule {
  const found = answer(rule);
  if (found === true) return fulfilled;
  if (found === false) return { kind: "choice", needed: 1, options: [], key: "!" };
  const strict = rule.kind === "course" && !rule.concurrent;
  return { kind: "course", course: found, strict, key: `${strict ? "" : "~"}${found}` };
}
