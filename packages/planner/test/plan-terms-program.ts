import type { Rule } from "@groundwork/planner";
import { sum } from "./highs.ts";
import type { PlanCase } from "./plan-terms-model.ts";

/**
 * Whether a case has a plan within its first `length` terms, as an integer program in LP format, written from the rules
 * alone: `x3_2` takes course 3 in term 2; a count within a rule is a variable for every term in which it could matter.
 */
export function planProgram({ courses, options }: PlanCase, length: number): string {
  const { goals, calendar, start, creditsPerTerm, completed, locked } = options;
  const place = new Map(courses.map(({ id }, at) => [id, at]));
  const terms = Array.from({ length }, (_, term) => term);
  const nameOf = (term: number): string => calendar[(calendar.indexOf(start) + term) % calendar.length]!;
  const takes = (course: number, term: number): string => `x${course}_${term}`;
  const rows: string[] = [];
  const binaries = new Set<string>();
  const row = (parts: readonly (readonly [number, string])[], relation: string, bound: number): void => {
    // A row without a variable is true or makes the program infeasible, which an LP file cannot say by itself.
    rows.push(`${sum([...parts, [1, "zero"]])} ${relation} ${bound}`);
  };

  courses.forEach(({ id, offered, requires, excludes }, course) => {
    const once = terms.map((term) => [1, takes(course, term)] as const);
    for (const [, variable] of once) binaries.add(variable);
    row(once, "<=", completed.includes(id) ? 0 : 1);
    for (const other of excludes) {
      const both = terms.map((term) => [1, takes(place.get(other)!, term)] as const);
      row([...once, ...both], "<=", completed.includes(other) || completed.includes(id) ? 0 : 1);
    }
    if (Object.hasOwn(locked, id)) {
      if (locked[id]! < length) row([[1, takes(course, locked[id]!)]], "=", 1);
      else row([], ">=", 1);
    }
    for (const term of terms) {
      if (offered && !offered.includes(nameOf(term))) row([[1, takes(course, term)]], "=", 0);
      else if (requires) imply(takes(course, term), requires, term);
    }
  });
  for (const term of terms) {
    const limit = typeof creditsPerTerm === "object" ? creditsPerTerm[nameOf(term)] : creditsPerTerm;
    if (limit !== undefined) {
      row(
        courses.map(({ credits }, course) => [credits, takes(course, term)]),
        "<=",
        limit,
      );
    }
  }
  binaries.add("one");
  row([[1, "one"]], "=", 1);
  for (const goal of goals) imply("one", goal, length);
  return [
    "Minimize",
    " obj: zero",
    "Subject To",
    ...rows.map((text, at) => ` r${at}: ${text}`),
    "Bounds",
    " zero = 0",
    "Binary",
    ` ${[...binaries].join(" ")}`,
    "End",
    "",
  ].join("\n");

  /** If `variable` is 1, the rule holds in the term. */
  function imply(variable: string, rule: Rule, term: number): void {
    const weights: (readonly [number, string])[] = [];
    const [needed, held] = supply(rule, term, weights);
    row([...weights, [-needed, variable]], ">=", -held);
  }

  /** What a rule needs, what it has already, and the variables that give it more. */
  function supply(rule: Rule, term: number, weights: (readonly [number, string])[]): [needed: number, held: number] {
    const before = (id: string, weight: number, until: number): number => {
      for (let at = 0; at < Math.min(until, length); at++) weights.push([weight, takes(place.get(id)!, at)]);
      return completed.includes(id) ? weight : 0;
    };
    switch (rule.kind) {
      case "course":
        return [1, before(rule.id, 1, term)];
      case "concurrent":
        return [1, before(rule.id, 1, term + 1)];
      case "note":
        return [1, 0];
      case "credits":
        return [
          rule.credits,
          rule.pool.reduce((total, id) => total + before(id, courses[place.get(id)!]!.credits, term), 0),
        ];
      default: {
        const distinct = [...new Map(rule.rules.map((child) => [JSON.stringify(child), child])).values()];
        for (const child of distinct) {
          const holds = `y${binaries.size}`;
          binaries.add(holds);
          imply(holds, child, term);
          weights.push([1, holds]);
        }
        return [rule.kind === "all" ? distinct.length : rule.kind === "any" ? 1 : rule.count, 0];
      }
    }
  }
}
