import { contract, createHierarchyRouter, dijkstra, haversine } from "@groundwork/shortest-paths";
import { type OsmOptions, parseOsm } from "@groundwork/shortest-paths/osm";
import { describe, expect, it } from "vitest";

const tags = (list: Record<string, string>) =>
  Object.entries(list)
    .map(([k, v]) => `<tag k="${k}" v="${v}"/>`)
    .join("");
const node = (id: number, list: Record<string, string> = {}, at = id) =>
  `<node id="${id}" lat="${at / 1000}" lon="10">${tags(list)}</node>\n`;
const way = (id: number, refs: number[], list: Record<string, string> = { highway: "footway" }) =>
  `<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join("")}${tags(list)}</way>\n`;
const map = (body: string, options?: OsmOptions) => parseOsm(`<osm version="0.6">\n${body}</osm>`, options);
const arcs = ({ graph, nodeIds }: ReturnType<typeof parseOsm>) => {
  const list: string[] = [];
  for (let from = 0; from < graph.nodeCount; from++)
    for (let arc = graph.offsets[from]!; arc < graph.offsets[from + 1]!; arc++)
      list.push(`${nodeIds[from]}→${nodeIds[graph.targets[arc]!]} by ${graph.edgeIds[arc]}`);
  return list.sort();
};
const issues = ({ report }: ReturnType<typeof parseOsm>) =>
  report.issues.map(({ reason, element, id, line, detail }) => `${reason} ${element} ${id} line ${line}: ${detail}`);
const one = (list: Record<string, string>, options?: OsmOptions) =>
  map(node(1) + node(2) + way(9, [1, 2], list), options);

describe("the graph of a map", () => {
  it("has an edge from node to node of each way, in metres, both ways under one id", () => {
    const read = map(node(5) + node(7) + node(8) + way(1, [5, 7, 8]) + way(2, [8, 5], { highway: "residential" }));
    expect([...read.nodeIds]).toEqual([5, 7, 8]);
    expect([...read.coordinates]).toEqual([10, 0.005, 10, 0.007, 10, 0.008]);
    expect(arcs(read)).toEqual(["5→7 by 0", "5→8 by 2", "7→5 by 0", "7→8 by 1", "8→5 by 2", "8→7 by 1"]);
    expect(read.edges.map(({ source, target, way: { id, kind } }) => [source, target, id, kind])).toEqual([
      [0, 1, 1, "footway"],
      [1, 2, 1, "footway"],
      [2, 0, 2, "residential"],
    ]);
    expect(read.edges[0]!.length).toBeCloseTo(222.39, 2);
    expect(read.edges[0]!.length).toBe(haversine(read.coordinates)(0, 1));
    expect(dijkstra(read.graph, 0, 2)?.distance).toBe(read.edges[2]!.length);
    expect(createHierarchyRouter(contract(read.graph)).distance(0, 2)).toBe(read.edges[2]!.length);
    expect(read.report).toEqual({ nodes: 3, ways: 2, relations: 0, usedWays: 2, issues: [] });
  });

  it("leaves out what is no way: buildings, relations, nodes that no way uses", () => {
    const read = map(
      `${node(1) + node(2) + node(3)}<bounds minlat="0"/>${way(1, [1, 3, 1], { building: "yes" })}${way(2, [1, 2])}<relation id="4"><member type="way" ref="2" role=""/>${tags({ type: "route" })}</relation>`,
    );
    expect([...read.nodeIds]).toEqual([1, 2]);
    expect(read.report).toMatchObject({ nodes: 3, ways: 2, relations: 1, usedWays: 1, issues: [] });
  });

  it("reads what the tags of a way say", () => {
    const read = one({
      highway: "steps",
      name: "Bürger &amp; Söhne &#x2192; Tor &lt;3",
      step_count: "12",
      wheelchair: "no",
      surface: "concrete",
      incline: "-8.5 %",
      width: "4'6&quot;",
      lit: "yes",
      access: "permit",
      level: "0;1",
    });
    const { tags: all, width, ...rest } = read.edges[0]!.way;
    expect(width).toBeCloseTo(1.3716, 6);
    expect(rest).toEqual({
      id: 9,
      kind: "steps",
      name: "Bürger & Söhne → Tor <3",
      steps: true,
      stepCount: 12,
      wheelchair: "no",
      surface: "concrete",
      incline: -8.5,
      lit: true,
      access: "permit",
      level: "0;1",
    });
    expect(all.get("access")).toBe("permit");
    expect(issues(read)).toEqual([]);
  });

  it.each([
    ["incline", "up", "up"],
    ["incline", "45°", 100],
    ["incline", "0", 0],
    ["width", "2", 2],
    ["width", "1,5 m", 1.5],
    ["width", "80 cm", 0.8],
    ["width", "10 ft", 3.048],
    ["lit", "no", false],
    ["lit", "24/7", true],
  ] as const)("reads %s=%s", (key, text, value) => {
    const found = one({ highway: "path", [key]: text }).edges[0]!.way[key];
    if (typeof value === "number") expect(found).toBeCloseTo(value, 9);
    else expect(found).toBe(value);
  });

  it.each([
    ["incline", "steep"],
    ["width", "narrow"],
    ["step_count", "a few"],
    ["lit", "perhaps"],
    ["foot:conditional", "no @ (Mo-Fr 22:00-06:00)"],
  ])("says that it could not read %s=%s", (key, value) => {
    const read = one({ highway: "path", [key]: value });
    expect(issues(read)).toEqual([`unread way 9 line 4: ${key}=${value}`]);
    expect(read.edges[0]!.way).toMatchObject({ incline: undefined, width: undefined, stepCount: undefined });
  });

  it.each([
    [{ highway: "residential", oneway: "yes" }, "both", "forward"],
    [{ highway: "residential", oneway: "-1" }, "both", "backward"],
    [{ highway: "residential", oneway: "no", junction: "roundabout" }, "both", "both"],
    [{ highway: "residential", junction: "roundabout" }, "both", "forward"],
    [{ highway: "motorway" }, "both", "forward"],
    [{ highway: "footway", oneway: "yes" }, "both", "both"],
    [{ highway: "footway", "oneway:foot": "yes" }, "forward", "forward"],
    [{ highway: "steps", "oneway:foot": "-1" }, "backward", "backward"],
    [{ highway: "residential", "oneway:foot": "yes" }, "forward", "both"],
    [{ highway: "footway", "foot:backward": "no" }, "forward", "forward"],
    [{ highway: "steps", conveying: "backward" }, "backward", "backward"],
    [{ highway: "steps", conveying: "yes" }, "both", "both"],
  ] as const)("follows the one-way sign of %o: on foot %s, in a vehicle %s", (list, foot, vehicle) => {
    const expected = { both: ["1→2 by 0", "2→1 by 0"], forward: ["1→2 by 0"], backward: ["2→1 by 0"] };
    expect(arcs(one(list))).toEqual(expected[foot]);
    expect(arcs(one(list, { oneway: "foot" }))).toEqual(expected[foot]);
    expect(arcs(one(list, { oneway: "vehicle" }))).toEqual(expected[vehicle]);
  });

  it("makes no edge of a way that is open by turns, or in no direction", () => {
    const read = one({ highway: "service", oneway: "reversible" }, { oneway: "vehicle" });
    expect([read.edges.length, read.graph.nodeCount]).toEqual([0, 0]);
    expect(issues(read)).toEqual([
      "unread way 9 line 4: oneway=reversible",
      "no-direction way 9 line 4: highway=service",
    ]);
    expect(one({ highway: "footway", "foot:forward": "no", "foot:backward": "no" }).edges).toEqual([]);
  });

  it("interrupts a way where its node is missing, and never draws across", () => {
    const read = map(node(1) + node(2) + node(4) + node(5) + way(9, [1, 2, 3, 4, 5]) + way(10, [6, 1, 7]));
    expect(arcs(read)).toEqual(["1→2 by 0", "2→1 by 0", "4→5 by 1", "5→4 by 1"]);
    expect(issues(read)).toEqual([
      "missing-node way 9 line 6: node 3",
      "missing-node way 10 line 7: node 6",
      "missing-node way 10 line 7: node 7",
    ]);
  });

  it("reports ways of one node, nodes twice in a row, and ways that are not there yet", () => {
    const read = map(
      node(1) +
        node(2) +
        way(7, [1]) +
        way(8, [1, 1, 2]) +
        way(9, []) +
        way(10, [1, 2], { highway: "construction" }) +
        way(11, [1, 2, 1], { highway: "pedestrian", area: "yes" }),
    );
    expect(issues(read)).toEqual([
      "too-short way 7 line 4: nodes: 1",
      "repeated-node way 8 line 5: node 1",
      "too-short way 9 line 6: nodes: ",
      "not-open way 10 line 7: highway=construction",
      "area way 11 line 8: highway=pedestrian",
    ]);
    expect(read.edges.map((edge) => edge.way.id)).toEqual([8, 11, 11]);
  });

  it("takes files of editors: negative ids, deleted elements, any order", () => {
    const read = map(
      `${way(-9, [-1, 2])}${way(5, [-1, 2, 3]).replace("id=", 'action="delete" id=')}${node(-1)}${node(2)}<node id="3" visible="false"/>\n${way(6, [2, 3])}`,
    );
    expect(arcs(read)).toEqual(["-1→2 by 0", "2→-1 by 0"]);
    expect(issues(read)).toEqual([
      "deleted way 5 line 3: ",
      "deleted node 3 line 6: ",
      "missing-node way 6 line 7: node 3",
    ]);
  });

  it("takes the newest of elements given twice, whatever their order, and the same ones once", () => {
    const old = '<node id="1" version="2" lat="0" lon="1"/>\n';
    const fresh = '<node id="1" version="10" lat="0" lon="5"/>\n';
    for (const pair of [old + fresh, fresh + old, fresh + fresh]) {
      const read = map(pair + node(2) + way(9, [1, 2]) + way(9, [1, 2]));
      expect(read.coordinates[0]).toBe(5);
      expect(read.edges.length).toBe(1);
      expect(read.report.issues.map(({ reason }) => reason)).toEqual(["duplicate", "duplicate"]);
    }
    const gone = '<node id="1" version="3" visible="false"/>';
    expect(map(old + gone + node(2) + way(9, [1, 2])).edges).toEqual([]);
  });

  it("refuses elements that contradict one another without saying which is newer", () => {
    expect(() => map(node(1) + node(1, {}, 5))).toThrow(
      "Expected `xml`, line 3, not to contradict line 2, or to say by `version` which is newer, got another node 1.",
    );
    expect(() => map(way(1, [1, 2]) + way(1, [2, 1]))).toThrow(/line 3, .*another way 1/);
    expect(() => map(node(1, { barrier: "gate" }) + node(1))).toThrow(/another node 1/);
  });

  it("keeps the ways that are asked for, and the largest component", () => {
    const body = [1, 2, 3, 4, 5].map((id) => node(id)).join("") + way(6, [1, 2]) + way(7, [5, 4, 3]) + way(8, [2, 3]);
    expect(map(body, { keep: ({ id }) => id !== 8 }).edges.length).toBe(3);
    const read = map(body, { keep: ({ id }) => id !== 8, largestComponent: true });
    expect([...read.nodeIds]).toEqual([5, 4, 3]);
    expect(read.edges.map(({ source, target }) => [source, target])).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(issues(read)).toEqual(["disconnected way 6 line 7: "]);
    expect(map("", { largestComponent: true }).graph.nodeCount).toBe(0);
  });

  it("counts a node from which there is no way back as outside of the largest component", () => {
    const body =
      node(1) + node(2) + node(3) + way(8, [1, 2]) + way(9, [2, 3], { highway: "path", "oneway:foot": "yes" });
    expect([...map(body, { largestComponent: true }).nodeIds]).toEqual([1, 2]);
  });

  it("lists entrances with their node, level and building, and squares made of several ways", () => {
    const read = map(
      node(1, { entrance: "main", level: "1", wheelchair: "yes", name: "North" }) +
        node(2, { building: "entrance" }) +
        node(3, { entrance: "no" }) +
        way(8, [1, 2, 3, 1], { building: "university", name: "Library" }) +
        way(9, [3, 1]) +
        `<relation id="5">${tags({ type: "multipolygon", highway: "pedestrian" })}</relation>`,
    );
    expect(read.entrances.map(({ tags: _, ...entrance }) => entrance)).toEqual([
      {
        id: 1,
        node: 1,
        longitude: 10,
        latitude: 0.001,
        kind: "main",
        level: "1",
        wheelchair: "yes",
        name: "North",
        building: "Library",
      },
      {
        id: 2,
        node: undefined,
        longitude: 10,
        latitude: 0.002,
        kind: "yes",
        level: undefined,
        wheelchair: undefined,
        name: undefined,
        building: "Library",
      },
    ]);
    expect(issues(read)).toEqual(["relation relation 5 line 7: highway=pedestrian"]);
  });

  it("takes keys such as __proto__ for ordinary ones", () => {
    const read = one(JSON.parse('{ "highway": "path", "__proto__": "a", "constructor": "b" }'));
    expect(read.edges[0]!.way.tags.get("__proto__")).toBe("a");
    expect(read.edges[0]!.way.tags.get("constructor")).toBe("b");
    expect(one({ highway: "path" }).edges[0]!.way.tags.get("constructor")).toBeUndefined();
  });
});
