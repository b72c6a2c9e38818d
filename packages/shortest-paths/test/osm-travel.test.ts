import { aStar, contract, createHierarchyRouter, dijkstra, haversine } from "@groundwork/shortest-paths";
import { parseOsm, type StepFreeOptions, stepFree, walking } from "@groundwork/shortest-paths/osm";
import { describe, expect, it } from "vitest";

const tags = (list: Record<string, string>) =>
  Object.entries(list)
    .map(([k, v]) => `<tag k="${k}" v="${v}"/>`)
    .join("");

/** One way of two nodes, the second of which carries `barrier`. */
function line(way: Record<string, string>, barrier: Record<string, string> = {}) {
  return parseOsm(
    `<osm><node id="1" lat="0" lon="0"/><node id="2" lat="0" lon="0.001">${tags(barrier)}</node>
     <way id="1"><nd ref="1"/><nd ref="2"/>${tags(way)}</way></osm>`,
  );
}

/**
 * A hall on a hill. Steps lead up the short way; a ramp winds round, past a kerb that is lowered; the service road has
 * a locked gate.
 *
 *        steps 5
 *      1 ─────── 4 entrance
 *      │╲  gate ╱│
 *      │ 6 ── 7  │
 *      2 ─────── 3
 *        ramp
 */
const campus = `<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6">
  <node id="1" lat="49.2600" lon="-123.2500"/>
  <node id="2" lat="49.2590" lon="-123.2500"><tag k="kerb" v="lowered"/></node>
  <node id="3" lat="49.2590" lon="-123.2490"/>
  <node id="4" lat="49.2600" lon="-123.2490"><tag k="entrance" v="main"/></node>
  <node id="6" lat="49.2599" lon="-123.2498"/>
  <node id="7" lat="49.2599" lon="-123.2492"><tag k="barrier" v="gate"/><tag k="locked" v="yes"/></node>
  <way id="5"><nd ref="1"/><nd ref="4"/><tag k="highway" v="steps"/><tag k="step_count" v="24"/></way>
  <way id="8"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><tag k="highway" v="footway"/><tag k="incline" v="4%"/></way>
  <way id="9"><nd ref="1"/><nd ref="6"/><nd ref="7"/><nd ref="4"/><tag k="highway" v="service"/><tag k="oneway" v="yes"/></way>
</osm>`;

describe("a route over a campus", () => {
  const map = parseOsm(campus);
  const [door] = map.entrances;
  const start = map.nodeIds.indexOf(1);

  it("goes up the steps on foot and round by the ramp without steps, past the locked gate neither way", () => {
    const onFoot = dijkstra(map.graph, start, door!.node!, walking(map));
    const rolling = dijkstra(map.graph, start, door!.node!, stepFree(map));
    expect(onFoot?.edges.map((edge) => map.edges[edge]!.way.id)).toEqual([5]);
    expect(rolling?.edges.map((edge) => map.edges[edge]!.way.id)).toEqual([8, 8, 8]);
    expect(rolling?.nodes.map((node) => map.nodeIds[node])).toEqual([1, 2, 3, 4]);
    // Steps take twice their metres, at 1.4 m/s; wheels go at 1 m/s.
    expect(onFoot?.distance).toBeCloseTo((map.edges[0]!.length * 2) / 1.4, 9);
    expect(rolling?.distance).toBeCloseTo(map.edges[1]!.length + map.edges[2]!.length + map.edges[3]!.length, 9);
    expect(dijkstra(map.graph, start, door!.node!, stepFree(map, { maxIncline: 3 }))).toBeUndefined();
  });

  it("is the same by A*, and by a hierarchy with the closed edges", () => {
    const rules = stepFree(map);
    const heuristic = haversine(map.coordinates, 0.99);
    expect(aStar(map.graph, start, door!.node!, { ...rules, heuristic })?.edges).toEqual([1, 2, 3]);
    const router = createHierarchyRouter(contract(map.graph), map.graph);
    expect(router.route(start, door!.node!, { closed: rules.closed })?.edges).toEqual([1, 2, 3]);
    expect(router.route(start, door!.node!)?.edges).toEqual([0]);
  });
});

describe("walking", () => {
  it.each([
    [{ highway: "footway" }, true],
    [{ highway: "steps" }, true],
    [{ highway: "residential", oneway: "yes" }, true],
    [{ highway: "motorway" }, false],
    [{ highway: "trunk" }, false],
    [{ highway: "trunk", foot: "yes" }, true],
    [{ highway: "footway", access: "no" }, false],
    [{ highway: "footway", access: "private" }, false],
    [{ highway: "service", access: "private", foot: "permissive" }, true],
    [{ highway: "service", access: "permit" }, true],
    [{ highway: "residential", foot: "use_sidewalk" }, false],
    [{ highway: "cycleway", foot: "no" }, false],
    [{ highway: "footway", access: "unknown" }, true],
  ])("on %o: %s", (way, allowed) => {
    expect(walking(line(way)).allow(0)).toBe(allowed);
    expect(walking(line(way)).closed.has(0)).toBe(!allowed);
  });

  it.each([
    [{ barrier: "gate" }, true],
    [{ barrier: "gate", locked: "yes" }, false],
    [{ barrier: "gate", access: "private" }, false],
    [{ barrier: "lift_gate", access: "private", foot: "yes" }, true],
    [{ barrier: "bollard" }, true],
    [{ barrier: "stile" }, true],
    [{ barrier: "wall" }, false],
    [{ barrier: "wall", foot: "yes" }, true],
    [{ kerb: "raised" }, true],
  ])("past %o: %s", (barrier, allowed) => {
    expect(walking(line({ highway: "footway" }, barrier)).allow(0)).toBe(allowed);
  });

  it("takes those with a key where it is private, but through no locked gate", () => {
    const inside = { private: true };
    expect(walking(line({ highway: "service", access: "private" }), inside).allow(0)).toBe(true);
    expect(walking(line({ highway: "path" }, { barrier: "gate", access: "private" }), inside).allow(0)).toBe(true);
    expect(walking(line({ highway: "path" }, { barrier: "gate", locked: "yes" }), inside).allow(0)).toBe(false);
    expect(walking(line({ highway: "service", access: "no" }), inside).allow(0)).toBe(false);
  });
});

describe("stepFree", () => {
  const metres = line({ highway: "path" }).edges[0]!.length;
  it.each([
    [{ highway: "footway" }, 1],
    [{ highway: "steps" }, 0],
    [{ highway: "steps", "ramp:wheelchair": "yes" }, 2],
    [{ highway: "steps", wheelchair: "yes" }, 1],
    [{ highway: "steps", wheelchair: "limited" }, 0],
    [{ highway: "footway", wheelchair: "no" }, 0],
    [{ highway: "footway", wheelchair: "limited" }, 2],
    [{ highway: "footway", incline: "10%" }, 0],
    [{ highway: "footway", incline: "-10%" }, 0],
    [{ highway: "footway", incline: "up" }, 1],
    [{ highway: "footway", width: "0.6" }, 0],
    [{ highway: "footway", width: "0.9" }, 1],
    [{ highway: "path", surface: "gravel" }, 2],
    [{ highway: "path", surface: "gravel", wheelchair: "yes" }, 1],
    [{ highway: "path", surface: "sand" }, 0],
    [{ highway: "path", smoothness: "very_bad" }, 0],
    [{ highway: "footway", access: "private" }, 0],
    [{ highway: "motorway" }, 0],
  ])("on %o is %s times as slow (0: closed)", (way, slowness) => {
    const rules = stepFree(line(way));
    expect(rules.allow(0)).toBe(slowness > 0);
    expect(rules.weight(0)).toBeCloseTo(slowness > 0 ? metres * slowness : Number.POSITIVE_INFINITY, 9);
  });

  it.each([
    [{ kerb: "raised" }, false],
    [{ kerb: "lowered" }, true],
    [{ kerb: "flush" }, true],
    [{ barrier: "kerb" }, false],
    [{ barrier: "kerb", "kerb:height": "2 cm" }, true],
    [{ barrier: "kerb", "kerb:height": "0.1" }, false],
    [{ barrier: "bollard" }, true],
    [{ barrier: "bollard", "maxwidth:physical": "0.7" }, false],
    [{ barrier: "cycle_barrier" }, false],
    [{ barrier: "cycle_barrier", wheelchair: "yes" }, true],
    [{ barrier: "gate", wheelchair: "no" }, false],
    [{ barrier: "gate", locked: "yes", wheelchair: "yes" }, false],
    [{ barrier: "stile" }, false],
  ])("past %o: %s", (barrier, allowed) => {
    expect(stepFree(line({ highway: "footway" }, barrier)).allow(0)).toBe(allowed);
  });

  it("asks to be told what a kerb is that it does not know", () => {
    const map = line({ highway: "footway" }, { kerb: "odd" });
    expect(map.barriers).toMatchObject([{ id: 2, node: 1, kind: "kerb", stopsFoot: false, stopsWheelchair: true }]);
    expect(map.report.issues).toMatchObject([{ reason: "unread", element: "node", id: 2, detail: "kerb=odd" }]);
  });

  it("follows its options, and names a wrong one", () => {
    const narrow = line({ highway: "footway", width: "0.6", incline: "10%" });
    expect(stepFree(narrow, { minWidth: 0.5, maxIncline: 12 }).allow(0)).toBe(true);
    expect(stepFree(narrow, { minWidth: 0.5, maxIncline: 12, metresPerSecond: 2 }).weight(0)).toBeCloseTo(
      metres / 2,
      9,
    );
    const wrong: StepFreeOptions[] = [{ metresPerSecond: 0 }, { maxIncline: -1 }, { minWidth: Number.NaN }];
    for (const options of wrong) {
      expect(() => stepFree(narrow, options)).toThrow(`\`${Object.keys(options)[0]}\` to be above 0`);
    }
    expect(() => walking(narrow, { metresPerSecond: Number.POSITIVE_INFINITY })).toThrow("got Infinity");
  });
});
