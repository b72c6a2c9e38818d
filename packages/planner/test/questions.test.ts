import {
  all,
  any,
  atLeast,
  bottlenecks,
  type Course,
  checkPlan,
  concurrent,
  createCatalogue,
  credits,
  criticalPath,
  eligible,
  failureDelays,
  impossible,
  note,
  prerequisiteCycles,
  prerequisites,
  unlocks,
} from "@groundwork/planner";
import { expect, test } from "vitest";

/*
 *   110 ── 210 ──┬── 310          a small curriculum; 121 is an alternative to 110 in 210
 *   121 ──┘      └── 313 ── 415   313 may be taken with 259
 *   259 ╌╌╌╌╌╌╌╌╌╌╌╌╌┘
 */
const courses: Course[] = [
  { id: "110", credits: 4, offered: ["fall", "spring"] },
  { id: "121", credits: 4, offered: ["fall"] },
  { id: "210", credits: 4, requires: any("110", "121") },
  { id: "259", credits: 3, offered: ["spring"] },
  { id: "310", credits: 4, requires: "210", recommends: "121" },
  { id: "313", credits: 3, requires: all("210", concurrent("259")) },
  { id: "415", credits: 3, requires: all("313", any(credits(8, ["xx", "1xx", "2xx"]), note("permission"))) },
];
const catalogue = createCatalogue(courses, { unknown: "external" });

test("a corequisite counts as eligible only when it can be taken in the same term", () => {
  const answer = (term: string) =>
    eligible(catalogue, ["110", "210"], { term }).map(({ id, answer, together, reason }) => [
      id,
      answer,
      together,
      reason,
    ]);
  expect(answer("spring").find(([id]) => id === "313")).toEqual(["313", "yes", ["259"], undefined]);
  expect(answer("fall").find(([id]) => id === "313")).toEqual(["313", "no", [], "requires"]);
  expect(answer("fall").find(([id]) => id === "259")).toEqual(["259", "no", [], "not-offered"]);
});

test("courses in progress count, and the answer says that it hangs on them", () => {
  const [before] = eligible(catalogue, ["121"], { inProgress: ["210"] }).filter(({ id }) => id === "310");
  expect(before).toMatchObject({ answer: "yes", provisional: true });
  const [after] = eligible(catalogue, ["121", "210"]).filter(({ id }) => id === "310");
  expect(after).toMatchObject({ answer: "yes", provisional: false });
});

test("a note can be judged, a rule waived, and what is unknown or missing is named", () => {
  const small = createCatalogue([
    { id: "A" },
    { id: "B", requires: all("A", note("third-year standing")) },
    { id: "C", requires: "B" },
  ]);
  const at = (id: string, options = {}) => eligible(small, ["A"], options).find((course) => course.id === id)!;
  expect(at("B")).toMatchObject({ answer: "unknown", unknown: ["third-year standing"] });
  expect(at("B", { judge: () => true })).toMatchObject({ answer: "yes", unknown: [] });
  expect(at("B", { judge: () => false })).toMatchObject({ answer: "no", reason: "requires" });
  expect(at("C")).toMatchObject({ answer: "no", missing: ["B"] });
  expect(at("C", { waived: ["C"] })).toMatchObject({ answer: "yes" });
});

test("an external course is unknown until it is completed, and excludes as any other", () => {
  const outside = createCatalogue(
    [
      { id: "A", requires: "X" },
      { id: "B", excludes: ["Y"] },
    ],
    { unknown: "external" },
  );
  expect(eligible(outside, []).map(({ answer }) => answer)).toEqual(["unknown", "yes"]);
  expect(eligible(outside, ["X", "Y"]).map(({ answer, reason }) => [answer, reason])).toEqual([
    ["yes", undefined],
    ["no", "excluded"],
  ]);
});

test("prerequisites chooses the branch that comes earliest and avoids notes", () => {
  const answer = prerequisites(catalogue, "415");
  expect(answer).toMatchObject({ term: 4, earlier: expect.arrayContaining(["313"]), assumed: [] });
  expect(answer.courses.filter(({ chosen }) => chosen).map(({ id }) => id)).toEqual(
    ["110", "121", "259", "210", "313"].sort(
      (a, b) => prerequisites(catalogue, a).term! - prerequisites(catalogue, b).term! || (a < b ? -1 : 1),
    ),
  );
  const noted = createCatalogue([
    { id: "A", requires: note("x") },
    { id: "B", requires: any("A", "B") },
  ]);
  expect(prerequisites(noted, "B")).toMatchObject({ term: 2, courses: [{ id: "A", assumed: ["x"] }] });
  expect(() => prerequisites(catalogue, "nope")).toThrow(/"nope"/);
});

test("at least n of counts equal rules once, whatever the order of their members", () => {
  const small = createCatalogue([
    { id: "A" },
    { id: "B" },
    { id: "C", requires: atLeast(2, "A", "A", "B") },
    { id: "D", requires: atLeast(2, all("A", "B"), all("B", "A"), any("E", "C")) },
    { id: "E", requires: atLeast(2, "A", all("A"), any("A")) },
    { id: "F", requires: atLeast(2, "A", concurrent("A")) },
  ]);
  const answers = (...completed: string[]) =>
    Object.fromEntries(eligible(small, completed).map(({ id, answer }) => [id, answer]));
  expect(answers("A")).toMatchObject({ C: "no", D: "no", E: "no", F: "yes" });
  expect(answers("A", "B")).toMatchObject({ C: "yes", D: "no", E: "no" });
  expect(answers("A", "B", "C")).toMatchObject({ D: "yes" });
  expect(impossible(small).map(({ id }) => id)).toEqual(["E"]);
  const plan = [{ index: 0, term: "", courses: ["A", "B", "C"] }];
  expect(checkPlan(small, plan, { goals: atLeast(2, "A", "A") }).violations.at(-1)?.code).toBe("goal");
});

test("a cycle is reported with a real cycle, and apart from what is impossible", () => {
  const knotted = createCatalogue([
    { id: "A", requires: any("B", "D") },
    { id: "B", requires: "C" },
    { id: "C", requires: concurrent("A") },
    { id: "D" },
    { id: "E", requires: "F" },
    { id: "F", requires: all("E", "D") },
    { id: "lab", requires: concurrent("lecture") },
    { id: "lecture", requires: concurrent("lab") },
    { id: "self", requires: "self" },
  ]);
  expect(prerequisiteCycles(knotted)).toEqual([
    { courses: ["A", "B", "C"], cycle: ["A", "C", "B"] },
    { courses: ["E", "F"], cycle: ["E", "F"] },
    { courses: ["self"], cycle: ["self"] },
  ]);
  expect(impossible(knotted).map(({ id, blockedBy }) => [id, blockedBy])).toEqual([
    ["E", ["F"]],
    ["F", ["E"]],
    ["self", ["self"]],
  ]);
  expect(
    impossible(
      createCatalogue([
        { id: "A", offered: [] },
        { id: "B", requires: "A" },
      ]),
    ),
  ).toEqual([
    { id: "A", reason: "never-offered", blockedBy: [] },
    { id: "B", reason: "requires", blockedBy: ["A"] },
  ]);
});

test("bottlenecks agrees with counting chains and descendants one by one", () => {
  const list = bottlenecks(catalogue);
  const needs: Record<string, string[]> = {
    "110": ["210", "415"],
    "121": ["210", "415"],
    "210": ["310", "313", "415"],
    "259": ["313", "415"],
    "310": [],
    "313": ["415"],
    "415": [],
  };
  const below = (id: string): Set<string> => new Set(needs[id]!.flatMap((next) => [next, ...below(next)]));
  const down = (id: string): number => 1 + Math.max(0, ...needs[id]!.map(down));
  const up = (id: string): number =>
    1 +
    Math.max(
      0,
      ...Object.keys(needs)
        .filter((other) => needs[other]!.includes(id))
        .map(up),
    );
  for (const { id, blocking, delay, complexity } of list) {
    expect([id, blocking, delay]).toEqual([id, below(id).size, up(id) + down(id) - 1]);
    expect(complexity).toBe(blocking + delay);
  }
  expect(list.map(({ complexity }) => complexity)).toEqual(
    list.map(({ complexity }) => complexity).sort((a, b) => b - a),
  );
  // Within a degree only its own courses count; on a cycle courses block one another.
  expect(bottlenecks(catalogue, { courses: ["210", "310"] })[0]).toEqual({
    id: "210",
    blocking: 1,
    delay: 2,
    complexity: 3,
  });
  const cyclic = createCatalogue([
    { id: "A", requires: "B" },
    { id: "B", requires: "A" },
    { id: "C", requires: "B" },
  ]);
  expect(bottlenecks(cyclic)[0]).toEqual({ id: "A", blocking: 2, delay: 2, complexity: 4 });
});

test("unlocks tells what opens at once from what hangs on the course altogether", () => {
  expect(unlocks(catalogue, "110")).toEqual({ next: ["210"], only: [], all: ["210", "310", "313", "415"] });
  expect(unlocks(catalogue, "210", { completed: ["110", "259"] })).toEqual({
    next: ["310", "313"],
    only: ["310", "313", "415"],
    all: ["310", "313", "415"],
  });
});

test("criticalPath gives slack to what can wait", () => {
  const { terms, path, courses } = criticalPath(catalogue, { goals: ["313", "310"] });
  expect(terms).toBe(3);
  expect(path).toEqual(["110", "210", "310"]);
  expect(courses.find(({ id }) => id === "259")).toEqual({ id: "259", earliest: 1, latest: 3, slack: 2 });
});

test("checkPlan returns every violation of a plan, with goals, locks, calendar and horizon", () => {
  const plan = [
    { index: 0, term: "fall", courses: ["110", "259", "nope"] },
    { index: 1, term: "fall", courses: ["210", "110", "313"] },
    { index: 2, term: "fall", courses: ["310"] },
  ];
  const options = {
    calendar: ["fall", "spring"],
    horizon: 2,
    creditsPerTerm: { fall: 6 },
    locked: { "313": 0, "415": 1 },
    goals: ["415", "310"],
    completed: [],
  };
  const { violations, advice } = checkPlan(catalogue, plan, options);
  expect(violations.map(({ code, course, index }) => [code, course, index])).toEqual([
    ["unknown-course", "nope", 0],
    ["not-offered", "259", 0],
    ["credits", undefined, 0],
    ["calendar", undefined, 1],
    ["repeated", "110", 1],
    ["requires", "313", 1],
    ["credits", undefined, 1],
    ["horizon", undefined, 2],
    ["locked", "313", 0],
    ["locked", "415", 1],
    ["goal", undefined, undefined],
  ]);
  expect(violations.at(-1)!.others).toEqual(["415"]);
  expect(advice).toEqual([{ course: "310", missing: ["121"] }]);
  expect(() => checkPlan(catalogue, [{ index: -1, term: "", courses: [] }])).toThrow(RangeError);
  expect(() => checkPlan(catalogue, plan, { creditsPerTerm: Number.NaN })).toThrow(RangeError);
  expect(() => checkPlan(catalogue, plan, { calendar: ["fall"], start: "winter" })).toThrow(RangeError);
});

test("failing a course moves only what needs it, to terms in which it is taught", () => {
  const plan = [
    { index: 0, term: "fall", courses: ["110", "121"] },
    { index: 1, term: "spring", courses: ["210", "259"] },
    { index: 2, term: "fall", courses: ["310"] },
    { index: 3, term: "spring", courses: ["313"] },
  ];
  // 210 has another branch in the plan, so only the failed course itself comes later.
  expect(failureDelays(catalogue, plan, "110")).toEqual({
    delayed: [{ id: "110", from: 0, to: 1 }],
    stranded: [],
    terms: 0,
  });
  expect(failureDelays(catalogue, plan, "210")).toEqual({
    delayed: [
      { id: "210", from: 1, to: 2 },
      { id: "310", from: 2, to: 3 },
    ],
    stranded: [],
    terms: 0,
  });
  // 259 is taught in spring only: 313 can be taken along with it.
  expect(failureDelays(catalogue, plan, "259", { calendar: ["fall", "spring"] }).delayed).toEqual([
    { id: "259", from: 1, to: 3 },
  ]);
  expect(failureDelays(catalogue, plan, "313")).toMatchObject({ delayed: [{ id: "313", from: 3, to: 4 }], terms: 1 });
  const once = createCatalogue([
    { id: "A", offered: ["summer"] },
    { id: "B", requires: "A" },
  ]);
  const short = [
    { index: 0, term: "summer", courses: ["A"] },
    { index: 1, term: "fall", courses: ["B"] },
  ];
  expect(failureDelays(once, short, "A", { calendar: ["fall", "spring"] }).stranded).toEqual(["A", "B"]);
  expect(() => failureDelays(once, short, "C")).toThrow(/"C"/);
});

test("chains of 10,000 courses, prerequisites or corequisites, overflow no stack", () => {
  for (const link of [(id: string) => id, concurrent]) {
    const chain = createCatalogue(
      Array.from({ length: 10_000 }, (_, i) => ({ id: `${i}`, requires: i > 0 ? link(`${i - 1}`) : all() })),
    );
    expect(prerequisites(chain, "9999").courses).toHaveLength(9999);
    expect(impossible(chain)).toEqual([]);
    expect(prerequisiteCycles(chain)).toEqual([]);
    expect(bottlenecks(chain)[0]).toMatchObject({ blocking: 9999, delay: 10_000 });
    expect(eligible(chain, []).filter(({ answer }) => answer === "yes")).toHaveLength(link === concurrent ? 10_000 : 1);
    expect(criticalPath(chain, { goals: ["9999"] }).terms).toBe(link === concurrent ? 1 : 10_000);
    expect(unlocks(chain, "0").all).toHaveLength(9999);
  }
});
