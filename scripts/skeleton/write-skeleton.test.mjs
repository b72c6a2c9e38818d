import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { notBare } from "../gates/bare-context.mjs";
import { undeclaredOrUnused } from "../gates/dependencies.mjs";
import { examplesOf, runExample } from "../gates/examples.mjs";
import { busyIndexes } from "../gates/index-files.mjs";
import { impureModules } from "../gates/pure-modules.mjs";
import { readPackages } from "../gates/read-packages.mjs";
import { root as project } from "../root.mjs";
import { writeSkeleton } from "./write-skeleton.mjs";

describe("a new package", () => {
  mkdirSync(join(project, "node_modules/.cache"), { recursive: true });
  const root = mkdtempSync(join(project, "node_modules/.cache/new-"));
  writeSkeleton(root, "interval-trees");
  mkdirSync(join(root, "node_modules/@groundwork"), { recursive: true });
  symlinkSync(join(root, "packages/interval-trees"), join(root, "node_modules/@groundwork/interval-trees"));
  const packages = readPackages(root);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it("passes the gates", async () => {
    expect(undeclaredOrUnused(packages, root, { devDependencies: { vitest: "1", "fast-check": "1" } })).toEqual([]);
    expect(busyIndexes(packages, root)).toEqual([]);
    expect(await notBare(packages, root)).toEqual([]);
    expect(await impureModules(packages)).toEqual([]);
  });

  it("has examples that run", async () => {
    const examples = examplesOf(packages[0], root);
    expect(examples).toHaveLength(2);
    for (const example of examples) await runExample(example, root);
  });
});
