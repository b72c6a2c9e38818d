import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { build } from "esbuild";
import ts from "typescript";

/**
 * Packages of which an import brings in more than what it names.
 *
 * First, with `sideEffects: false` ignored, importing nothing must leave nothing: then no module does work when it is
 * loaded. Second, the bundle of one import may only hold modules that its own module reaches.
 */
export async function impureModules(packages) {
  const problems = [];
  for (const { name, path, manifest } of packages) {
    const source = manifest.exports?.["."]?.["@groundwork/source"];
    if (!source) continue;
    const left = await bundle(`import "./${source}";`, path, { plugins: [withSideEffects] });
    if (left.text.trim() !== "")
      problems.push(
        `Loading ${name} does work in ${modulesOf(left, path).join(", ")}: ${left.text.trim().slice(0, 160)}`,
      );

    const all = await bundle(`export * from "./${source}";`, path, {});
    for (const exported of all.exports) {
      const one = await bundle(`export { ${exported} } from "./${source}";`, path, {});
      const inputs = one.metafile.inputs;
      const homeFile = homeOf(resolve(path, source), exported);
      const home = homeFile && Object.keys(inputs).find((input) => resolve(input) === homeFile);
      if (home === undefined) continue;
      const reachable = reach(inputs, home);
      const strangers = modulesOf(one, path).filter((file) => !reachable.has(file));
      if (strangers.length > 0)
        problems.push(`import { ${exported} } from "${manifest.name}" also brings in ${strangers.join(", ")}`);
    }
  }
  return problems;
}

/** Takes every module for one with side effects, whatever its manifest says; calls marked as pure stay so. */
const withSideEffects = {
  name: "with-side-effects",
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^\./ }, async ({ path, pluginData, importer, resolveDir, kind }) =>
      pluginData === withSideEffects
        ? undefined
        : { ...(await resolve(path, { importer, resolveDir, kind, pluginData: withSideEffects })), sideEffects: true },
    );
  },
};

async function bundle(contents, resolveDir, options) {
  const result = await build({
    stdin: { contents, resolveDir, loader: "js" },
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    platform: "neutral",
    packages: "external",
    loader: { ".css": "empty" },
    jsx: "automatic",
    metafile: true,
    minifySyntax: true,
    logLevel: "silent",
    ...options,
  });
  const [output] = Object.values(result.metafile.outputs);
  const text = result.outputFiles[0].text.replace(/^import\b[^;]*?"[^"]+";\n/gm, "").replace(/^\/\/ .*\n/gm, "");
  return { text, metafile: result.metafile, inputs: output.inputs, exports: output.exports };
}

/** Modules that left bytes in the bundle. */
function modulesOf({ inputs }) {
  return Object.entries(inputs)
    .filter(([file, { bytesInOutput }]) => bytesInOutput > 0 && file !== "<stdin>")
    .map(([file]) => file);
}

/** The module that declares what an index exports under a name, through the indexes between; undefined if unknown. */
function homeOf(index, exported) {
  const source = ts.createSourceFile(index, readFileSync(index, "utf8"), ts.ScriptTarget.ES2022, true);
  for (const statement of source.statements) {
    if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier) continue;
    const target = resolve(dirname(index), statement.moduleSpecifier.text);
    const bindings = statement.exportClause?.elements;
    if (bindings && !bindings.some(({ name }) => name.text === exported)) continue;
    if (target.endsWith("/index.ts")) {
      const home = homeOf(target, exported);
      if (home) return home;
    } else if (bindings || declares(target, exported)) return target;
  }
  return undefined;
}

function declares(file, name) {
  return new RegExp(`export (async )?(function\\*?|const|class) ${name}\\b`).test(readFileSync(file, "utf8"));
}

function reach(inputs, start) {
  const seen = new Set([start]);
  for (const file of seen) for (const { path } of inputs[file]?.imports ?? []) seen.add(path);
  return seen;
}
