import { relative } from "node:path";

/** An arrow may only point from a higher floor to a lower one. A package that is not named here stands on the ground. */
const FLOORS = {
  "shortest-paths": 1,
  planner: 1,
  scheduler: 1,
  outbox: 1,
  realtime: 1,
  views: 2,
  servers: 2,
  app: 3,
};
const names = ["ground", "first", "second", "third"];

const floorOf = (name) => FLOORS[name] ?? 0;

/** Imports and manifest entries that point sideways or up, and servers that lean on the kit. */
export function wrongArrows(packages, root) {
  const problems = [];
  const own = /^@groundwork\/([\w-]+)/;
  const judge = (from, to, where) => {
    if (from === to) return;
    if (floorOf(from) <= floorOf(to))
      problems.push(
        `${where}: ${from} (${names[floorOf(from)]} floor) may not import ${to} (${names[floorOf(to)]} floor): an arrow only points down.`,
      );
    else if (from === "servers" && to === "ui")
      problems.push(`${where}: servers may not import ui: what they show is the app's business.`);
    else if (from === "app" && to === "servers")
      problems.push(`${where}: app speaks to servers by their OpenAPI document, not by import.`);
  };
  for (const { name, manifest, files } of packages) {
    for (const field of ["dependencies", "peerDependencies", "optionalDependencies"]) {
      for (const dependency of Object.keys(manifest[field] ?? {})) {
        const to = own.exec(dependency)?.[1];
        if (to) judge(name, to, `packages/${name}/package.json`);
      }
    }
    for (const { path, part, imports } of files) {
      for (const { specifier, line } of imports) {
        const where = `${relative(root, path)}:${line}`;
        const to = own.exec(specifier)?.[1];
        if (to && part === "src") judge(name, to, where);
        if (
          /^\.\.?\//.test(specifier) &&
          new URL(specifier, `file://${path}`).pathname.includes("/packages/") &&
          !new URL(specifier, `file://${path}`).pathname.includes(`/packages/${name}/`)
        ) {
          problems.push(`${where}: ${specifier} reaches into another package: import it by its name.`);
        }
      }
    }
  }
  return problems;
}
