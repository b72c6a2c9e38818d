import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrast, createTheme, type Theme, themeCss } from "../src/theme/index.ts";

const tones = ["accent", "danger", "success", "warning"] as const;

/** Every pair that the components' CSS puts together: [foreground, background, least ratio]. */
function pairs(): [string, string, number][] {
  const grounds = ["page", "surface", "fill"];
  const list: [string, string, number][] = [];
  for (const ground of grounds) {
    for (const text of ["text", "text-muted"]) list.push([text, ground, 4.5]);
    for (const outline of ["border-strong", "focus"]) list.push([outline, ground, 3]);
  }
  for (const tone of tones) {
    for (const ground of [...grounds, `${tone}-subtle`]) {
      list.push([`${tone}-text`, ground, 4.5], [tone, ground, 3], [`${tone}-hover`, ground, 3]);
    }
    list.push([`on-${tone}`, tone, 4.5], [`on-${tone}`, `${tone}-hover`, 4.5], ["text", `${tone}-subtle`, 4.5]);
  }
  // tone="neutral": the text colours stand in for the accent.
  list.push(["page", "text", 4.5], ["page", "text-muted", 4.5]);
  return list;
}

function failures(theme: Theme): string[] {
  return (["light", "dark"] as const).flatMap((mode) => {
    const color = (name: string) => {
      const [, light, dark] = /^light-dark\((#\w{6}),(#\w{6})\)$/.exec(theme[`--gw-${name}`] ?? "") ?? [];
      return (mode === "light" ? light : dark)!;
    };
    return pairs()
      .map(([front, back, least]) => ({ front, back, least, ratio: contrast(color(front), color(back)) }))
      .filter(({ ratio, least }) => ratio < least)
      .map(({ front, back, least, ratio }) => `${mode}: ${front} on ${back} is ${ratio.toFixed(2)} < ${least}`);
  });
}

describe("createTheme", () => {
  it("meets its contrast for each of 360 hues", () => {
    for (let hue = 0; hue < 360; hue++) {
      for (const base of ["0.3 0.1", "0.62 0.2", "0.9 0.18"]) {
        expect(failures(createTheme({ accent: `oklch(${base} ${hue})` })), `${base} ${hue}`).toEqual([]);
      }
    }
  });

  it("meets its contrast for any colours and any tint", () => {
    const color = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);
    const options = fc.record({
      accent: color,
      danger: color,
      success: color,
      warning: color,
      tint: fc.double({ min: 0, max: 3, noNaN: true }),
    });
    fc.assert(
      fc.property(options, (each) => failures(createTheme(each)).length === 0),
      {
        seed: 8,
        numRuns: 200,
        examples: [[{ accent: "#000000", danger: "#ffffff", success: "#ffff00", warning: "#0000ff", tint: 3 }]],
      },
    );
  });

  it("keeps an accent that is readable as it is", () => {
    expect(createTheme({ accent: "#0b5cad" })["--gw-accent"]).toMatch(/^light-dark\(#0b5cad,/);
  });

  it("reads the same colour in every notation", () => {
    const hex = createTheme({ accent: "#cc3366" });
    for (const accent of [
      "#c36",
      "rgb(204, 51, 102)",
      "rgb(80% 20% 40%)",
      "hsl(340 60% 50%)",
      "rgba(204 51 102 / 0.5)",
    ]) {
      expect(createTheme({ accent })).toEqual(hex);
    }
  });

  it("refuses what is not a colour or a tint", () => {
    for (const accent of ["", "teal-ish", "#12", "rgb(1 2)", "oklch(a b c)"]) {
      expect(() => createTheme({ accent })).toThrow(TypeError);
    }
    expect(() => createTheme({ danger: "nope" })).toThrow(/`danger`.*"nope"/);
    expect(() => createTheme({ tint: Number.NaN })).toThrow(RangeError);
    expect(() => createTheme({ tint: 4 })).toThrow(/got 4/);
  });

  it("gives the colours of tokens.css when nothing is asked for", () => {
    const css = readFileSync(new URL("../src/tokens.css", import.meta.url), "utf8").replace(/,\s+/g, ",");
    for (const [name, value] of Object.entries(createTheme())) expect(css).toContain(`${name}: ${value};`);
  });
});

describe("contrast", () => {
  it("agrees with published ratios", () => {
    expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
    expect(contrast("#ffffff", "#ff0000")).toBeCloseTo(4.0, 2);
    expect(contrast("hsl(0 100% 50%)", "white".length ? "#fff" : "")).toBeCloseTo(4.0, 1);
  });
});

describe("themeCss", () => {
  it("writes every token under the selector", () => {
    const css = themeCss(createTheme({ accent: "#c36", density: "compact" }), ".brand");
    expect(css).toMatch(/^@media not \(forced-colors:active\)\{\.brand\{--gw-page:light-dark\(#/);
    expect(css).toContain("--gw-control:2rem}}");
  });
});
