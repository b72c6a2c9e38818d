import {
  all,
  any,
  atLeast,
  checkPlan,
  concurrent,
  createCatalogue,
  credits,
  note,
  planTerms,
} from "@groundwork/planner";
import { describe, expect, test } from "vitest";

const year = ["Fall", "Spring"];

describe("planTerms", () => {
  test("waits for the term in which a course is taught", () => {
    const catalogue = createCatalogue([
      { id: "A", credits: 3 },
      { id: "B", credits: 3, requires: "A", offered: ["Fall"] },
    ]);
    const answer = planTerms(catalogue, { goals: "B", calendar: year });
    expect(answer).toMatchObject({ lowerBound: 3, proven: true });
    const spring = planTerms(catalogue, { goals: "B", calendar: year, start: "Spring" });
    expect(spring).toMatchObject({
      terms: [
        { term: "Spring", courses: ["A"] },
        { term: "Fall", courses: ["B"] },
      ],
    });
  });

  test("takes the branch that comes sooner, even when it is dearer", () => {
    const catalogue = createCatalogue([
      { id: "cheap", credits: 1, requires: "first" },
      { id: "first", credits: 1 },
      { id: "dear", credits: 6 },
      { id: "goal", credits: 3, requires: any("cheap", "dear") },
    ]);
    expect(planTerms(catalogue, { goals: "goal", creditsPerTerm: 6 })).toMatchObject({
      terms: [{ courses: ["dear"] }, { courses: ["goal"] }],
      proven: true,
    });
  });

  test("lets one course count for two pools", () => {
    const catalogue = createCatalogue(["A", "B", "C"].map((id) => ({ id, credits: 3 })));
    const goals = [credits(3, ["A", "B"]), credits(3, ["B", "C"])];
    expect(planTerms(catalogue, { goals, creditsPerTerm: 3 })).toMatchObject({
      terms: [{ courses: ["B"] }],
      proven: true,
    });
  });

  test("pays once for a course that stands in a rule twice", () => {
    const catalogue = createCatalogue([
      { id: "A", credits: 3 },
      { id: "B", credits: 2 },
    ]);
    const options = { goals: atLeast(2, "B", "A", concurrent("A")), creditsPerTerm: 3 };
    const answer = planTerms(catalogue, options);
    expect(answer).toMatchObject({ terms: [{ courses: ["A"] }], lowerBound: 1, proven: true });
    expect(checkPlan(catalogue, [{ index: 0, term: "", courses: ["A"], credits: 3 }], options).violations).toEqual([]);
  });

  test("goes on to the other branch when the cheaper one leaves no room", () => {
    const catalogue = createCatalogue([
      { id: "A", credits: 3, offered: ["Fall"] },
      { id: "B", credits: 3, offered: ["Spring"], requires: "P" },
      { id: "C", credits: 3, offered: ["Fall"] },
      { id: "P" },
    ]);
    expect(planTerms(catalogue, { goals: [any("A", "B"), "C"], calendar: year, creditsPerTerm: 3 })).toMatchObject({
      terms: [{ courses: ["C", "P"] }, { courses: ["B"] }],
      proven: true,
    });
  });

  test("puts corequisites of one another into one term, if they fit", () => {
    const catalogue = createCatalogue([
      { id: "lab", credits: 1, requires: concurrent("lecture") },
      { id: "lecture", credits: 3, requires: concurrent("lab") },
    ]);
    expect(planTerms(catalogue, { goals: "lab" })).toMatchObject({
      terms: [{ courses: ["lab", "lecture"], credits: 4 }],
    });
    expect(planTerms(catalogue, { goals: "lab", creditsPerTerm: 3 })).toMatchObject({ irreducible: true });
  });

  test("balances the loads without a further term", () => {
    const catalogue = createCatalogue(["A", "B", "C", "D"].map((id) => ({ id, credits: 3 })));
    const answer = planTerms(catalogue, { goals: ["A", "B", "C", "D"], creditsPerTerm: 9 });
    expect("terms" in answer && answer.terms.map((term) => term.credits)).toEqual([6, 6]);
  });

  test("keeps a cyclic rule with another way in apart from one without", () => {
    const catalogue = createCatalogue([
      { id: "A", requires: any("B", "C") },
      { id: "B", requires: "A" },
      { id: "C" },
      { id: "X", requires: "Y" },
      { id: "Y", requires: "X" },
    ]);
    expect(planTerms(catalogue, { goals: "B" })).toMatchObject({ lowerBound: 3, proven: true });
    expect(planTerms(catalogue, { goals: "X" })).toEqual({
      conflict: [
        { kind: "goal", goal: { kind: "course", id: "X" } },
        { kind: "requires", course: "X" },
        { kind: "requires", course: "Y" },
      ],
      irreducible: true,
    });
  });

  test("gives a clear answer to goals that exclude one another, courses never taught, and too many credits", () => {
    const catalogue = createCatalogue([
      { id: "A", excludes: ["B"] },
      { id: "B" },
      { id: "never", offered: [] },
      { id: "large", credits: 20 },
    ]);
    const kinds = (goals: string[], creditsPerTerm?: number): string[] => {
      const answer = planTerms(catalogue, { goals, creditsPerTerm });
      return "conflict" in answer ? answer.conflict.map(({ kind }) => kind).sort() : [];
    };
    expect(kinds(["A", "B"])).toEqual(["excludes", "goal", "goal"]);
    expect(kinds(["never", "B"])).toEqual(["goal", "offered"]);
    expect(kinds(["large"], 18)).toEqual(["creditsPerTerm", "goal"]);
    expect(kinds(["large"], 20)).toEqual([]);
  });

  test("adds fractions of credits up exactly and takes courses without credits", () => {
    const catalogue = createCatalogue([
      ...[0.1, 0.2, 0.7].map((size, at) => ({ id: `P${at}`, credits: size })),
      { id: "free", requires: credits(1, ["P*"]) },
    ]);
    expect(planTerms(catalogue, { goals: "free", creditsPerTerm: 1 })).toMatchObject({
      terms: [
        { courses: ["P0", "P1", "P2"], credits: 1 },
        { courses: ["free"], credits: 0 },
      ],
    });
  });

  test("counts completed courses, and no note that nobody has judged", () => {
    const catalogue = createCatalogue([{ id: "A" }, { id: "B", requires: all("A", note("permission")) }]);
    const options = { goals: "B", completed: ["A"] };
    expect(planTerms(catalogue, options)).toHaveProperty("conflict");
    expect(planTerms(catalogue, { ...options, judge: () => true })).toMatchObject({ terms: [{ courses: ["B"] }] });
    expect(planTerms(catalogue, { ...options, waived: ["B"] })).toMatchObject({ terms: [{ courses: ["B"] }] });
    expect(planTerms(catalogue, { goals: "A", completed: ["A"] })).toEqual({ terms: [], lowerBound: 0, proven: true });
  });

  test("keeps locked courses and limits of named terms", () => {
    const catalogue = createCatalogue(["A", "B", "C"].map((id) => ({ id, credits: 3 })));
    const answer = planTerms(catalogue, {
      goals: ["A", "B", "C"],
      calendar: year,
      creditsPerTerm: { Fall: 6, Spring: 0 },
      locked: new Map([["A", 2]]),
    });
    expect(answer).toMatchObject({ lowerBound: 3, proven: true });
    expect("terms" in answer && answer.terms[1]!.courses).toEqual([]);
    expect("terms" in answer && answer.terms[2]!.courses).toContain("A");
  });

  test("takes ids such as __proto__", () => {
    const catalogue = createCatalogue([{ id: "__proto__" }, { id: "constructor", requires: "__proto__" }]);
    expect(planTerms(catalogue, { goals: "constructor" })).toMatchObject({
      terms: [{ courses: ["__proto__"] }, { courses: ["constructor"] }],
    });
  });

  test("is never proven after a limit that came before the proof", () => {
    const courses = Array.from({ length: 30 }, (_, at) => ({ id: `C${at}`, credits: 1 + ((at * 7) % 5) }));
    const catalogue = createCatalogue(courses);
    const options = { goals: credits(60, ["C*"]), creditsPerTerm: 7 };
    const whole = planTerms(catalogue, options);
    if (!("terms" in whole)) throw new Error("There is a plan.");
    for (const nodeLimit of [0, 100, 1000, 3000]) {
      const answer = planTerms(catalogue, options, { nodeLimit });
      if ("conflict" in answer) throw new Error("There is a plan.");
      expect(answer.lowerBound).toBeLessThanOrEqual(whole.terms.length);
      if ("undecided" in answer) expect(answer.stopped).toBe("nodeLimit");
      else {
        expect(checkPlan(catalogue, answer.terms, options).violations).toEqual([]);
        expect(answer.proven).toBe(answer.terms.length === answer.lowerBound);
      }
    }
    expect(planTerms(catalogue, options, { nodeLimit: 0 })).toMatchObject({ undecided: true, stopped: "nodeLimit" });
  });

  test("refuses options out of range", () => {
    const catalogue = createCatalogue([{ id: "A" }]);
    const refused = (options: object): void => {
      expect(() => planTerms(catalogue, { goals: "A", ...options })).toThrow(RangeError);
    };
    refused({ horizon: -1 });
    refused({ creditsPerTerm: Number.NaN });
    refused({ creditsPerTerm: { Winter: 3 }, calendar: year });
    refused({ start: "Winter", calendar: year });
    refused({ locked: { A: -1 } });
    refused({ locked: { A: 0 }, completed: ["A"] });
    expect(() => planTerms(catalogue, { goals: "Z" })).toThrow("Z");
  });
});
