import {
  all,
  any,
  atLeast,
  type Conflict,
  type Course,
  concurrent,
  course,
  credits,
  type PlanTermsOptions,
  type Rule,
} from "@groundwork/planner";
import fc from "fast-check";

/** A course with nothing left out that planning looks at. */
export interface PlanCourse extends Course {
  readonly credits: number;
  readonly requires?: Rule;
  readonly excludes: readonly string[];
}

export interface PlanCase {
  readonly courses: readonly PlanCourse[];
  readonly options: Omit<
    PlanTermsOptions,
    "goals" | "calendar" | "start" | "creditsPerTerm" | "completed" | "locked"
  > & {
    readonly goals: readonly Rule[];
    readonly calendar: readonly string[];
    readonly start: string;
    readonly creditsPerTerm?: number | Readonly<Record<string, number>> | undefined;
    readonly completed: readonly string[];
    readonly locked: Readonly<Record<string, number>>;
  };
}

/** Small catalogues with choices, offerings, corequisites, exclusions, locks and limits. */
export function smallCases(most: number): fc.Arbitrary<PlanCase> {
  return fc.integer({ min: 2, max: most }).chain((count) => {
    const ids = Array.from({ length: count }, (_, at) => String.fromCharCode(65 + at));
    const id = fc.constantFrom(...ids);
    const leaf = fc.oneof({ weight: 2, arbitrary: id.map(course) }, { weight: 1, arbitrary: id.map(concurrent) });
    const inner = fc.oneof(
      leaf,
      fc.array(leaf, { minLength: 1, maxLength: 3 }).map((rules) => all(...rules)),
      fc.array(leaf, { minLength: 1, maxLength: 3 }).map((rules) => any(...rules)),
      fc
        .tuple(fc.integer({ min: 1, max: 2 }), fc.array(leaf, { minLength: 1, maxLength: 3 }))
        .map(([n, rules]) => atLeast(n, ...rules)),
      fc.tuple(fc.integer({ min: 1, max: 6 }), fc.subarray(ids)).map(([n, pool]) => credits(n, pool)),
    );
    const rule = fc.oneof(
      inner,
      fc.array(inner, { minLength: 2, maxLength: 3 }).map((rules) => all(...rules)),
      fc.array(inner, { minLength: 2, maxLength: 3 }).map((rules) => any(...rules)),
    );
    const each = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
      fc.array(arbitrary, { minLength: count, maxLength: count });
    const seldom = <T>(arbitrary: fc.Arbitrary<T>, weight = 2) =>
      fc.oneof({ weight, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
    return fc.constantFrom<string[]>(["F"], ["F", "S"], ["F", "S", "U"]).chain((calendar) =>
      fc
        .record({
          sizes: each(
            fc.oneof(
              { weight: 5, arbitrary: fc.integer({ min: 1, max: 4 }) },
              { weight: 1, arbitrary: fc.constantFrom(0, 0.5, 1.5) },
            ),
          ),
          rules: each(seldom(rule, 1)),
          offerings: each(seldom(fc.subarray(calendar))),
          exclusions: each(seldom(id, 6)),
          goals: fc.uniqueArray(rule, { minLength: 1, maxLength: 3, selector: (goal) => JSON.stringify(goal) }),
          start: fc.constantFrom(...calendar),
          horizon: fc.integer({ min: 3, max: 5 }),
          limit: fc.oneof(
            fc.integer({ min: 3, max: 7 }),
            fc.dictionary(fc.constantFrom(...calendar), fc.nat(6), { noNullPrototype: true }),
          ),
          completed: fc.subarray(ids, { maxLength: 1 }),
          lock: seldom(fc.tuple(id, fc.nat(4)), 3),
        })
        .map(
          ({ sizes, rules, offerings, exclusions, goals, start, horizon, limit, completed, lock }): PlanCase => ({
            courses: ids.map((own, at) => ({
              id: own,
              credits: sizes[at]!,
              excludes: [exclusions[at]].filter((other): other is string => other !== undefined && other !== own),
              ...(rules[at] && { requires: rules[at] }),
              ...(offerings[at] && { offered: offerings[at] }),
            })),
            options: {
              goals,
              calendar,
              start,
              horizon,
              creditsPerTerm: limit,
              completed,
              locked: lock && !completed.includes(lock[0]) ? { [lock[0]]: lock[1] } : {},
            },
          }),
        ),
    );
  });
}

/** Whether a rule holds in a term; `termOf` has −1 for completed courses. */
export function holds(
  rule: Rule,
  term: number,
  termOf: ReadonlyMap<string, number>,
  creditsOf: (id: string) => number,
): boolean {
  const before = (id: string): boolean => (termOf.get(id) ?? Infinity) < term;
  if (typeof rule === "string") return before(rule);
  switch (rule.kind) {
    case "course":
      return before(rule.id);
    case "concurrent":
      return before(rule.id) || termOf.get(rule.id) === term;
    case "credits":
      return rule.pool.filter(before).reduce((total, id) => total + creditsOf(id), 0) >= rule.credits - 1e-9;
    case "note":
      return false;
    default: {
      const distinct = [...new Map(rule.rules.map((child) => [JSON.stringify(child), child])).values()];
      const held = distinct.filter((child) => holds(child, term, termOf, creditsOf)).length;
      return held >= (rule.kind === "all" ? distinct.length : rule.kind === "any" ? 1 : rule.count);
    }
  }
}

/** What is wrong with a plan, written from the rules alone. */
export function planFaults(
  { courses, options }: PlanCase,
  terms: readonly { readonly courses: readonly string[] }[],
): string[] {
  const { goals, calendar, start, completed, locked, horizon = Infinity } = options;
  const byId = new Map(courses.map((each) => [each.id, each]));
  const creditsOf = (id: string): number => byId.get(id)!.credits;
  const termOf = new Map(completed.map((id) => [id, -1]));
  const faults: string[] = [];
  terms.forEach(({ courses: ids }, term) => {
    for (const id of ids) {
      if (termOf.has(id)) faults.push(`${id} twice`);
      termOf.set(id, term);
    }
  });
  if (terms.length > horizon) faults.push("past the horizon");
  terms.forEach(({ courses: ids }, term) => {
    const name = nameOf(calendar, start, term);
    if (ids.reduce((total, id) => total + creditsOf(id), 0) > limitOf(options.creditsPerTerm, name) + 1e-9)
      faults.push(`load of ${term}`);
    for (const id of ids) {
      const { offered, requires, excludes } = byId.get(id)!;
      if (offered && !offered.includes(name)) faults.push(`${id} is not offered in ${name}`);
      if (requires && !holds(requires, term, termOf, creditsOf)) faults.push(`${id} lacks its requirement`);
      for (const other of termOf.keys()) {
        if (excludes.includes(other) || byId.get(other)!.excludes.includes(id)) faults.push(`${id} beside ${other}`);
      }
    }
  });
  for (const [id, term] of Object.entries(locked)) if (termOf.get(id) !== term) faults.push(`${id} is locked`);
  for (const goal of goals) if (!holds(goal, 1e9, termOf, creditsOf)) faults.push("a goal");
  return faults;
}

/** The fewest terms by breadth-first search over sets of courses; Infinity when none within `most` will do. */
export function fewestTermsByTrial({ courses, options }: PlanCase, most: number): number {
  const { goals, calendar, start, completed, locked } = options;
  const creditsOf = (id: string): number => courses.find((each) => each.id === id)!.credits;
  const termsOf = (done: number, load: number): Map<string, number> => {
    const termOf = new Map(completed.map((id) => [id, -1]));
    courses.forEach(({ id }, at) => {
      if ((done >> at) & 1) termOf.set(id, 0);
      if ((load >> at) & 1) termOf.set(id, 1);
    });
    return termOf;
  };
  const mayTake = (done: number, load: number, term: number): boolean => {
    const name = nameOf(calendar, start, term);
    const termOf = termsOf(done, load);
    let total = 0;
    for (const [at, { id, credits: size, offered, requires, excludes }] of courses.entries()) {
      const isTaken = ((load >> at) & 1) === 1;
      const lock = locked[id];
      if (lock !== undefined && (lock === term) !== isTaken) return false;
      if (!isTaken) continue;
      if (completed.includes(id) || (offered && !offered.includes(name))) return false;
      if (requires && !holds(requires, 1, termOf, creditsOf)) return false;
      if (courses.some((other) => termOf.has(other.id) && (excludes.includes(other.id) || other.excludes.includes(id))))
        return false;
      total += size;
    }
    return total <= limitOf(options.creditsPerTerm, name) + 1e-9;
  };
  let frontier = new Set([0]);
  const lastLock = Math.max(-1, ...Object.values(locked));
  // What a whole year adds nothing to stays as it is.
  for (let term = 0, same = 0; same <= calendar.length; term++) {
    for (const done of frontier) {
      const termOf = termsOf(done, 0);
      const isDone =
        goals.every((goal) => holds(goal, 1e9, termOf, creditsOf)) && Object.keys(locked).every((id) => termOf.has(id));
      if (isDone) return term;
    }
    if (term === most) return Infinity;
    const next = new Set<number>();
    for (const done of frontier) {
      for (let load = 0; load < 1 << courses.length; load++) {
        if ((load & done) === 0 && !next.has(done | load) && mayTake(done, load, term)) next.add(done | load);
      }
    }
    same = term > lastLock && next.size === frontier.size ? same + 1 : 0;
    frontier = next;
  }
  return Infinity;
}

/** The same case under some of its rules only. */
export function keepOnly({ courses, options }: PlanCase, rules: readonly Conflict[]): PlanCase {
  const kept = new Set(rules.map((rule) => JSON.stringify(rule)));
  const has = (rule: Conflict): boolean => kept.has(JSON.stringify(rule));
  const { creditsPerTerm, locked, goals, horizon, ...rest } = options;
  const limits = Object.entries(typeof creditsPerTerm === "object" ? creditsPerTerm : {});
  const isUniform = typeof creditsPerTerm === "number";
  return {
    courses: courses.map(({ id, credits: size, requires, offered, excludes }) => ({
      id,
      credits: size,
      ...(requires && has({ kind: "requires", course: id }) && { requires }),
      ...(offered && has({ kind: "offered", course: id }) && { offered }),
      excludes: courses
        .filter((other) => excludes.includes(other.id) || other.excludes.includes(id))
        .map((other) => other.id)
        .filter((other) => has({ kind: "excludes", courses: id < other ? [id, other] : [other, id] })),
    })),
    options: {
      ...rest,
      goals: goals.filter((goal) => has({ kind: "goal", goal })),
      locked: Object.fromEntries(
        Object.entries(locked).filter(([id, term]) => has({ kind: "locked", course: id, term })),
      ),
      horizon: has({ kind: "horizon", terms: horizon! }) ? horizon : undefined,
      creditsPerTerm: isUniform
        ? has({ kind: "creditsPerTerm", term: "", credits: creditsPerTerm })
          ? creditsPerTerm
          : undefined
        : Object.fromEntries(limits.filter(([term, size]) => has({ kind: "creditsPerTerm", term, credits: size }))),
    },
  };
}

function nameOf(calendar: readonly string[], start: string, term: number): string {
  return calendar[(calendar.indexOf(start) + term) % calendar.length]!;
}

function limitOf(limits: number | Readonly<Record<string, number>> | undefined, name: string): number {
  return typeof limits === "number" ? limits : (limits?.[name] ?? Infinity);
}
