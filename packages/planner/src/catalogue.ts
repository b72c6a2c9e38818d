import type { RuleLike } from "./rule.ts";

/** A course as the caller describes it. */
export interface Course {
  /** Any string, `__proto__` too. */
  readonly id: string;
  readonly title?: string | undefined;
  /** Finite, ≥ 0, fractions allowed; 0 when left out. */
  readonly credits?: number | undefined;
  /** Names of the terms of the year in which it is taught; every term when left out, never when empty. */
  readonly offered?: readonly string[] | undefined;
  /** What must hold before the course is taken. */
  readonly requires?: RuleLike | undefined;
  /** What is advised before the course is taken; it never makes a plan invalid. */
  readonly recommends?: RuleLike | undefined;
  /** Courses that give no credit together with this one; naming it on one side is enough. */
  readonly excludes?: readonly string[] | undefined;
}

/**
 * A rule in normal form over the indices of a catalogue.
 *
 * - `course`: completed earlier, or with `concurrent` in the same term.
 * - `external`: a course outside the catalogue; unknown unless it is among the completed ones.
 * - `count`: at least `needed` of `rules`: all of them when `needed === rules.length`, one of them when `needed === 1`.
 *   Children differ from one another and stand in an order of their own, courses first; a conjunction never stands directly in a conjunction nor a choice in a choice;
 *   `needed` lies in 1 … `rules.length`, but for the two constants at the root: always (`needed` 0) and
 *   never (`needed` 1), both with no `rules`.
 * - `credits`: courses completed earlier worth at least `needed` > 0 together; indices ascend.
 * - `note`: text that nobody can evaluate.
 */
export type IndexedRule =
  | { readonly kind: "course"; readonly course: number; readonly concurrent: boolean }
  | { readonly kind: "external"; readonly id: string; readonly concurrent: boolean }
  | { readonly kind: "count"; readonly needed: number; readonly rules: readonly IndexedRule[] }
  | {
      readonly kind: "credits";
      readonly needed: number;
      readonly courses: readonly number[];
      readonly external: readonly string[];
    }
  | { readonly kind: "note"; readonly text: string };

/** A course of a catalogue, its rules in normal form. */
export interface IndexedCourse {
  readonly id: string;
  readonly title: string | undefined;
  readonly credits: number;
  /** Names of terms, or undefined for every term. */
  readonly offered: readonly string[] | undefined;
  readonly requires: IndexedRule;
  readonly recommends: IndexedRule;
  /** Indices in ascending order; symmetric over the catalogue. */
  readonly excludes: readonly number[];
  /** Excluded ids outside the catalogue. */
  readonly excludesExternal: readonly string[];
}

/** Courses indexed 0 … n − 1 in the order of their ids: plain data, fit for `structuredClone`. */
export interface Catalogue {
  readonly courses: readonly IndexedCourse[];
  readonly index: ReadonlyMap<string, number>;
  /** Whether ids that no course has are courses outside the catalogue rather than mistakes. */
  readonly unknown: "error" | "external";
}
