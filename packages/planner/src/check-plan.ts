import { yearFrom } from "./calendar.ts";
import type { Catalogue, IndexedRule } from "./catalogue.ts";
import { checkNumber } from "./check-number.ts";
import { completedCourses } from "./completed.ts";
import { creditTolerance, evaluate, type Taken, unknownsOf } from "./evaluate.ts";
import { indexRule } from "./index-rule.ts";
import type { RuleLike } from "./rule.ts";
import { forEachCourse } from "./rule-courses.ts";

/** A term of a plan, as `planTerms` gives it; one's own may leave `credits` out. */
export interface PlannedTerm {
  /** Place in time; terms with a higher index are later. */
  readonly index: number;
  /** Name of the term in the calendar, such as "fall"; with an empty one, offerings are not looked at. */
  readonly term: string;
  /** Ids of the courses taken. */
  readonly courses: readonly string[];
  readonly credits?: number | undefined;
}

/** What {@link checkPlan} holds a plan against, apart from the catalogue. */
export interface CheckPlanOptions {
  /** Ids of courses and rules that must all be fulfilled at the end. */
  readonly goals?: RuleLike | readonly RuleLike[] | undefined;
  readonly completed?: Iterable<string> | undefined;
  /** The most credits a term may hold: one number, or by name of the term (a name that is missing has no limit). */
  readonly creditsPerTerm?: number | Readonly<Record<string, number>> | undefined;
  /** Names of the terms of a year in their order; with it, a plan's names must follow it from `start`. */
  readonly calendar?: readonly string[] | undefined;
  /** Name of the term with index 0; the first of the calendar when left out. */
  readonly start?: string | undefined;
  /** How many terms there are: every index must be smaller. */
  readonly horizon?: number | undefined;
  /** By course the index of the term in which it must stand. */
  readonly locked?: Readonly<Record<string, number>> | ReadonlyMap<string, number> | undefined;
  /** Courses whose rule is waived for this student. */
  readonly waived?: Iterable<string> | undefined;
  /** What is known about a note, such as "third-year standing"; undefined for nothing. */
  readonly judge?: ((text: string) => boolean | undefined) | undefined;
}

/** One thing wrong with a plan. */
export interface Violation {
  readonly code:
    | "unknown-course"
    | "repeated"
    | "not-offered"
    | "requires"
    | "excluded"
    | "credits"
    | "calendar"
    | "horizon"
    | "locked"
    | "goal";
  /** The course concerned, if one is. */
  readonly course: string | undefined;
  /** Index of the term concerned, if one is. */
  readonly index: number | undefined;
  /** Other courses concerned: those that a rule or a goal misses, that are excluded, that fill a term. */
  readonly others: readonly string[];
  /** The violation in a sentence. */
  readonly message: string;
}

/** Answer of {@link checkPlan}. */
export interface PlanCheck {
  /** Everything wrong with the plan, by term; empty for a valid plan. */
  readonly violations: readonly Violation[];
  /** Courses whose rule holds only if what nobody can say is so. */
  readonly assumed: readonly { readonly course: string; readonly unknown: readonly string[] }[];
  /** Courses taken without what is recommended for them; that is no violation. */
  readonly advice: readonly { readonly course: string; readonly missing: readonly string[] }[];
}

/**
 * Every violation in a plan, not just the first, with what it assumes and what it takes against advice.
 *
 * Each rule is looked at by itself: a course placed too early is reported, the courses behind it are not because of it.
 *
 * @throws RangeError or TypeError on an index, a limit or goals that are none; a plan is otherwise answered, never refused.
 * @example
 * const catalogue = createCatalogue([
 *   { id: "A", credits: 3 },
 *   { id: "B", credits: 3, requires: "A", offered: ["spring"] },
 * ]);
 * const plan = [{ index: 0, term: "fall", courses: ["A", "B"] }];
 * checkPlan(catalogue, plan, { creditsPerTerm: 5 }).violations.map(({ code }) => code); // => ["not-offered", "requires", "credits"]
 */
export function checkPlan(
  catalogue: Catalogue,
  plan: Iterable<PlannedTerm>,
  options: CheckPlanOptions = {},
): PlanCheck {
  const { courses, index: indexOf } = catalogue;
  const { goals, creditsPerTerm, calendar, start, horizon, judge } = options;
  const year = calendar && yearFrom(calendar, start);
  const violations: Violation[] = [];
  const assumed: PlanCheck["assumed"][number][] = [];
  const advice: PlanCheck["advice"][number][] = [];
  const taken = { ...completedCourses(catalogue, options.completed ?? []), judge };
  const waived = new Set(options.waived);
  const placed = new Map<string, number>();
  for (const { index, term, list } of gather(plan)) {
    checkTerm(index, term, list);
  }
  checkLocks();
  checkGoals();
  return { violations, assumed, advice };

  function report(code: Violation["code"], message: string, detail: Partial<Violation> = {}): void {
    violations.push({ code, course: undefined, index: undefined, others: [], ...detail, message });
  }

  function checkTerm(index: number, term: string, list: readonly string[]): void {
    const where = `term ${index} (${term})`;
    const expected = year?.[index % year.length];
    if (term !== (expected ?? term)) {
      report("calendar", `Term ${index} is "${term}" where the calendar has "${expected}".`, { index });
    }
    if (horizon !== undefined && index >= horizon) {
      report("horizon", `Term ${index} lies beyond the horizon of ${horizon} terms.`, { index });
    }
    const fresh: number[] = [];
    for (const id of list) {
      const course = indexOf.get(id);
      if (course === undefined) {
        report("unknown-course", `${id} in ${where} is not in the catalogue.`, { course: id, index });
      } else if (taken.status[course]! > 0) {
        report("repeated", `${id} in ${where} is completed or planned already.`, { course: id, index });
      } else {
        taken.status[course] = 1;
        fresh.push(course);
      }
      if (!placed.has(id)) {
        placed.set(id, index);
      }
    }
    for (const course of fresh) {
      checkCourse(course, index, term, where);
    }
    const limit = limitOf(creditsPerTerm, term);
    const load = fresh.reduce((total, course) => total + courses[course]!.credits, 0);
    if (load > limit + creditTolerance) {
      const others = fresh.map((course) => courses[course]!.id);
      report("credits", `${round(load)} credits in ${where}, where ${limit} are allowed.`, { index, others });
    }
    for (const course of fresh) {
      taken.status[course] = 2;
    }
  }

  function checkCourse(course: number, index: number, term: string, where: string): void {
    const { id, offered, requires, recommends, excludes, excludesExternal } = courses[course]!;
    if (offered && (term === "" ? offered.length === 0 : !offered.includes(term))) {
      report("not-offered", `${id} is not taught in ${where}.`, { course: id, index });
    }
    const answer = waived.has(id) ? 2 : evaluate(courses, requires, taken);
    if (answer === 0) {
      const others = missingOf(requires, taken);
      report("requires", `${id} in ${where} comes before its requirement is met; missing: ${others.join(", ")}.`, {
        course: id,
        index,
        others,
      });
    } else if (answer === 1) {
      assumed.push({ course: id, unknown: unknownsOf(requires, taken) });
    }
    // Of two courses in one term that exclude each other, the second reports.
    const clash = excludes.filter(
      (other) => taken.status[other] === 2 || (taken.status[other] === 1 && other < course),
    );
    const others = [
      ...clash.map((other) => courses[other]!.id),
      ...excludesExternal.filter((other) => taken.external.has(other)),
    ];
    if (others.length > 0) {
      report("excluded", `${id} in ${where} gives no credit beside ${others.join(", ")}.`, {
        course: id,
        index,
        others,
      });
    }
    if (evaluate(courses, recommends, taken) === 0) {
      advice.push({ course: id, missing: missingOf(recommends, taken) });
    }
  }

  function checkLocks(): void {
    const { locked = {} } = options;
    for (const [id, index] of locked instanceof Map ? locked : Object.entries(locked)) {
      const actual = placed.get(id);
      if (actual !== index) {
        const instead = actual === undefined ? "is not in the plan" : `stands in term ${actual}`;
        report("locked", `${id} is locked to term ${index} but ${instead}.`, { course: id, index });
      }
    }
  }

  function checkGoals(): void {
    const rules = Array.isArray(goals)
      ? (goals as readonly RuleLike[])
      : goals === undefined
        ? []
        : [goals as RuleLike];
    for (const goal of rules) {
      const rule = indexRule(catalogue, goal);
      // Every child of a conjunction is a goal of its own.
      for (const part of rule.kind === "count" && rule.needed === rule.rules.length ? rule.rules : [rule]) {
        if (evaluate(courses, part, taken) === 0) {
          const others = missingOf(part, taken);
          report("goal", `A goal is not met; missing: ${others.join(", ")}.`, { others });
        }
      }
    }
  }

  function missingOf(rule: IndexedRule, { status }: Taken): string[] {
    const missing = new Set<number>();
    forEachCourse(rule, (course, concurrent) => {
      if (status[course]! < (concurrent ? 1 : 2)) {
        missing.add(course);
      }
    });
    return [...missing].sort((a, b) => a - b).map((course) => courses[course]!.id);
  }
}

/** Terms by index, entries of one index joined, so that a plan may list a term twice and in any order. */
function gather(plan: Iterable<PlannedTerm>): { index: number; term: string; list: string[] }[] {
  const terms = new Map<number, { index: number; term: string; list: string[] }>();
  for (const { index, term, courses } of plan) {
    checkNumber("`index` of a planned term", index, "an integer");
    const known = terms.get(index);
    terms.set(index, { index, term, list: [...(known?.list ?? []), ...courses] });
  }
  return [...terms.values()].sort((a, b) => a.index - b.index);
}

function limitOf(limits: CheckPlanOptions["creditsPerTerm"], term: string): number {
  const limit = typeof limits === "object" ? (Object.hasOwn(limits, term) ? limits[term] : undefined) : limits;
  return checkNumber("`creditsPerTerm`", limit ?? Number.POSITIVE_INFINITY, "a number");
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
