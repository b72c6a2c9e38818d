import { all, any, atLeast, concurrent, createCatalogue, credits, note, toDot, toMermaid } from "@groundwork/planner";
import fc from "fast-check";
import { expect, test } from "vitest";

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.constantFrom("end", 'a"b', "a\\", "x\n]", "-->", "#35;", "<b>", "`", "%%"),
);

/** A DOT file as GraphViz would read it: every line one statement, labels unquoted. */
function labelsOfDot(dot: string): string[] {
  const labels: string[] = [];
  for (const line of dot.trimEnd().split("\n").slice(2, -1)) {
    const node = /^ {2}[cr]\d+ \[label="((?:[^"\\]|\\.)*)"(?:, (?:shape|style)=\w+)?\];$/su.exec(line);
    const arrow = /^ {2}[cr]\d+ -> [cr]\d+(?: \[style=dashed\])?;$/.test(line);
    expect(node !== null || arrow, line).toBe(true);
    if (node) labels.push(node[1]!.replace(/\\(.)/gsu, (_, c) => (c === "n" ? "\n" : c)));
  }
  return labels;
}

function labelsOfMermaid(chart: string): string[] {
  const labels: string[] = [];
  for (const line of chart.trimEnd().split("\n").slice(1)) {
    const node = /^ {2}[cr]\d+[[{>(]"([\p{L}\p{N} #;<>/]*)"[\]})]$/u.exec(line);
    const arrow = /^ {2}[cr]\d+ (?:-->|-\.->) [cr]\d+$/.test(line);
    expect(node !== null || arrow, line).toBe(true);
    if (node)
      labels.push(
        node[1]!.replaceAll("<br/>", "\n").replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))),
      );
  }
  return labels;
}

test("whatever the ids are, both drawings stay well formed and give every id back", () => {
  fc.assert(
    fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 6 }), (ids) => {
      const catalogue = createCatalogue(ids.map((id, i) => ({ id, requires: i > 0 ? ids[i - 1]! : note(id) })));
      const expected = [...catalogue.courses.map(({ id }) => id), ids[0]!];
      const lines = (id: string) => id.replace(/\r\n?/g, "\n");
      expect(labelsOfDot(toDot(catalogue))).toEqual(expected.map((id) => lines(id).replaceAll("\0", "�")));
      expect(labelsOfMermaid(toMermaid(catalogue))).toEqual(expected.map((id) => lines(id) || " "));
    }),
    { seed: 5, numRuns: 300 },
  );
});

test("choices, counts, credits, notes and corequisites each have a shape", () => {
  const catalogue = createCatalogue(
    [
      { id: "A" },
      { id: "B" },
      { id: "C", requires: all("A", concurrent("B")) },
      { id: "D", requires: any("A", atLeast(2, "B", "C", "X"), credits(6, ["A", "B"])) },
    ],
    { unknown: "external" },
  );
  expect(toMermaid(catalogue)).toBe(
    [
      "flowchart LR",
      '  c0["A"]',
      '  c1["B"]',
      '  c2["C"]',
      '  c3["D"]',
      '  r0{"1 of"}',
      '  r1{"2 of"}',
      '  r2("X")',
      '  r3{"6 credits"}',
      "  c0 --> c2",
      "  c1 -.-> c2",
      "  r0 --> c3",
      "  c0 --> r0",
      "  r1 --> r0",
      "  c1 --> r1",
      "  c2 --> r1",
      "  r2 --> r1",
      "  r3 --> r0",
      "  c0 --> r3",
      "  c1 --> r3",
      "",
    ].join("\n"),
  );
  expect(toDot(catalogue, { courses: ["C"] })).toBe(
    'digraph requirements {\n  rankdir=LR;\n  c0 [label="A"];\n  c1 [label="B"];\n  c2 [label="C"];\n  c0 -> c2;\n  c1 -> c2 [style=dashed];\n}\n',
  );
  expect(() => toDot(catalogue, { courses: ["X"] })).toThrow(/"X"/);
});
