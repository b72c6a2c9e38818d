import { all, any, atLeast, type Course, createCatalogue, credits, planTerms } from "@groundwork/planner";
import { describe, expect, test } from "vitest";

type Options = Parameters<typeof planTerms>[1];

/** The rules in conflict in short; each was checked to be needed by lifting it. */
function conflictOf(courses: readonly Course[], options: Options): string[] {
  const answer = planTerms(createCatalogue(courses), options);
  if (!("conflict" in answer)) throw new Error(`Expected a conflict, got ${JSON.stringify(answer)}.`);
  expect(answer.irreducible).toBe(true);
  return answer.conflict.map((rule) => ("course" in rule ? `${rule.kind} ${rule.course}` : rule.kind));
}

function termsOf(courses: readonly Course[], options: Options): readonly string[][] {
  const answer = planTerms(createCatalogue(courses), options);
  if (!("terms" in answer)) throw new Error(`Expected a plan, got ${JSON.stringify(answer)}.`);
  expect(answer.proven).toBe(true);
  return answer.terms.map((term) => [...term.courses]);
}

describe("planTerms at its edges", () => {
  const pair = [
    { id: "A", credits: 3, excludes: ["B"] },
    { id: "B", credits: 3 },
    { id: "C", credits: 3 },
  ];

  test("a horizon of no terms holds what is completed, and nothing else", () => {
    expect(termsOf(pair, { goals: [], horizon: 0 })).toEqual([]);
    expect(termsOf(pair, { goals: "A", completed: ["A"], horizon: 0 })).toEqual([]);
    expect(conflictOf(pair, { goals: "A", horizon: 0 })).toEqual(["goal", "horizon"]);
  });

  test("goals that are rules conflict with an exclusion only if no other member is left", () => {
    expect(conflictOf(pair, { goals: [all("A", "B")] })).toEqual(["goal", "excludes"]);
    expect(conflictOf(pair, { goals: [credits(9, ["*"])] })).toEqual(["goal", "excludes"]);
    expect(conflictOf(pair, { goals: ["A", atLeast(2, "A", "B")] })).toEqual(["goal", "excludes"]);
    expect(termsOf(pair, { goals: ["A", any("B", "C")] })).toEqual([["A", "C"]]);
  });

  test("a goal that excludes a completed course is a conflict of the two", () => {
    expect(conflictOf(pair, { goals: "A", completed: ["B"] })).toEqual(["goal", "excludes"]);
  });

  test("a rule that can never hold is a conflict by itself", () => {
    expect(conflictOf(pair, { goals: [any()] })).toEqual(["goal"]);
    expect(conflictOf(pair, { goals: [atLeast(2, "A", "A")] })).toEqual(["goal"]);
    expect(conflictOf([{ id: "Z" }, { id: "A", credits: 3 }], { goals: [credits(1, ["Z"])] })).toEqual(["goal"]);
    expect(conflictOf([{ id: "A", requires: "A" }], { goals: "A" })).toEqual(["goal", "requires A"]);
  });

  test("courses without credits take no room, those above every limit have none", () => {
    const free = Array.from({ length: 5 }, (_, at) => ({ id: `F${at}` }));
    expect(termsOf(free, { goals: [atLeast(5, ...free.map(({ id }) => id))], creditsPerTerm: 0 })).toHaveLength(1);
    expect(conflictOf(pair, { goals: "C", creditsPerTerm: 2.5 })).toEqual(["goal", "creditsPerTerm"]);
    expect(conflictOf(pair, { goals: "C", calendar: ["F", "S"], creditsPerTerm: { F: 2, S: 1 } })).toEqual([
      "goal",
      "creditsPerTerm",
      "creditsPerTerm",
    ]);
  });

  test("tenths of credits fill a limit exactly, and a little more is too much", () => {
    const tenths = ["A", "B", "C"].map((id) => ({ id, credits: 0.1 }));
    const goals = ["A", "B", "C"];
    expect(termsOf(tenths, { goals, creditsPerTerm: 0.3 })).toHaveLength(1);
    expect(termsOf(tenths, { goals, creditsPerTerm: 0.299 })).toHaveLength(2);
  });

  test("a course never taught is a conflict also without a calendar, unless it is completed", () => {
    const never = [
      { id: "N", offered: [] },
      { id: "A", requires: "N" },
    ];
    expect(conflictOf(never, { goals: "A" })).toEqual(["goal", "requires A", "offered N"]);
    expect(termsOf(never, { goals: "A", completed: ["N"] })).toEqual([["A"]]);
    expect(conflictOf([{ id: "A", offered: ["Winter"] }], { goals: "A", calendar: ["Fall"] })).toEqual([
      "goal",
      "offered A",
    ]);
  });

  test("a lock is kept or named: before its requirement, past the horizon, in a term without the course", () => {
    const chain = [{ id: "A" }, { id: "B", requires: "A" }, { id: "S", offered: ["S"] }];
    expect(termsOf(chain, { goals: [], locked: { B: 3 } }).findIndex((term) => term.includes("B"))).toBe(3);
    expect(conflictOf(chain, { goals: [], locked: { B: 0 } })).toEqual(["locked B", "requires B"]);
    expect(conflictOf(chain, { goals: [], locked: { A: 4 }, horizon: 4 })).toEqual(["locked A", "horizon"]);
    expect(conflictOf(chain, { goals: [], locked: { S: 0 }, calendar: ["F", "S"] })).toEqual(["locked S", "offered S"]);
    expect(conflictOf(pair, { goals: [], locked: { A: 0, B: 1 } })).toEqual(["locked A", "excludes", "locked B"]);
  });

  test("a lock into the past and a lock of a completed course are refused", () => {
    const catalogue = createCatalogue(pair);
    for (const options of [{ locked: { A: -1 } }, { locked: { A: 0.5 } }, { locked: { A: 0 }, completed: ["A"] }]) {
      expect(() => planTerms(catalogue, { goals: "C", ...options })).toThrow(RangeError);
      expect(() => planTerms(catalogue, { goals: "C", ...options })).toThrow(/`locked`.*"A"/);
    }
  });

  test("any string is an id, in goals, locks and exclusions alike", () => {
    const odd = [
      { id: "__proto__", excludes: ["constructor"] },
      { id: "constructor" },
      { id: "toString", requires: "__proto__" },
      { id: "", requires: "toString" },
    ];
    expect(termsOf(odd, { goals: "" })).toEqual([["__proto__"], ["toString"], [""]]);
    expect(termsOf(odd, { goals: [], locked: new Map([["__proto__", 1]]) })).toEqual([[], ["__proto__"]]);
    expect(conflictOf(odd, { goals: ["", "constructor"] })).toEqual([
      "goal",
      "goal",
      "requires ",
      "excludes",
      "requires toString",
    ]);
    expect(conflictOf(odd, { goals: "", creditsPerTerm: {}, horizon: 2 })).toContain("horizon");
  });

  test("a chain far longer than the horizon conflicts with the part of it that is too long", () => {
    const chain = Array.from({ length: 2000 }, (_, at) => ({
      id: `C${at}`,
      ...(at > 0 && { requires: `C${at - 1}` }),
    }));
    const conflict = conflictOf(chain, { goals: "C1999", horizon: 10 });
    expect(conflict).toHaveLength(12);
    expect(conflict.filter((rule) => rule.startsWith("requires"))).toHaveLength(10);
  });
});
