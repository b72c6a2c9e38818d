import type { Catalogue, IndexedRule } from "./catalogue.ts";
import { CatalogueError } from "./catalogue-error.ts";
import { checkNumber } from "./check-number.ts";
import { matchIds } from "./match-ids.ts";
import { type Rule, type RuleLike, toRule } from "./rule.ts";

/** Holds whatever was taken. */
export const always: IndexedRule = { kind: "count", needed: 0, rules: [] };
/** Holds never. */
export const never: IndexedRule = { kind: "count", needed: 1, rules: [] };

const deepest = 200;

/**
 * The normal form of a rule over a catalogue's indices (see {@link IndexedRule}).
 *
 * @throws CatalogueError on an unknown course, unless the catalogue takes unknown ids as external.
 * @throws RangeError on a rule nested more than 200 deep, or on numbers that its constructor would refuse.
 * @throws TypeError on anything that is no rule.
 */
export function indexRule(
  catalogue: Pick<Catalogue, "index" | "unknown">,
  rule: RuleLike,
  referencedBy?: string,
): IndexedRule {
  return visit(toRule(rule), 0);

  function visit(rule: Rule, depth: number): IndexedRule {
    if (depth > deepest) {
      throw new RangeError(`Expected a rule nested at most ${deepest} deep; flatten it.`);
    }
    switch (rule?.kind) {
      case "course":
      case "concurrent":
        return leaf(rule.id, rule.kind === "concurrent");
      case "all":
      case "any":
      case "atLeast": {
        if (!Array.isArray(rule.rules)) {
          throw new TypeError(`Expected \`rules\` of "${rule.kind}" to be an array, got ${describe(rule.rules)}.`);
        }
        const rules = distinct(rule.rules.map((child) => visit(toRule(child), depth + 1)));
        return count(
          rule.kind === "all"
            ? rules.length
            : rule.kind === "any"
              ? 1
              : checkNumber("`count` of a rule", rule.count, "an integer"),
          rules,
        );
      }
      case "credits":
        return pool(checkNumber("`credits` of a rule", rule.credits, "a finite number"), rule.pool);
      case "note":
        return { kind: "note", text: String(rule.text) };
      default:
        throw new TypeError(`Expected a rule or the id of a course, got ${describe(rule)}.`);
    }
  }

  function leaf(id: string, concurrent: boolean): IndexedRule {
    const course = catalogue.index.get(id);
    if (course !== undefined) {
      return { kind: "course", course, concurrent };
    }
    return { kind: "external", id: outside(id), concurrent };
  }

  function pool(needed: number, entries: readonly string[]): IndexedRule {
    if (needed === 0) {
      return always;
    }
    const courses = new Set<number>();
    const external = new Set<string>();
    for (const entry of entries) {
      const found = matchIds(catalogue.index, entry);
      if (found === undefined) {
        external.add(outside(entry));
      }
      for (const course of found ?? []) {
        courses.add(course);
      }
    }
    return { kind: "credits", needed, courses: [...courses].sort((a, b) => a - b), external: [...external].sort() };
  }

  function outside(id: string): string {
    if (typeof id !== "string") {
      throw new TypeError(`Expected the id of a course to be a string, got ${describe(id)}.`);
    }
    if (catalogue.unknown === "error") {
      throw new CatalogueError("unknown-course", id, referencedBy);
    }
    return id;
  }
}

/** At least `needed` of `rules`, with constants folded away, conjunctions and choices flattened, equal rules counted once. */
function count(needed: number, rules: readonly IndexedRule[]): IndexedRule {
  const open = rules.filter((rule) => rule.kind !== "count" || rule.rules.length > 0);
  needed -= rules.includes(always) ? 1 : 0;
  if (needed <= 0) {
    return always;
  }
  if (needed > open.length) {
    return never;
  }
  if (open.length === 1) {
    return open[0]!;
  }
  // A conjunction within a conjunction, a choice within a choice.
  const isAll = needed === open.length;
  if (isAll || needed === 1) {
    const flat = distinct(
      open.flatMap((rule) =>
        rule.kind === "count" && rule.needed === (isAll ? rule.rules.length : 1) ? rule.rules : [rule],
      ),
    );
    return flat.length === 1 ? flat[0]! : { kind: "count", needed: isAll ? flat.length : 1, rules: flat };
  }
  return { kind: "count", needed, rules: open };
}

/** Each rule once, in an order that is theirs and not the caller's. */
function distinct(rules: readonly IndexedRule[]): IndexedRule[] {
  const byKey = new Map(rules.map((rule) => [keyOf(rule), rule]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rule]) => rule);
}

/** Equal for equal rules, their children being in order; courses come first, by index. */
function keyOf(rule: IndexedRule): string {
  return rule.kind === "course" ? `${2 ** 32 + 2 * rule.course + (rule.concurrent ? 1 : 0)}` : JSON.stringify(rule);
}

function describe(value: unknown): string {
  return typeof value === "object" ? (JSON.stringify(value) ?? "an object") : String(value);
}
