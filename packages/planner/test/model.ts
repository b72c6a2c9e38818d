import type { Course, Rule } from "@groundwork/planner";
import fc from "fast-check";

/** A slow reading of the rules that shares nothing with the package: sets of ids, subsets tried one by one. */

export interface Held {
  readonly earlier: ReadonlySet<string>;
  readonly now: ReadonlySet<string>;
  readonly credits: ReadonlyMap<string, number>;
  readonly note: "no" | "unknown" | "yes";
}

const order = ["no", "unknown", "yes"] as const;

export function holds(rule: Rule | string | undefined, held: Held): "no" | "unknown" | "yes" {
  if (rule === undefined) return "yes";
  if (typeof rule === "string") return held.earlier.has(rule) ? "yes" : "no";
  switch (rule.kind) {
    case "course":
      return held.earlier.has(rule.id) ? "yes" : "no";
    case "concurrent":
      return held.earlier.has(rule.id) || held.now.has(rule.id) ? "yes" : "no";
    case "note":
      return held.note;
    case "credits": {
      const worth = [...new Set(rule.pool)].filter((id) => held.earlier.has(id)).map((id) => held.credits.get(id)!);
      return worth.reduce((a, b) => a + b, 0) >= rule.credits - 1e-9 ? "yes" : "no";
    }
    case "all": {
      const ranks = rule.rules.map((child) => order.indexOf(holds(child, held)));
      return order[Math.min(2, ...ranks)]!;
    }
    case "any": {
      const ranks = rule.rules.map((child) => order.indexOf(holds(child, held)));
      return order[Math.max(0, ...ranks)]!;
    }
    case "atLeast": {
      if (rule.count === 0) return "yes";
      const different = [...new Map(rule.rules.map((child) => [JSON.stringify(child), child])).values()];
      const ranks = different.map((child) => order.indexOf(holds(child, held))).sort((a, b) => b - a);
      return order[ranks[rule.count - 1] ?? 0]!;
    }
  }
}

/** The largest set of candidates in which every rule holds at least `least`: the union of all subsets that do. */
export function largestTogether(
  courses: readonly Course[],
  candidates: readonly string[],
  earlier: ReadonlySet<string>,
  least: "unknown" | "yes",
  note: Held["note"] = "unknown",
): Set<string> {
  const credits = creditsOf(courses);
  const rules = new Map(courses.map((course) => [course.id, course.requires]));
  const union = new Set<string>();
  for (let bits = 0; bits < 1 << candidates.length; bits++) {
    const now = new Set(candidates.filter((_, i) => (bits >> i) & 1));
    const fine = [...now].every(
      (id) => order.indexOf(holds(rules.get(id), { earlier, now, credits, note })) >= order.indexOf(least),
    );
    if (fine) for (const id of now) union.add(id);
  }
  return union;
}

/** The first term of every course that can be reached when nothing limits a term. */
export function firstTerms(
  courses: readonly Course[],
  completed: readonly string[],
  note: "no" | "yes",
): Map<string, number> {
  const terms = new Map(completed.map((id) => [id, 0]));
  for (let term = 1; ; term++) {
    const open = courses.filter(({ id, offered }) => !terms.has(id) && offered?.length !== 0).map(({ id }) => id);
    const taken = largestTogether(courses, open, new Set(terms.keys()), "yes", note);
    if (taken.size === 0) return terms;
    for (const id of taken) terms.set(id, term);
  }
}

export function creditsOf(courses: readonly Course[]): Map<string, number> {
  return new Map(courses.map(({ id, credits = 0 }) => [id, credits]));
}

const names = ["A", "__proto__", "C 1", "constructor", "é", "", "G"];

/** Catalogues of up to seven courses whose rules mention any of them, themselves included. */
export function catalogues({ notes = true, excludes = false } = {}): fc.Arbitrary<Course[]> {
  return fc.integer({ min: 1, max: names.length }).chain((size) => {
    const id = fc.constantFrom(...names.slice(0, size));
    const leaf: fc.Arbitrary<Rule> = fc.oneof(
      { weight: 5, arbitrary: id.map((id): Rule => ({ kind: "course", id })) },
      { weight: 3, arbitrary: id.map((id): Rule => ({ kind: "concurrent", id })) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom(0, 0.3, 1, 3, 6), fc.array(id, { maxLength: 4 }))
          .map(([credits, pool]): Rule => ({ kind: "credits", credits, pool })),
      },
      ...(notes
        ? [{ weight: 1, arbitrary: fc.constantFrom("x", "y").map((text): Rule => ({ kind: "note", text })) }]
        : []),
    );
    const single: fc.Arbitrary<Rule> = fc.oneof(
      id.map((id): Rule => ({ kind: "course", id })),
      id.map((id): Rule => ({ kind: "concurrent", id })),
      ...(notes ? [fc.constant<Rule>({ kind: "note", text: "x" })] : []),
    );
    const pairOf = fc.tuple(
      fc.constantFrom("all" as const, "any" as const),
      fc.uniqueArray(id, { minLength: 2, maxLength: 2 }),
    );
    const { rule } = fc.letrec<{ rule: Rule }>((tie) => ({
      rule: fc.oneof(
        { maxDepth: 3, depthSize: "small" },
        leaf,
        fc.array(tie("rule"), { maxLength: 3 }).map((rules): Rule => ({ kind: "all", rules })),
        fc.array(tie("rule"), { maxLength: 3 }).map((rules): Rule => ({ kind: "any", rules })),
        // Children that no normal form makes equal, so that "different rules" is beyond doubt.
        fc
          .record({
            count: fc.integer({ min: 0, max: 3 }),
            singles: fc.uniqueArray(single, { maxLength: 4, selector: (rule) => JSON.stringify(rule) }),
            pair: size < 2 ? fc.constant(null) : fc.option(pairOf),
          })
          .map(({ count, singles, pair }): Rule => {
            const rules = pair?.[1].map((id): Rule => ({ kind: "course", id }));
            return { kind: "atLeast", count, rules: rules ? [{ kind: pair![0], rules }, ...singles] : singles };
          }),
      ),
    }));
    const course = (id: string, other: fc.Arbitrary<string>): fc.Arbitrary<Course> =>
      fc
        .record({
          credits: fc.constantFrom(0, 0.1, 0.2, 1.5, 3),
          requires: fc.option(rule, { nil: undefined, freq: 3 }),
          offered: fc.constantFrom(undefined, undefined, ["fall"], ["fall", "spring"], []),
          excludes: excludes ? fc.array(other, { maxLength: 1 }) : fc.constant([]),
        })
        .map((rest) => ({ id, ...rest }));
    return fc.tuple(...names.slice(0, size).map((name) => course(name, id)));
  });
}
