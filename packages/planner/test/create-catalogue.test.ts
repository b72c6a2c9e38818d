import {
  all,
  any,
  atLeast,
  CatalogueError,
  concurrent,
  course,
  createCatalogue,
  credits,
  note,
  type Rule,
} from "@groundwork/planner";
import { expect, test } from "vitest";

const plain = (...ids: string[]) => ids.map((id) => ({ id }));
const indexed = (rule: Rule | string, ids = ["A", "B", "C", "D"]) => {
  const catalogue = createCatalogue([...plain(...ids), { id: "Z", requires: rule }]);
  return catalogue.courses[catalogue.index.get("Z")!]!.requires;
};

test("courses are indexed by id, whatever their order, and any string is an id", () => {
  const ids = ["b", "__proto__", "", "constructor", "a"];
  const catalogue = createCatalogue(plain(...ids));
  expect(catalogue.courses.map(({ id }) => id)).toEqual([...ids].sort());
  for (const [id, i] of catalogue.index) expect(catalogue.courses[i]!.id).toBe(id);
});

test("a catalogue survives structuredClone", () => {
  const catalogue = createCatalogue([...plain("A", "B"), { id: "C", requires: any("A", note("x")), excludes: ["A"] }]);
  expect(structuredClone(catalogue)).toEqual(catalogue);
});

test("the same course given twice counts once, two different ones are refused", () => {
  expect(createCatalogue([...plain("A"), ...plain("A")]).courses).toHaveLength(1);
  const twice = () =>
    createCatalogue([
      { id: "A", credits: 3 },
      { id: "A", credits: 4 },
    ]);
  expect(twice).toThrow(CatalogueError);
  expect(twice).toThrow(expect.objectContaining({ code: "conflicting-course", id: "A", name: "CatalogueError" }));
});

test("an unknown id is an error that says who names it, or a course outside the catalogue when asked", () => {
  const courses = [{ id: "A", requires: any("X", credits(3, ["Y"])), excludes: ["W"] }];
  expect(() => createCatalogue(courses)).toThrow(
    expect.objectContaining({ code: "unknown-course", id: "W", referencedBy: "A" }),
  );
  expect(() => createCatalogue([{ id: "A", requires: "X" }])).toThrow(/"X".*"A" names/);
  const [only] = createCatalogue(courses, { unknown: "external" }).courses;
  expect(only!.excludesExternal).toEqual(["W"]);
  expect(only!.requires).toEqual({
    kind: "count",
    needed: 1,
    rules: [
      { kind: "credits", needed: 3, courses: [], external: ["Y"] },
      { kind: "external", id: "X", concurrent: false },
    ],
  });
});

test("exclusions are symmetric and never name the course itself", () => {
  const catalogue = createCatalogue([{ id: "A", excludes: ["B", "A"] }, ...plain("B", "C")]);
  expect(catalogue.courses.map(({ excludes }) => excludes)).toEqual([[1], [0], []]);
});

test("rules take a normal form", () => {
  const leaf = (course: number, concurrent = false) => ({ kind: "course", course, concurrent });
  const count = (needed: number, ...rules: unknown[]) => ({ kind: "count", needed, rules });
  expect(indexed(all("A"))).toEqual(leaf(0));
  expect(indexed(all("A", all("B", "A")))).toEqual(count(2, leaf(0), leaf(1)));
  expect(indexed(any("A", any("B", concurrent("A"))))).toEqual(count(1, leaf(0), leaf(0, true), leaf(1)));
  expect(indexed(all("A", any("B", all())))).toEqual(leaf(0));
  expect(indexed(all("A", any()))).toEqual(count(1));
  expect(indexed(any())).toEqual(count(1));
  expect(indexed(all())).toEqual(count(0));
  expect(indexed(atLeast(2, "A", "A", "B"))).toEqual(count(2, leaf(0), leaf(1)));
  expect(indexed(atLeast(3, "A", "A", "B"))).toEqual(count(1));
  expect(indexed(atLeast(2, "A", "B", all()))).toEqual(count(1, leaf(0), leaf(1)));
  expect(indexed(atLeast(2, "A", any(), "B"))).toEqual(count(2, leaf(0), leaf(1)));
  expect(indexed(credits(0, ["A"]))).toEqual(count(0));
  expect(indexed(atLeast(2, any("A", "B"), all("C", "D"), course("A")))).toEqual(
    count(2, leaf(0), count(1, leaf(0), leaf(1)), count(2, leaf(2), leaf(3))),
  );
});

test("patterns of a pool match digits, any run and optional space; an id of the catalogue is taken literally", () => {
  const ids = ["CPSC 110", "CPSC 310", "CPSC399", "CPSC 3991", "MATH 300", "BOX 1x", "max", "A+ 30"];
  const sorted = [...ids, "Z"].sort();
  const match = (...pool: string[]) => {
    const rule = indexed(credits(1, pool), ids);
    return rule.kind === "credits" ? rule.courses.map((i) => sorted[i]) : undefined;
  };
  expect(match("CPSC 3xx")).toEqual(["CPSC 310", "CPSC399"]);
  expect(match("CPSC 3xx*")).toEqual(["CPSC 310", "CPSC 3991", "CPSC399"]);
  expect(match("* 3xx")).toEqual(["CPSC 310", "CPSC399", "MATH 300"]);
  expect(match("CPSC *", "MATH 3xx")).toEqual(["CPSC 110", "CPSC 310", "CPSC 3991", "CPSC399", "MATH 300"]);
  expect(match("BOX 1x", "max")).toEqual(["BOX 1x", "max"]);
  expect(match("A+ 3x")).toEqual(["A+ 30"]);
  expect(match("PHYS 4xx")).toEqual([]);
  expect(() => match("mix")).toThrow(CatalogueError);
});

test("bad input is refused with its name, value and remedy", () => {
  expect(() => createCatalogue([{ id: 1 as unknown as string }])).toThrow(TypeError);
  for (const credits of [-1, Number.NaN, Number.POSITIVE_INFINITY, "3" as unknown as number]) {
    expect(() => createCatalogue([{ id: "A", credits }])).toThrow(/`credits` of "A"/);
  }
  expect(() => createCatalogue([{ id: "A", offered: "fall" as unknown as string[] }])).toThrow(/`offered` of "A"/);
  expect(() => createCatalogue([{ id: "A", requires: {} as Rule }])).toThrow(/Expected a rule/);
  expect(() => createCatalogue([{ id: "A", requires: null as unknown as Rule }])).toThrow(/Expected a rule/);
  expect(() => createCatalogue([{ id: "A", requires: { kind: "all" } as unknown as Rule }])).toThrow(
    /Expected `rules`/,
  );
  expect(() => createCatalogue([{ id: "A", requires: { kind: "course", id: 3 } as unknown as Rule }])).toThrow(
    TypeError,
  );
  expect(() => atLeast(-1)).toThrow(RangeError);
  expect(() => credits(Number.NaN, [])).toThrow(RangeError);
  let deep: Rule = note("x");
  for (let i = 0; i < 5000; i++) deep = { kind: "atLeast", count: 1, rules: [deep, course("A")] };
  expect(() => createCatalogue([{ id: "A", requires: deep }])).toThrow(/nested at most 200/);
});
