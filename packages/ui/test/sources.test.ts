import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../src/", import.meta.url));
const files = readdirSync(root, { recursive: true, encoding: "utf8" });
const read = (file: string) => readFileSync(root + file, "utf8");

describe('components without "use client"', () => {
  const shared = files.filter((file) => file.endsWith(".tsx") && !read(file).startsWith('"use client"'));

  it.each(shared)("%s has no state, no effect, no ref and no handler of its own", (file) => {
    const code = read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
    expect(code).not.toMatch(/\buse(?!Id\b)[A-Z]\w*|createContext/);
    expect(code).not.toMatch(/\bon[A-Z]\w*=\{\s*(\(|\w+ =>|function)/);
    expect(code).not.toMatch(/\bref=\{\s*\(/);
  });
});

describe("style sheets", () => {
  const sheets = files.filter((file) => file.endsWith(".css"));

  it.each(sheets)("%s states the layer order, is logical, and takes every colour from tokens", (file) => {
    const css = read(file).replace(/\/\*[\s\S]*?\*\//g, "");
    expect(css.trimStart()).toMatch(/^@layer groundwork\.tokens, groundwork\.components;/);
    expect(css).not.toMatch(
      /(^|[\s;{])(left|right|top|bottom|width|height|(margin|padding|border)-(left|right|top|bottom)|text-align: (left|right))\s*:/m,
    );
    // Bundlers lower :dir() to a list of languages.
    expect(css).not.toContain(":dir(");
    if (file === "tokens.css") return;
    // Masks are shapes, not colours.
    expect(css.replace(/mask:[^;]*;/g, "")).not.toMatch(/#[\da-f]{3,8}\b|\b(rgb|hsl|oklch)a?\(/i);
  });

  it.each(sheets)("%s animates only when motion is welcome", (file) => {
    const css = read(file);
    const welcome = [...css.matchAll(/@media \(prefers-reduced-motion: no-preference\) \{[\s\S]*?\n {2}\}/g)].join("");
    const count = (text: string) => text.match(/\banimation:/g)?.length ?? 0;
    expect(count(welcome)).toBe(count(css));
    for (const [, value] of css.matchAll(/\btransition:\s*([^;]+);/g)) expect(value).toContain("var(--gw-duration)");
  });
});
