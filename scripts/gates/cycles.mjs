import { dirname, relative, resolve } from "node:path";

/** Import cycles among the source files of each package, written as the path around; imports of types alone do not count. */
export function importCycles(packages, root) {
  const problems = [];
  for (const { files } of packages) {
    const sources = files.filter(({ part }) => part === "src");
    const targets = new Map(
      sources.map(({ path, imports }) => [
        path,
        imports
          .filter(({ typeOnly, specifier }) => !typeOnly && specifier.startsWith("."))
          .map(({ specifier }) => resolve(dirname(path), specifier)),
      ]),
    );
    const state = new Map(); // undefined: not met, 1: on the path, 2: done
    for (const start of targets.keys()) {
      if (state.has(start)) continue;
      const path = [{ file: start, next: 0 }];
      state.set(start, 1);
      while (path.length > 0) {
        const top = path.at(-1);
        const target = targets.get(top.file)[top.next++];
        if (target === undefined) {
          state.set(top.file, 2);
          path.pop();
        } else if (state.get(target) === 1) {
          const around = path.slice(path.findIndex(({ file }) => file === target)).map(({ file }) => file);
          problems.push(`Import cycle: ${[...around, target].map((file) => relative(root, file)).join(" → ")}`);
        } else if (!state.has(target) && targets.has(target)) {
          state.set(target, 1);
          path.push({ file: target, next: 0 });
        }
      }
    }
  }
  return problems;
}
