import { all, any, atLeast, type Course, concurrent, course, credits, type Rule } from "@groundwork/planner";
import { seeded } from "./catalogues.ts";

/** A degree to plan: its catalogue and its goals, 40 courses or so to take. */
export interface Degree {
  readonly name: string;
  readonly courses: readonly Course[];
  readonly goals: readonly Rule[];
}

/**
 * A four-year degree from a seed: a major with four levels, a second subject and a third, labs as corequisites, a free
 * subject; rules with choices, a third of the courses taught once a year, 120 credits in all.
 */
export function seededDegree(seed: number): Degree {
  const random = seeded(seed * 7919);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const courses: Course[] = [];
  const subjects: [name: string, perLevel: number[]][] = [
    ["MAJOR", [4, 6, 8, 9]],
    ["SECOND", [4, 4, 3, 2]],
    ["THIRD", [3, 3, 2, 0]],
    ["FREE", [8, 6, 0, 0]],
  ];
  const idOf = (subject: string, level: number, i: number) => `${subject} ${level + 1}${String(i).padStart(2, "0")}`;
  for (const [subject, perLevel] of subjects) {
    perLevel.forEach((count, level) => {
      const sooner = perLevel
        .slice(0, level)
        .flatMap((n, at) => Array.from({ length: n }, (_, i) => idOf(subject, at, i)));
      const previous = sooner.slice(-(perLevel[level - 1] ?? 0));
      for (let i = 0; i < count; i++) {
        const id = idOf(subject, level, i);
        const items: Rule[] = [];
        if (level > 0 && subject !== "FREE") {
          items.push(
            below(3) ? course(pick(previous)) : any(...new Set([pick(previous), pick(sooner), pick(previous)])),
          );
          if (below(3) === 0) items.push(course(pick(sooner)));
          if (subject === "MAJOR" && below(4) === 0)
            items.push(any(idOf("SECOND", 0, below(4)), idOf("SECOND", 1, below(4))));
        } else if (level > 0 && below(2)) items.push(course(pick(previous)));
        if (subject === "MAJOR" && level === 3 && below(4) === 0) items.push(credits(6, ["MAJOR 2xx", "MAJOR 3xx"]));
        courses.push({
          id,
          credits: pick([3, 3, 3, 4]),
          ...(below(3) === 0 && { offered: [pick(["Fall", "Spring"])] }),
          ...(items.length > 0 && { requires: all(...items) }),
        });
        if (subject === "SECOND" && level === 0 && i < 2)
          courses.push({ id: `LAB ${id}`, credits: 1, requires: concurrent(id) });
      }
    });
  }
  const goals = [
    ...[0, 1, 2].map((i) => course(idOf("MAJOR", 0, i))),
    ...[0, 1, 2, 3].map((i) => course(idOf("MAJOR", 1, i))),
    course(`LAB ${idOf("SECOND", 0, 0)}`),
    any(idOf("MAJOR", 3, 0), idOf("MAJOR", 3, 1)),
    atLeast(4, ...[0, 1, 2, 3, 4, 5, 6].map((i) => idOf("MAJOR", 2, i))),
    credits(12, ["MAJOR 4xx"]),
    credits(15, ["SECOND *"]),
    credits(9, ["THIRD *"]),
    credits(12, ["FREE *"]),
    credits(120, ["*"]),
  ];
  return { name: `degree ${seed}`, courses, goals };
}
