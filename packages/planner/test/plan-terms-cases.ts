import { all, any, atLeast, concurrent, course, credits, type Rule } from "@groundwork/planner";
import type { PlanCase, PlanCourse } from "./plan-terms-model.ts";

/** A case of 12 to 24 courses from a seed, with everything that planning looks at; about one in three has no plan. */
export function middlingCase(seed: number): PlanCase {
  let state = (seed * 2654435761) | 1;
  const below = (limit: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const count = 12 + below(13);
  const ids = Array.from({ length: count }, (_, at) => `C${at < 10 ? "0" : ""}${at}`);
  const calendar = pick([["F", "S"], ["F", "S", "U"], ["F"]]);
  const some = (most: number, from: readonly string[]): string[] => [
    ...new Set(Array.from({ length: 1 + below(most) }, () => pick(from))),
  ];
  const leaf = (from: readonly string[]): Rule => (below(4) ? course : concurrent)(pick(from));
  const group = (from: readonly string[]): Rule => {
    switch (below(5)) {
      case 0:
        return all(...some(3, from));
      case 1:
        return any(...some(3, from));
      case 2:
        return atLeast(1 + below(2), ...some(4, from), concurrent(pick(from)));
      case 3:
        return credits(2 + below(5), some(5, from));
      default:
        return leaf(from);
    }
  };
  const rule = (from: readonly string[]): Rule =>
    below(2) ? group(from) : (below(2) ? all : any)(group(from), leaf(from));
  const courses = ids.map((id, at): PlanCourse => {
    // Mostly of the courses before it, so that not everything waits for everything.
    const from = below(10) ? ids.slice(Math.max(0, at - 8), at) : ids;
    return {
      id,
      credits: pick([1, 2, 3, 3, 4, 1.5, 0]),
      excludes: below(10) ? [] : some(1, ids).filter((other) => other !== id),
      ...(below(4) && from.length > 0 && { requires: rule(from) }),
      ...(below(3) === 0 && { offered: below(12) ? some(2, calendar) : [] }),
    };
  });
  const completed = below(3) ? [] : [pick(ids)];
  const locked = pick(ids);
  return {
    courses,
    options: {
      goals: [course(pick(ids.slice(count - 4))), rule(ids), credits(8 + below(14), ids)],
      calendar,
      start: pick(calendar),
      horizon: 7 + below(4),
      creditsPerTerm: below(3) ? 5 + below(5) : Object.fromEntries(calendar.map((term) => [term, 4 + below(7)])),
      completed,
      locked: below(4) || completed.includes(locked) ? {} : { [locked]: below(5) },
    },
  };
}
