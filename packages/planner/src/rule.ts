import { checkNumber } from "./check-number.ts";

/** A requirement as plain data; build it with {@link course}, {@link all}, {@link any} and the others, or parse it from prose. */
export type Rule =
  | { readonly kind: "course"; readonly id: string }
  | { readonly kind: "concurrent"; readonly id: string }
  | { readonly kind: "all"; readonly rules: readonly Rule[] }
  | { readonly kind: "any"; readonly rules: readonly Rule[] }
  | { readonly kind: "atLeast"; readonly count: number; readonly rules: readonly Rule[] }
  | { readonly kind: "credits"; readonly credits: number; readonly pool: readonly string[] }
  | { readonly kind: "note"; readonly text: string };

/** A rule, or the id of a course that stands for `course(id)`. */
export type RuleLike = Rule | string;

/**
 * The course must be completed in an earlier term.
 *
 * @example
 * course("CPSC 110"); // => { kind: "course", id: "CPSC 110" }
 */
export function course(id: string): Rule {
  return { kind: "course", id };
}

/**
 * A corequisite: the course must be completed earlier or taken in the same term. A leaf like any other, so
 * `any("MATH 100", concurrent("MATH 180"))` says what calendars mean.
 *
 * @example
 * concurrent("PHYS 119"); // => { kind: "concurrent", id: "PHYS 119" }
 */
export function concurrent(id: string): Rule {
  return { kind: "concurrent", id };
}

/**
 * Every rule must hold; `all()` always holds.
 *
 * @example
 * all("A", concurrent("B")); // => { kind: "all", rules: [{ kind: "course", id: "A" }, { kind: "concurrent", id: "B" }] }
 */
export function all(...rules: RuleLike[]): Rule {
  return { kind: "all", rules: rules.map(toRule) };
}

/**
 * At least one rule must hold; `any()` never holds.
 *
 * @example
 * any("A", "B"); // => { kind: "any", rules: [{ kind: "course", id: "A" }, { kind: "course", id: "B" }] }
 */
export function any(...rules: RuleLike[]): Rule {
  return { kind: "any", rules: rules.map(toRule) };
}

/**
 * At least `count` different rules must hold. Equal rules count once, whatever the order of their members: with "A"
 * twice, "A" alone is one rule held. More than there are different ones never hold.
 *
 * @throws RangeError when `count` is not an integer ≥ 0.
 * @example
 * atLeast(2, "A", "B", "C").kind; // => "atLeast"
 * const catalogue = createCatalogue([{ id: "A" }, { id: "B" }, { id: "C", requires: atLeast(2, "A", "A", "B") }]);
 * eligible(catalogue, ["A"]).at(-1)?.answer; // => "no"
 * atLeast(1.5, "A"); // throws RangeError
 */
export function atLeast(count: number, ...rules: RuleLike[]): Rule {
  return { kind: "atLeast", count: checkNumber("`count`", count, "an integer"), rules: rules.map(toRule) };
}

/**
 * Courses of `pool` worth at least `amount` credits together must be completed in earlier terms.
 *
 * An entry of the pool is the id of a course or a pattern for ids: an `x` after a digit, a space or another such `x`
 * stands for one digit, `*` for any run of characters, and a space for white space or none. An id of the catalogue is
 * always taken literally.
 *
 * @throws RangeError when `amount` is not a finite number ≥ 0.
 * @example
 * credits(12, ["CPSC 3xx", "CPSC 4xx"]).kind; // => "credits"
 */
export function credits(amount: number, pool: readonly string[]): Rule {
  return { kind: "credits", credits: checkNumber("`amount`", amount, "a finite number"), pool: [...pool] };
}

/**
 * Free text that nobody can evaluate: with it, eligibility may be "unknown".
 *
 * @example
 * note("Permission of the instructor"); // => { kind: "note", text: "Permission of the instructor" }
 */
export function note(text: string): Rule {
  return { kind: "note", text };
}

/** `rule` itself, or the course that a bare id stands for. */
export function toRule(rule: RuleLike): Rule {
  return typeof rule === "string" ? course(rule) : rule;
}
