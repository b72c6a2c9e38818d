import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../root.mjs";
import { notBare } from "./bare-context.mjs";
import { importCycles } from "./cycles.mjs";
import { undeclaredOrUnused } from "./dependencies.mjs";
import { blocksOf, examplesOf, runExample } from "./examples.mjs";
import { wrongArrows } from "./floors.mjs";
import { busyIndexes } from "./index-files.mjs";
import { impureModules } from "./pure-modules.mjs";
import { readPackages } from "./read-packages.mjs";

const packages = readPackages(root);
/** The lower two floors, where a main entry must run anywhere; the kit needs React. */
const portable = packages.filter(({ name }) => !["ui", "views", "servers", "app", "pipeline"].includes(name));
const kits = packages.filter(({ name }) => ["ui", "views"].includes(name));

describe("the house", () => {
  it("has arrows that only point down", () => {
    expect(wrongArrows(packages, root)).toEqual([]);
  });

  it("declares every dependency and uses each", () => {
    const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(undeclaredOrUnused(packages, root, manifest)).toEqual([]);
  });

  it("has no import cycle", () => {
    expect(importCycles(packages, root)).toEqual([]);
  });

  it("runs the main entries of the lower floors in a bare context", async () => {
    expect(await notBare(portable, root)).toEqual([]);
  });

  it("has indexes that only re-export", () => {
    expect(busyIndexes(packages, root)).toEqual([]);
  });
});

describe.each([...portable, ...kits])("$name", (entry) => {
  it("brings in one function for one import", async () => {
    expect(await impureModules([entry])).toEqual([]);
  });
});

describe.each(portable)("the examples of $name", (entry) => {
  const examples = examplesOf(entry, root);
  it("are there", () => {
    expect(examples).not.toEqual([]);
  });
  it.each(examples)("$title", async (example) => {
    await runExample(example, root);
  });
});

describe("the examples of the project's README", () => {
  it.each(blocksOf(readFileSync(join(root, "README.md"), "utf8"), "README.md"))("$title", async (example) => {
    await runExample(example, root);
  });
});
