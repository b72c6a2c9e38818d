import {
  bottlenecks,
  type Course,
  checkPlan,
  createCatalogue,
  criticalPath,
  eligible,
  failureDelays,
  impossible,
  prerequisites,
  unlocks,
} from "@groundwork/planner";
import fc from "fast-check";
import { expect, test } from "vitest";
import { catalogues, creditsOf, firstTerms, holds, largestTogether } from "./model.ts";
import { shuffle, unordered } from "./shuffle.ts";

const runs = { seed: 20260, numRuns: 400 };

test("impossible names exactly the courses that trying every set of every term never reaches", () => {
  fc.assert(
    fc.property(catalogues(), fc.subarray(["A", "C 1"]), (courses, some) => {
      const completed = some.filter((id) => courses.some((course) => course.id === id));
      const reached = firstTerms(courses, completed, "yes");
      const expected = courses.filter(({ id }) => !reached.has(id)).map(({ id }) => id);
      expect(impossible(createCatalogue(courses), { completed }).map(({ id }) => id)).toEqual(expected.sort());
    }),
    runs,
  );
});

test("the answer of impossible proves itself: each rule fails with all other courses completed", () => {
  fc.assert(
    fc.property(catalogues(), (courses) => {
      const stuck = new Set(impossible(createCatalogue(courses)).map(({ id }) => id));
      const earlier = new Set(courses.map(({ id }) => id).filter((id) => !stuck.has(id)));
      // Together in one term does not help them either.
      const open = courses.filter(({ id, offered }) => stuck.has(id) && offered?.length !== 0).map(({ id }) => id);
      expect(largestTogether(courses, open, earlier, "yes", "yes")).toEqual(new Set());
    }),
    runs,
  );
});

test("prerequisites gives the first term, and its chosen courses are a plan that holds", () => {
  fc.assert(
    fc.property(catalogues(), (courses) => {
      const catalogue = createCatalogue(courses);
      const certain = firstTerms(courses, [], "no");
      const possible = firstTerms(courses, [], "yes");
      for (const { id } of courses) {
        const answer = prerequisites(catalogue, id);
        if (!possible.has(id)) {
          expect(answer.term).toBeUndefined();
          expect(answer.chosen).toBe(false);
          continue;
        }
        if (certain.has(id)) expect(answer.term).toBe(certain.get(id));
        const chosen = [answer, ...answer.courses].filter((course) => course.chosen);
        const termOf = new Map(chosen.map((course) => [course.id, course.term!]));
        expect(Math.max(...termOf.values())).toBe(answer.term);
        for (const course of chosen) {
          const rule = courses.find((other) => other.id === course.id)!.requires;
          // Only what the branch names is held against the rule: it must suffice by itself.
          expect(course.earlier.every((other) => termOf.get(other)! < course.term!)).toBe(true);
          expect(course.together.every((other) => termOf.get(other)! <= course.term!)).toBe(true);
          const held = { earlier: new Set(course.earlier), now: new Set(course.together), credits: creditsOf(courses) };
          const note = course.assumed.length > 0 ? "yes" : "no";
          // A corequisite of the branch that was completed earlier counts as well.
          expect(holds(rule, { ...held, note })).toBe("yes");
          if (certain.has(course.id) && certain.has(id)) expect(course.assumed).toEqual([]);
        }
      }
    }),
    runs,
  );
});

test("criticalPath: earliest terms are the model's, and waiting until the latest still fulfils every chosen rule", () => {
  fc.assert(
    fc.property(catalogues({ notes: false }), (courses) => {
      const catalogue = createCatalogue(courses);
      const terms = firstTerms(courses, [], "no");
      const answer = criticalPath(catalogue);
      expect(answer.terms).toBe(Math.max(0, ...terms.values()));
      expect(answer.impossible).toEqual(
        courses
          .map(({ id }) => id)
          .filter((id) => !terms.has(id))
          .sort(),
      );
      for (const placement of ["earliest", "latest"] as const) {
        const at = new Map(answer.courses.map((course) => [course.id, course[placement]]));
        for (const [id, term] of at) {
          const before = [...at].filter(([, other]) => other < term).map(([other]) => other);
          const now = [...at].filter(([, other]) => other === term).map(([other]) => other);
          const rule = courses.find((course) => course.id === id)!.requires;
          const held = {
            earlier: new Set(before),
            now: new Set(now),
            credits: creditsOf(courses),
            note: "no",
          } as const;
          expect(holds(rule, held)).toBe("yes");
          expect(term).toBeLessThanOrEqual(answer.terms);
        }
      }
      // The path has a course of every term, in order, all without slack.
      const onPath = answer.path.map((id) => answer.courses.find((course) => course.id === id)!);
      expect(new Set(onPath.map(({ earliest }) => earliest)).size).toBe(answer.terms);
      for (const { slack, earliest, latest } of onPath) expect([slack, earliest]).toEqual([0, latest]);
      onPath.slice(1).forEach((course, i) => {
        expect(course.earliest - onPath[i]!.earliest).toBeLessThanOrEqual(1);
        expect(course.earliest).toBeGreaterThanOrEqual(onPath[i]!.earliest);
      });
    }),
    runs,
  );
});

test("eligible agrees with trying every set of courses for the term", () => {
  fc.assert(
    fc.property(catalogues({ excludes: true }), fc.subarray(["A", "__proto__", "C 1"]), (courses, some) => {
      const done = some.filter((id) => courses.some((course) => course.id === id));
      const barred = (course: Course) =>
        !course.offered?.includes("spring") && course.offered !== undefined
          ? true
          : courses.some(
              (other) =>
                other.id !== course.id &&
                done.includes(other.id) &&
                (course.excludes!.includes(other.id) || other.excludes!.includes(course.id)),
            );
      const open = courses.filter((course) => !done.includes(course.id) && !barred(course)).map(({ id }) => id);
      const possible = largestTogether(courses, open, new Set(done), "unknown");
      const certain = largestTogether(courses, open, new Set(done), "yes");
      const expected = courses
        .filter(({ id }) => !done.includes(id))
        .map(({ id }) => [id, certain.has(id) ? "yes" : possible.has(id) ? "unknown" : "no"])
        .sort(([a], [b]) => (a! < b! ? -1 : 1));
      const answers = eligible(createCatalogue(courses), done, { term: "spring" });
      expect(answers.map(({ id, answer }) => [id, answer])).toEqual(expected);
      for (const { answer, reason } of answers) expect(reason === undefined).toBe(answer !== "no");
    }),
    runs,
  );
});

test("unlocks.only names the courses that need it whatever branch is taken", () => {
  fc.assert(
    fc.property(catalogues(), (courses) => {
      const catalogue = createCatalogue(courses);
      const reached = firstTerms(courses, [], "yes");
      for (const { id } of courses) {
        const without = courses.map((course) => (course.id === id ? { ...course, offered: [] } : course));
        const left = firstTerms(without, [], "yes");
        const expected = [...reached.keys()].filter((other) => other !== id && !left.has(other)).sort();
        expect(unlocks(catalogue, id).only).toEqual(expected);
      }
    }),
    { ...runs, numRuns: 150 },
  );
});

test("checkPlan finds what an independent reading of the rules finds, course by course", () => {
  fc.assert(
    fc.property(
      catalogues({ excludes: true }),
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 7, maxLength: 7 }),
      (courses, places) => {
        const names = ["fall", "spring", "fall", "spring"];
        const plan = names.map((term, index) => ({
          index,
          term,
          courses: courses.filter((_, i) => places[i] === index).map(({ id }) => id),
        }));
        const { violations, assumed } = checkPlan(createCatalogue(courses), plan, { creditsPerTerm: 4 });
        const found = violations.map(({ code, course, index }) => `${code} ${course ?? ""} ${index}`);
        const expected: string[] = [];
        const unsure: string[] = [];
        const place = (id: string) => places[courses.findIndex((course) => course.id === id)]!;
        courses.forEach((course, i) => {
          const index = places[i]!;
          const earlier = new Set(courses.filter((_, k) => places[k]! < index).map(({ id }) => id));
          const now = new Set(plan[index]!.courses);
          const answer = holds(course.requires, { earlier, now, credits: creditsOf(courses), note: "unknown" });
          if (answer === "no") expected.push(`requires ${course.id} ${index}`);
          if (answer === "unknown") unsure.push(course.id);
          if (course.offered && !course.offered.includes(names[index]!))
            expected.push(`not-offered ${course.id} ${index}`);
          const clash = courses.some(
            (other) =>
              other.id !== course.id &&
              (course.excludes!.includes(other.id) || other.excludes!.includes(course.id)) &&
              (place(other.id) < index || (place(other.id) === index && other.id < course.id)),
          );
          if (clash) expected.push(`excluded ${course.id} ${index}`);
        });
        for (const { index, courses: ids } of plan) {
          const load = ids.reduce((sum, id) => sum + courses.find((course) => course.id === id)!.credits!, 0);
          if (load > 4 + 1e-9) expected.push(`credits  ${index}`);
        }
        expect(found.sort()).toEqual(expected.sort());
        expect(assumed.map(({ course }) => course).sort()).toEqual(unsure.sort());
      },
    ),
    runs,
  );
});

test("no answer depends on the order in which courses, rules or members of a rule are given", () => {
  fc.assert(
    fc.property(catalogues({ excludes: true }), fc.integer({ min: 1 }), (courses, seed) => {
      const [a, b] = [createCatalogue(courses), createCatalogue(shuffle(courses, seed))];
      expect(b).toEqual(a);
      const ids = courses.map(({ id }) => id);
      const goals = ids.slice(0, 2);
      expect(criticalPath(b, { goals: shuffle(goals, seed) })).toEqual(criticalPath(a, { goals }));
      expect(bottlenecks(b, { courses: shuffle(ids, seed) })).toEqual(bottlenecks(a, { courses: ids }));
      const plan = [goals, ids.slice(2, 4), ids.slice(4)].map((list, index) => ({
        index,
        term: "fall",
        courses: list,
      }));
      const check = (catalogue: typeof a, given: typeof plan) => {
        const { violations, assumed, advice } = checkPlan(catalogue, given, { goals: ids.at(-1)!, creditsPerTerm: 2 });
        return { violations, assumed, advice };
      };
      const shuffled = shuffle(plan, seed);
      expect(unordered(check(b, shuffled))).toEqual(unordered(check(a, plan)));
      expect(failureDelays(b, shuffled, ids[0]!)).toEqual(failureDelays(a, plan, ids[0]!));
    }),
    runs,
  );
});
