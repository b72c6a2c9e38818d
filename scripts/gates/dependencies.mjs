import { builtinModules } from "node:module";
import { relative } from "node:path";

/**
 * Imports that no manifest declares, and declared dependencies that nothing imports. Sources need a dependency or a
 * peer; tests and benches may also use devDependencies, the project's own included.
 */
export function undeclaredOrUnused(packages, root, rootManifest) {
  const problems = [];
  for (const { name, manifest, files } of packages) {
    const forSources = new Set([
      ...Object.keys(manifest.dependencies ?? {}),
      ...Object.keys(manifest.peerDependencies ?? {}),
      manifest.name,
    ]);
    const forTests = new Set([
      ...forSources,
      ...Object.keys(manifest.devDependencies ?? {}),
      ...Object.keys(rootManifest.devDependencies ?? {}),
    ]);
    const used = new Set();
    for (const { path, part, imports } of files) {
      const isSource = part === "src" && !/\.(browser\.)?test\.tsx?$|\.test-d\.ts$/.test(path);
      for (const { specifier, line, typeOnly } of imports) {
        const library = libraryOf(specifier);
        if (library === undefined) continue;
        used.add(library);
        const declared = isSource && !(typeOnly && library.startsWith("@types/")) ? forSources : forTests;
        const declaredAsTypes = typeOnly && forTests.has(`@types/${library}`) && forTests.has(library);
        if (!declared.has(library) && !declaredAsTypes) {
          problems.push(
            `${relative(root, path)}:${line}: ${library} is not declared in packages/${name}/package.json${isSource ? " as a dependency or peer" : ""}.`,
          );
        }
      }
    }
    for (const field of ["dependencies", "peerDependencies"]) {
      for (const library of Object.keys(manifest[field] ?? {})) {
        if (!used.has(library) && !(manifest.groundwork?.usedOtherwise ?? []).includes(library)) {
          problems.push(`packages/${name}/package.json: ${library} in ${field} is imported nowhere: remove it.`);
        }
      }
    }
  }
  return problems;
}

/** The package that a specifier names; undefined for files, Node's own modules and virtual ones. */
function libraryOf(specifier) {
  if (/^[./]|^node:|^virtual:|^data:/.test(specifier) || builtinModules.includes(specifier)) return undefined;
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
