import * as kit from "@groundwork/ui";
import { expect, it } from "vitest";
import { conformance, type Specimen } from "./conformance.tsx";

// One page for all specimens: a page a component would cost a second each.
const modules = import.meta.glob<{ default: Specimen }>("./specimens/*.tsx", { eager: true });
const specimens = Object.values(modules).map((module) => module.default);

for (const specimen of specimens) conformance(specimen);

it("has a specimen for every component", () => {
  const components = Object.keys(kit).filter((name) => /^[A-Z]/.test(name));
  const covered = new Set(specimens.flatMap(({ name }) => name.split(" ")));
  expect(components.filter((name) => !covered.has(name))).toEqual([]);
});
