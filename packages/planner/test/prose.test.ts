import {
  all,
  any,
  atLeast,
  concurrent,
  course,
  createCatalogue,
  credits,
  eligible,
  note,
  type Rule,
} from "@groundwork/planner";
import { parseRequirement } from "@groundwork/planner/prose";
import { describe, expect, test } from "vitest";

const rule = (text: string) => {
  const { requires, unread } = parseRequirement(text);
  expect(unread).toEqual([]);
  return requires;
};

describe("courses", () => {
  const examples: [text: string, rule: Rule][] = [
    ["ART 101.", course("ART 101")],
    ["[ART101]", course("ART 101")],
    ["ART_V 101", course("ART 101")],
    ["ART 101A or ART 102", any("ART 101A", "ART 102")],
    ["ART 101, 102 and 103", all("ART 101", "ART 102", "ART 103")],
    ["ART 101, ART 102.", all("ART 101", "ART 102")],
    ["ART 101, ART 102, or ART 103", any("ART 101", "ART 102", "ART 103")],
    ["ART 101/DES 101", any("ART 101", "DES 101")],
    ["ART 101 (or 111) and DES 200", all(any("ART 101", "ART 111"), "DES 200")],
    ["Physics 12 or PHY 100", any("Physics 12", "PHY 100")],
    ["Biology 11, BIO 101", all("Biology 11", "BIO 101")],
  ];
  test.each(examples)("%s", (text, expected) => expect(rule(text)).toEqual(expected));
});

describe("lists", () => {
  const examples: [text: string, rule: Rule][] = [
    ["One of ART 101, ART 102, DES 101.", any("ART 101", "ART 102", "DES 101")],
    ["One of ART 101, 102, or DES 101.", any("ART 101", "ART 102", "DES 101")],
    ["All of ART 101, ART 102 and ART 103.", all("ART 101", "ART 102", "ART 103")],
    ["Both of ART 101, ART 102", all("ART 101", "ART 102")],
    ["Two of ART 101, ART 102 and ART 103.", atLeast(2, "ART 101", "ART 102", "ART 103")],
    ["One of ART 101, ART 102 and DES 101.", all(any("ART 101", "ART 102"), "DES 101")],
    ["One of ART 101 and DES 101.", any("ART 101", "DES 101")],
    ["One of ART 101 and ART 102 or DES 101", any(all("ART 101", "ART 102"), "DES 101")],
    [
      "One of ART 101, ART 102 and one of DES 1010, DES 1020.",
      all(any("ART 101", "ART 102"), any("DES 1010", "DES 1020")),
    ],
    [
      "DES 300, one of ART 101 or 102, DES 310, and one of BIO 1001, BIO 1002",
      all("DES 300", any("ART 101", "ART 102"), "DES 310", any("BIO 1001", "BIO 1002")),
    ],
    ["All of ART 101 or DES 101, ART 102", all(any("ART 101", "DES 101"), "ART 102")],
    ["At least one of ART 101, ART 102", any("ART 101", "ART 102")],
  ];
  test.each(examples)("%s", (text, expected) => expect(rule(text)).toEqual(expected));
});

describe("and, or", () => {
  const examples: [text: string, rule: Rule][] = [
    ["ART 101 and DES 101 or DES 102", all("ART 101", any("DES 101", "DES 102"))],
    ["ART 101 and DES 101, or BIO 100", any(all("ART 101", "DES 101"), "BIO 100")],
    ["ART 101 or ART 102; DES 101 or DES 102", all(any("ART 101", "ART 102"), any("DES 101", "DES 102"))],
    ["Either ART 101 or one of DES 101, DES 102.", any("ART 101", any("DES 101", "DES 102"))],
    ["BIO 100 and either ART 101 or ART 102 and DES 400", all("BIO 100", any("ART 101", "ART 102"), "DES 400")],
    ["Either (a) ART 101 or (b) all of DES 101, DES 102.", any("ART 101", all("DES 101", "DES 102"))],
    [
      "Either a) ART 101 and ART 102; or b) DES 101; and BIO 100",
      all(any(all("ART 101", "ART 102"), "DES 101"), "BIO 100"),
    ],
    ["(i) ART 101, and (ii) one of DES 101, DES 102", all("ART 101", any("DES 101", "DES 102"))],
    [
      "One of (a) ART 101, (b) DES 101 and DES 102, or (c) BIO 100",
      any("ART 101", all("DES 101", "DES 102"), "BIO 100"),
    ],
    ["ART 101. Or DES 101.", any("ART 101", "DES 101")],
    ["ART 101. DES 101. Or BIO 100.", any(all("ART 101", "DES 101"), "BIO 100")],
    ["ART 101. And DES 101", all("ART 101", "DES 101")],
    ["ART 101. Organic synthesis.", all("ART 101", note("Organic synthesis"))],
    ["ART 101. Android phones at hand.", all("ART 101", note("Android phones at hand"))],
  ];
  test.each(examples)("%s", (text, expected) => expect(rule(text)).toEqual(expected));
});

describe("credits, grades, corequisites, conditions", () => {
  const examples: [text: string, rule: Rule][] = [
    ["6 credits of 300-level ART.", credits(6, ["ART 3xx"])],
    ["9 credits from DES or ART at 300 level", credits(9, ["DES 3xx", "ART 3xx"])],
    ["At least 3 credits of ART at the 800-level or above", credits(3, ["ART 8xx", "ART 9xx"])],
    ["12 credits of DES courses", credits(12, ["DES *"])],
    ["3 credits from one of ART 101, DES 101", credits(3, ["ART 101", "DES 101"])],
    ["A score of 70% or higher in ART 101", all("ART 101", note("A score of 70% or higher in ART 101"))],
    [
      "BIO 100 and a grade of B+ in one of ART 101, ART 102",
      all("BIO 100", all(any("ART 101", "ART 102"), note("a grade of B+ in one of ART 101, ART 102"))),
    ],
    ["ART 101 and a corequisite of DES 101", all("ART 101", concurrent("DES 101"))],
    ["ART 101 or DES 101 as a corequisite", any("ART 101", concurrent("DES 101"))],
    ["One of ART 101, ART 102. ART 102 may be taken concurrently.", any("ART 101", concurrent("ART 102"))],
    ["ART 101. Corequisite: DES 101", all("ART 101", concurrent("DES 101"))],
    ["Third-year standing in the B.A.Sc. program.", note("Third-year standing in the B.A.Sc. program")],
    ["ART 101 and third-year standing.", all("ART 101", note("third-year standing"))],
    ["ART 101 or permission of the school and the dean", any("ART 101", note("permission of the school and the dean"))],
    ["ART 101, ART 102 or equivalent", any("ART 101", "ART 102", note("equivalent"))],
    ["ART 101 or equivalent and DES 101", all(any("ART 101", note("equivalent")), "DES 101")],
    [
      "ART 101. Approval of the dean is also acceptable.",
      any("ART 101", note("Approval of the dean is also acceptable")),
    ],
    ["ART 101. [3-0-1*]", course("ART 101")],
  ];
  test.each(examples)("%s", (text, expected) => expect(rule(text)).toEqual(expected));
});

test("advice and exclusions stand apart from what is required", () => {
  expect(parseRequirement("ART 101 (DES 101 strongly recommended). BIO 100 and BIO 200 are also recommended.")).toEqual(
    {
      requires: course("ART 101"),
      recommends: all("DES 101", all("BIO 100", "BIO 200")),
      excludes: [],
      unread: [],
    },
  );
  expect(
    parseRequirement("ART 101. Credit will be granted for only one of ART 202, DES 202, or BIO 202.").excludes,
  ).toEqual(["ART 202", "DES 202", "BIO 202"]);
});

test("a sentence in which a course has no certain place is kept whole and listed", () => {
  for (const text of [
    "Students who liked ART 101 are welcome",
    "ART 101 DES 101",
    "A score of 80% or higher in ART 101, ART 102, ART 103",
    "One of any painting course, ART 101, ART 102",
    "ART 1** and ART 201",
    "Either ART 101",
  ]) {
    expect(parseRequirement(`BIO 100. ${text}.`)).toMatchObject({
      requires: all("BIO 100", note(text)),
      unread: [text],
    });
  }
});

test("nothing, junk and very long texts are read without an error and without losing a word", () => {
  expect(parseRequirement("")).toEqual({ requires: all(), recommends: undefined, excludes: [], unread: [] });
  for (const text of [
    "((((",
    "or or or",
    "one of",
    "and ART 101 and",
    "(a) (b)",
    ";;;.",
    "One of ART 101 ((",
    "12 credits of",
    "\n\t",
  ]) {
    const { requires } = parseRequirement(text);
    const words = JSON.stringify(requires);
    for (const word of text.match(/[A-Za-z0-9]{4,}/g) ?? []) expect(words).toContain(word);
  }
  const long = `One of ${Array.from({ length: 5000 }, (_, i) => `ART ${1000 + i}`).join(", ")}.`;
  expect(rule(long)).toMatchObject({ kind: "any", rules: { length: 5000 } });
  expect(() => parseRequirement(undefined as unknown as string)).toThrow(TypeError);
});

test("the answer fits a course of a catalogue as it is, with ids of one's own", () => {
  const id = (subject: string, number: string) => `${subject}${number}`;
  const courses = [
    { id: "ART101", credits: 3 },
    {
      id: "ART301",
      credits: 3,
      ...parseRequirement("ART 101. Credit will be granted for only one of ART 301, DES 301.", { id }),
    },
    { id: "ART400", credits: 3, ...parseRequirement("3 credits of 300-level ART", { id }) },
    { id: "ART401", credits: 3, ...parseRequirement("ART 400", { id, concurrent: true }) },
  ];
  const catalogue = createCatalogue(courses, { unknown: "external" });
  const answers = eligible(catalogue, ["ART101", "ART301"]).map((answer) => [answer.id, answer.answer]);
  expect(answers).toEqual([
    ["ART400", "yes"],
    ["ART401", "yes"],
  ]);
});

describe("years of standing", () => {
  const standing = (year: number) => (year < 5 ? credits(30 * (year - 1), ["*"]) : undefined);
  const of = (text: string) => parseRequirement(text, { standing }).requires;

  test.each([
    ["Third-year standing.", 3],
    ["At least second year standing required.", 2],
    ["4th-year class standing or higher.", 4],
    ["Third- or fourth-year standing.", 3],
    ["Restricted to students with third-year or higher standing.", 3],
    ["Class standing 2.", 2],
  ])("%s", (text, year) => {
    expect(of(text)).toEqual(standing(year));
    expect(parseRequirement(text).requires).toMatchObject({ kind: "note" });
  });

  test.each([
    "Third-year standing in the Faculty of Science.",
    "Fourth-year standing or permission of the instructor.",
    "Fifth-year standing.",
    "Graduate standing.",
  ])("a note still, as it says more or as the caller cannot say: %s", (text) => {
    expect(of(text)).toEqual(note(text.slice(0, -1)));
  });

  test("among courses, and as a plan's credits", () => {
    expect(of("ART 101 and third-year standing.")).toEqual(all("ART 101", credits(60, ["*"])));
    expect(of("One of ART 101, ART 102 or second-year standing.")).toEqual(
      any(any("ART 101", "ART 102"), credits(30, ["*"])),
    );
    const catalogue = createCatalogue([
      { id: "ART 101", credits: 30 },
      { id: "ART 300", requires: of("Second-year standing.") },
    ]);
    expect(eligible(catalogue, []).at(-1)?.answer).toBe("no");
    expect(eligible(catalogue, ["ART 101"]).at(-1)?.answer).toBe("yes");
  });
});
