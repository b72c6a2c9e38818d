import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { root as project } from "../root.mjs";
import { notBare } from "./bare-context.mjs";
import { importCycles } from "./cycles.mjs";
import { undeclaredOrUnused } from "./dependencies.mjs";
import { asserting, examplesOf, runExample } from "./examples.mjs";
import { wrongArrows } from "./floors.mjs";
import { busyIndexes } from "./index-files.mjs";
import { impureModules } from "./pure-modules.mjs";
import { readPackages } from "./read-packages.mjs";

// A gate that has never failed is not trusted: each is shown a small house with one fault planted in it.
const made = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const manifest = (name, rest = {}) =>
  JSON.stringify({
    name: `@groundwork/${name}`,
    sideEffects: false,
    exports: { ".": { "@groundwork/source": "./src/index.ts" } },
    ...rest,
  });

function house(files) {
  // Inside the project, so that the examples find its libraries.
  mkdirSync(join(project, "node_modules/.cache"), { recursive: true });
  const root = mkdtempSync(join(project, "node_modules/.cache/house-"));
  made.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return { root, packages: readPackages(root) };
}

describe("a planted fault is found by the gate of", () => {
  it("arrows: up by import", () => {
    const { root, packages } = house({
      "packages/graph/package.json": manifest("graph"),
      "packages/graph/src/index.ts": 'export * from "./a.ts";',
      "packages/graph/src/a.ts": 'import "@groundwork/planner";',
    });
    expect(wrongArrows(packages, root)).toEqual([
      expect.stringContaining("graph (ground floor) may not import planner (first floor)"),
    ]);
  });

  it("arrows: sideways by manifest, and by a path out of the package", () => {
    const { root, packages } = house({
      "packages/debts/package.json": manifest("debts", { dependencies: { "@groundwork/graph": "1.0.0" } }),
      "packages/debts/src/a.ts": 'export { x } from "../../graph/src/index.ts";',
    });
    expect(wrongArrows(packages, root)).toEqual([
      expect.stringContaining("debts (ground floor) may not import graph"),
      expect.stringContaining("reaches into another package"),
    ]);
  });

  it("arrows: servers on the kit, app on the servers", () => {
    const { root, packages } = house({
      "packages/servers/package.json": manifest("servers", { dependencies: { "@groundwork/ui": "1" } }),
      "packages/app/package.json": manifest("app", { dependencies: { "@groundwork/servers": "1" } }),
    });
    expect(wrongArrows(packages, root)).toHaveLength(2);
  });

  it("dependencies: undeclared, unused, and a devDependency in a source", () => {
    const { root, packages } = house({
      "packages/debts/package.json": manifest("debts", {
        dependencies: { unused: "1" },
        devDependencies: { "for-tests": "1" },
      }),
      "packages/debts/src/a.ts": 'import "missing/sub"; import "for-tests"; import "node:fs";',
      "packages/debts/test/a.test.ts": 'import "for-tests"; import "vitest";',
    });
    expect(undeclaredOrUnused(packages, root, { devDependencies: { vitest: "1" } })).toEqual([
      expect.stringContaining("missing is not declared"),
      expect.stringContaining("for-tests is not declared"),
      expect.stringContaining("unused in dependencies is imported nowhere"),
    ]);
  });

  it("cycles: three files around, but not a cycle of types", () => {
    const { root, packages } = house({
      "packages/debts/package.json": manifest("debts"),
      "packages/debts/src/a.ts": 'import { b } from "./b.ts"; import type { T } from "./t.ts";',
      "packages/debts/src/b.ts": 'export * from "./c.ts";',
      "packages/debts/src/c.ts": 'import "./a.ts";',
      "packages/debts/src/t.ts": 'import { a } from "./a.ts";',
    });
    expect(importCycles(packages, root)).toEqual([expect.stringMatching(/a\.ts → .*b\.ts → .*c\.ts → .*a\.ts/)]);
  });

  it.each([
    ["a Node module", 'import { readFileSync } from "node:fs"; export const f = () => readFileSync("x");'],
    ["a global at load", "export const started = performance.now();"],
    ["the DOM at load", "export const page = document.title;"],
  ])("bare contexts: %s", async (_, code) => {
    const { root, packages } = house({
      "packages/debts/package.json": manifest("debts"),
      "packages/debts/src/index.ts": code,
    });
    expect(await notBare(packages, root)).toEqual([expect.stringContaining("does not run in a bare context")]);
  });

  it("one import: work at load, here a registry that is filled", async () => {
    const { packages } = house({
      "packages/debts/package.json": manifest("debts"),
      "packages/debts/src/index.ts": 'export * from "./a.ts"; export * from "./registry.ts";',
      "packages/debts/src/a.ts": "export function a() { return 1; }",
      "packages/debts/src/registry.ts": 'export const registry = new Map(); registry.set("x", 1);',
    });
    expect(await impureModules(packages)).toEqual([expect.stringContaining("Loading debts does work in")]);
  });

  it("one import: a module with work at load that the import does not reach", async () => {
    const { packages } = house({
      "packages/debts/package.json": manifest("debts", { sideEffects: true }),
      "packages/debts/src/index.ts": 'export { a } from "./a.ts"; export { b } from "./b.ts";',
      "packages/debts/src/a.ts": "export function a() { return 1; }",
      "packages/debts/src/b.ts": "globalThis.seen = true; export function b() { return 2; }",
    });
    expect(await impureModules(packages)).toEqual(
      expect.arrayContaining([expect.stringMatching(/import \{ a \} .* also brings in .*b\.ts/)]),
    );
  });

  it("indexes: a statement of its own", () => {
    const { root, packages } = house({
      "packages/debts/package.json": manifest("debts"),
      "packages/debts/src/index.ts": 'export * from "./a.ts";\nexport const version = "1";',
    });
    expect(busyIndexes(packages, root)).toEqual(["packages/debts/src/index.ts:2: an index only re-exports."]);
  });

  it("examples: a wrong value in a README, and in an @example", async () => {
    const { root, packages } = house({
      "packages/debts/package.json": manifest("debts"),
      "packages/debts/src/index.ts": 'export { one } from "./one.ts";',
      "packages/debts/src/one.ts":
        "/**\n * One.\n * @example\n * one(); // => 2\n */\nexport function one() { return 1; }",
      "packages/debts/README.md":
        '```ts\nimport { one } from "@groundwork/debts";\none(); // => 3\n```\n```ts no-run\nboom();\n```\n',
    });
    mkdirSync(join(root, "node_modules/@groundwork"), { recursive: true });
    symlinkSync(join(root, "packages/debts"), join(root, "node_modules/@groundwork/debts"));
    const examples = examplesOf(packages[0], root);
    expect(examples).toHaveLength(2);
    for (const example of examples) await expect(runExample(example, root)).rejects.toThrow("strictly");
  });

  it("examples: values on several lines, and refusals", () => {
    expect(asserting("f(); // => [1,\n//  2]\ng(); // throws RangeError\nconst x = 1; // => 1")).toBe(
      'assertEqual(f(), [1, 2]); // => [1,\n//  2]\nawait assertRejects(async () => { g(); }, { name: "RangeError" }); // throws RangeError\nconst x = 1; assertEqual(x, 1); // => 1',
    );
  });
});
