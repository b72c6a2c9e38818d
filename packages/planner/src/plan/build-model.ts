import { yearFrom } from "../calendar.ts";
import type { Catalogue, IndexedRule } from "../catalogue.ts";
import { checkNumber } from "../check-number.ts";
import { completedCourses } from "../completed.ts";
import { courseIndex } from "../course-index.ts";
import { evaluate } from "../evaluate.ts";
import { always, indexRule } from "../index-rule.ts";
import type { PlanTermsOptions } from "../plan-terms.ts";
import { type Rule, type RuleLike, toRule } from "../rule.ts";
import { forEachCourse } from "../rule-courses.ts";
import type { Conflict } from "./conflict.ts";
import { type PlanModel, planRule } from "./model.ts";

/** Checked options, over the courses that the goals can lead to. */
export interface PlanInput {
  readonly catalogue: Catalogue;
  readonly completed: ReturnType<typeof completedCourses>;
  readonly judge: ((text: string) => boolean | undefined) | undefined;
  readonly relevant: readonly number[];
  readonly goals: readonly { readonly rule: Rule; readonly indexed: IndexedRule }[];
  /** Names of the terms from the start on. */
  readonly calendar: readonly string[];
  readonly lookAtOfferings: boolean;
  readonly waived: ReadonlySet<string>;
  /** By name of the term; "" for every term. */
  readonly limits: ReadonlyMap<string, number>;
  readonly locked: ReadonlyMap<number, number>;
  readonly horizon: number;
  /** Every rule of the problem that could be lifted. */
  readonly rules: readonly Conflict[];
}

export function readOptions(catalogue: Catalogue, options: PlanTermsOptions): PlanInput {
  const { creditsPerTerm = {}, calendar = [""], horizon = 40, judge } = options;
  checkNumber("`horizon`", horizon, "an integer");
  const limits = new Map(typeof creditsPerTerm === "number" ? [["", creditsPerTerm]] : Object.entries(creditsPerTerm));
  for (const [term, credits] of limits) {
    checkNumber("`creditsPerTerm`", credits, "a number");
    if (term !== "" && !calendar.includes(term)) {
      throw new RangeError(
        `Expected \`creditsPerTerm\` to name terms of the calendar ${JSON.stringify(calendar)}, got ${JSON.stringify(term)}.`,
      );
    }
  }
  const completed = completedCourses(catalogue, options.completed ?? []);
  const locked = new Map<number, number>();
  const locks = options.locked ?? {};
  for (const [id, term] of locks instanceof Map ? locks : Object.entries(locks)) {
    const course = courseIndex(catalogue, id);
    checkNumber(`\`locked\` term of ${JSON.stringify(id)}`, term, "an integer");
    if (completed.status[course] === 2) {
      throw new RangeError(`Expected \`locked\` courses not to be completed, got ${JSON.stringify(id)}.`);
    }
    locked.set(course, term);
  }
  const given = Array.isArray(options.goals) ? (options.goals as readonly RuleLike[]) : [options.goals as RuleLike];
  const goals = given.map((goal) => ({ rule: toRule(goal), indexed: indexRule(catalogue, goal) }));
  const keys = new Map(goals.map((goal) => [JSON.stringify(goal.indexed), goal]));
  const input = {
    catalogue,
    completed,
    judge,
    goals: [...keys].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, goal]) => goal),
    calendar: yearFrom(calendar, options.start),
    lookAtOfferings: options.calendar !== undefined,
    waived: new Set(options.waived),
    limits,
    locked,
    horizon,
  };
  const relevant = relevantCourses(input);
  return { ...input, relevant, rules: rulesOf({ ...input, relevant, rules: [] }) };
}

/** The problem under some of its rules only. */
export function buildModel(input: PlanInput, rules: readonly Conflict[]): PlanModel {
  const { catalogue, completed, relevant, calendar } = input;
  const active = new Set(rules.map((rule) => JSON.stringify(rule)));
  const holds = (rule: Conflict): boolean => active.has(JSON.stringify(rule));
  const position = new Map(relevant.map((course, at) => [course, at]));
  const taken = { ...completed, judge: input.judge };
  const answer = (leaf: IndexedRule): boolean | number => {
    if (evaluate(catalogue.courses, leaf, taken) === 2) return true;
    return leaf.kind === "course" ? position.get(leaf.course)! : false;
  };
  const creditsOf = (course: number): number => catalogue.courses[course]!.credits;
  const idOf = (course: number): string => catalogue.courses[course]!.id;
  const pick = (rule: IndexedRule, conflict: Conflict) => planRule(holds(conflict) ? rule : always, answer, creditsOf);
  const excluded = relevant.map((course) =>
    catalogue.courses[course]!.excludes.filter((other) => holds(exclusion(idOf(course), idOf(other)))),
  );
  return {
    courses: relevant,
    credits: relevant.map(creditsOf),
    requires: relevant.map((course) =>
      pick(catalogue.courses[course]!.requires, { kind: "requires", course: idOf(course) }),
    ),
    goals: input.goals.map(({ rule, indexed }) => pick(indexed, { kind: "goal", goal: rule })),
    excludes: excluded.map((others) => others.flatMap((other) => position.get(other) ?? [])),
    barred: relevant.map(
      (course, at) =>
        excluded[at]!.some((other) => completed.status[other] === 2) ||
        catalogue.courses[course]!.excludesExternal.some(
          (id) => completed.external.has(id) && holds(exclusion(idOf(course), id)),
        ),
    ),
    locked: relevant.map((course) => {
      const term = input.locked.get(course);
      return term !== undefined && holds({ kind: "locked", course: idOf(course), term }) ? term : undefined;
    }),
    limits: calendar.map((term) => {
      const [name, credits] = limitOf(input.limits, term);
      return holds({ kind: "creditsPerTerm", term: name, credits }) ? credits : Infinity;
    }),
    offered: relevant.map((course) => {
      const { offered } = catalogue.courses[course]!;
      const free = offered === undefined || !holds({ kind: "offered", course: idOf(course) });
      return calendar.map((term) => free || (input.lookAtOfferings ? offered.includes(term) : offered.length > 0));
    }),
    horizon: holds({ kind: "horizon", terms: input.horizon }) ? input.horizon : Infinity,
  };
}

/** Terms in which there is a plan if there is one at all: after the last lock a year without a course helps nobody. */
export function lengthThatSuffices({ courses, limits, locked }: PlanModel): number {
  return Math.max(0, ...locked.map((term) => (term ?? -1) + 1)) + courses.length * limits.length;
}

function rulesOf(input: PlanInput): Conflict[] {
  const { catalogue, relevant, goals, limits, calendar, horizon } = input;
  const rules: Conflict[] = goals.map(({ rule }) => ({ kind: "goal", goal: rule }));
  for (const course of relevant) {
    const { id, requires, offered, excludes, excludesExternal } = catalogue.courses[course]!;
    const term = input.locked.get(course);
    if (term !== undefined) rules.push({ kind: "locked", course: id, term });
    if (JSON.stringify(requires) !== JSON.stringify(always) && !input.waived.has(id))
      rules.push({ kind: "requires", course: id });
    if (offered !== undefined) rules.push({ kind: "offered", course: id });
    for (const other of excludes) {
      // Once for a pair; a completed course stands only on this side of it.
      if (input.completed.status[other] === 2 || (other > course && relevant.includes(other))) {
        rules.push(exclusion(id, catalogue.courses[other]!.id));
      }
    }
    for (const other of excludesExternal) if (input.completed.external.has(other)) rules.push(exclusion(id, other));
  }
  for (const term of [...new Set(calendar)].sort()) {
    const [name, credits] = limitOf(limits, term);
    const rule: Conflict = { kind: "creditsPerTerm", term: name, credits };
    if (credits < Infinity && (name !== "" || rules.at(-1)?.kind !== "creditsPerTerm")) rules.push(rule);
  }
  rules.push({ kind: "horizon", terms: horizon });
  return rules;
}

function exclusion(a: string, b: string): Conflict {
  return { kind: "excludes", courses: a < b ? [a, b] : [b, a] };
}

function relevantCourses({ catalogue, completed, goals, locked }: Omit<PlanInput, "relevant" | "rules">): number[] {
  const relevant = new Set<number>(locked.keys());
  const visit = (course: number): void => {
    if (completed.status[course] !== 2) relevant.add(course);
  };
  for (const { indexed } of goals) forEachCourse(indexed, visit);
  // A set visits what is added to it on the way.
  for (const course of relevant) forEachCourse(catalogue.courses[course]!.requires, visit);
  return [...relevant].sort((a, b) => a - b);
}

/** The limit of a term and the name that it was given under. */
function limitOf(limits: ReadonlyMap<string, number>, term: string): [name: string, credits: number] {
  const everyTerm = limits.get("");
  return everyTerm === undefined ? [term, limits.get(term) ?? Infinity] : ["", everyTerm];
}
