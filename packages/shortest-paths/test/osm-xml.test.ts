import { parseOsm, parseOsmStream } from "@groundwork/shortest-paths/osm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const good = `\ufeff<?xml version='1.0' encoding='UTF-8'?>
<!-- a > comment with "quotes" -->
<osm version="0.6" generator='x > y'>
  <note>Data &amp; more</note><![CDATA[ <node id="no" ]]>
  <node id="1" lat="-1.5" lon="1e1"/><node id="2" lat=".5" lon="+10"
    ></node><?target anything?>
  <way id="3"><nd ref="1"/><nd ref="2"/><tag k="highway" v="path"/><tag k="name" v="Größe 😀&#10;&#x1F600;
&lt;&gt;&quot;&apos;"/></way>
</osm>
<!-- end -->`;
const name = "Größe 😀\n😀 <>\"'";

describe("the XML of a map", () => {
  it("is read as text, as bytes and in chunks cut anywhere", async () => {
    const whole = parseOsm(good);
    expect(whole.edges[0]!.way.name).toBe(name);
    expect([...whole.coordinates]).toEqual([10, -1.5, 10, 0.5]);
    const bytes = new TextEncoder().encode(good);
    expect(parseOsm(bytes)).toEqual(whole);
    const cut = (size: number) =>
      Array.from({ length: bytes.length / size + 1 }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (size) => {
        expect(parseOsm(cut(size))).toEqual(whole);
      }),
      { seed: 31, numRuns: 60 },
    );
    expect(parseOsm([...good])).toEqual(whole);
    expect(parseOsm(Array.from({ length: good.length }, (_, i) => good[i]!))).toEqual(whole);
    async function* arriving() {
      yield* cut(7);
    }
    expect(await parseOsmStream(arriving())).toEqual(whole);
    await expect(parseOsmStream(arriving(), { keep: () => false })).resolves.toMatchObject({ edges: [] });
  });

  it("passes a stream's own failure on", async () => {
    async function* failing() {
      yield "<osm>";
      throw new Error("reset");
    }
    await expect(parseOsmStream(failing())).rejects.toThrow("reset");
    await expect(parseOsmStream(failing() as AsyncGenerator<string>)).rejects.not.toThrow(RangeError);
  });

  it("is refused wherever it is cut off", () => {
    const end = good.indexOf("</osm>") + "</osm>".length;
    for (let length = 0; length < end; length++) {
      expect(() => parseOsm(good.slice(0, length)), good.slice(0, length)).toThrow(RangeError);
    }
    expect(() => parseOsm(good.slice(0, end - 6))).toThrow("line 9, to go on to </osm>: it is cut short");
  });

  it.each([
    ["<osm>\n<node id='1' lat='1'></osm>", "line 2, node 1, `lon` to be from -180 to 180, got undefined"],
    ["<osm>\n<node id='1' lat='91' lon='0'/></osm>", "line 2, node 1, `lat` to be from -90 to 90, got 91"],
    ["<osm><node id='1' lat='' lon='0'/></osm>", "`lat`"],
    ["<osm><node id='1' lat='NaN' lon='0'/></osm>", "got NaN"],
    ["<osm><node id='1' lat='0x10' lon='0'/></osm>", "got 0x10"],
    ["<osm><node lat='1' lon='0'/></osm>", "`id` of a node to be a whole number, got undefined"],
    ["<osm><node id='1.5' lat='1' lon='0'/></osm>", "got 1.5"],
    ["<osm><node id='99999999999999999999' lat='1' lon='0'/></osm>", "got 99999999999999999999"],
    ["<osm><way id='4'><nd/></way></osm>", "way 4, `ref` to be a whole number"],
    ["<osm><way id='4'><tag k='highway'/></way></osm>", "way 4, a tag to have `k` and `v`"],
    [
      "<osm><way id='4'><tag k='oneway' v='yes'/>\n<tag k='oneway' v='no'/></way></osm>",
      "line 2, way 4, to have one `oneway`, got yes and no",
    ],
    ["<osmChange>\n</osmChange>", "line 1, to have the root <osm>, got <osmChange>"],
    ["<osm>\n<way>\n</osm>", "`id` of a way"],
    ["<osm>\n<way id='1'>\n</osm>", "line 3, to close <way>, got </osm>"],
    ["<osm></osm></osm>", "to end with its root, got </osm>"],
    ["<osm/>\n<osm/>", "line 2, to have one root, got <osm> after it"],
    ["<osm/> more", "to go on"],
    ["hello", "to go on to a document"],
    ["hello <osm/>", "with text in its root only, got hello"],
    ["", "to go on to a document: it is cut short, got its end"],
    ["<osm a='1' a='2'/>", "each attribute once, got a"],
    ["<osm a=1/>", 'attributes of <osm> as name="value", got a=1'],
    ["<osm a='<'/>", "as name="],
    ["< osm/>", "that begin with a name"],
    ["<osm><!-- a -- b --></osm>", "comments without `--`"],
    ["<osm>]]></osm>", "to escape `]]>`"],
    ["<osm><tag k='a\u0001'/></osm>", "characters of XML only, got U+1"],
    ["<osm/>\n<?xml version='1.0'?>", "XML declaration first"],
    ["<?xml encoding='UTF-8'?><osm/>", "a declaration such as"],
    ["<osm><?1?></osm>", "instructions that begin with a name, got <?1?>"],
    ["<?xml version='1.0' encoding='ISO-8859-1'?><osm/>", "to be encoded in UTF-8, got ISO-8859-1"],
  ])("is refused with the place: %s", (xml, message) => {
    expect(() => parseOsm(xml)).toThrow(RangeError);
    expect(() => parseOsm(xml)).toThrow(message);
  });

  it("expands no entity of its own: document types and unknown references are refused", () => {
    const laughs = `<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>\n<osm>&lol2;</osm>`;
    expect(() => parseOsm(laughs)).toThrow("line 2, to declare no document type or entity, got <!DOCTYPE");
    expect(() => parseOsm("<osm><!ENTITY a 'b'></osm>")).toThrow("to declare no document type");
    for (const text of ["&lol;", "&amp", "&", "&#0;", "&#xD800;", "&#x110000;", "&#;", "&constructor;", "&#X41;"]) {
      expect(() => parseOsm(`<osm>\n<note v="${text}"/></osm>`), text).toThrow(
        /line 2, to hold only character references/,
      );
      expect(() => parseOsm(`<osm>${text}</osm>`), text).toThrow(RangeError);
    }
  });

  it("is refused in bytes that are not UTF-8, such as gzip's", () => {
    expect(() => parseOsm(Uint8Array.of(0x1f, 0x8b, 8, 0))).toThrow(/line 1, to be text in UTF-8 \(unpack \.gz/);
    expect(() => parseOsm([new TextEncoder().encode("<osm>\n<x/>"), Uint8Array.of(0xff, 0xfe)])).toThrow(
      "after line 2",
    );
    // Cut inside a character.
    expect(() => parseOsm(new TextEncoder().encode("<osm/><!--ö").subarray(0, -1))).toThrow("UTF-8");
  });

  it("is refused in chunks that are neither text nor bytes, and in tags without end", () => {
    expect(() => parseOsm([1] as never)).toThrow(TypeError);
    expect(() => parseOsm(`<osm a="${"x".repeat(2 ** 20)}`)).toThrow("a million characters");
  });
});
