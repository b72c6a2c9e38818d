import { join } from "node:path";
import { build } from "esbuild";

/**
 * Packages of which an import brings in more than what it names.
 *
 * First, with `sideEffects: false` ignored, importing nothing must leave nothing: then no module does work when it is
 * loaded. Second, the bundle of one import may only hold modules that its own module reaches.
 */
export async function impureModules(packages, root) {
  const problems = [];
  for (const { name, path, manifest } of packages) {
    const source = manifest.exports?.["."]?.["@groundwork/source"];
    if (!source) continue;
    const left = await bundle(`import "./${source}";`, path, { ignoreAnnotations: true });
    if (left.text.trim() !== "")
      problems.push(
        `Loading ${name} does work in ${modulesOf(left, path).join(", ")}: ${left.text.trim().slice(0, 160)}`,
      );

    const all = await bundle(`export * from "./${source}";`, path, {});
    for (const exported of all.exports) {
      const one = await bundle(`export { ${exported} } from "./${source}";`, path, {});
      const inputs = one.metafile.inputs;
      const index =
        Object.keys(inputs).find((file) => file.endsWith(`packages/${name}/src/index.ts`)) ??
        Object.keys(inputs).find((file) => join(root, file).endsWith(join(path, source)));
      const home = homeOf(inputs, index, exported, one);
      if (home === undefined) continue;
      const reachable = reach(inputs, home);
      const strangers = modulesOf(one, path).filter((file) => !reachable.has(file) && file !== index);
      if (strangers.length > 0)
        problems.push(`import { ${exported} } from "${manifest.name}" also brings in ${strangers.join(", ")}`);
    }
  }
  return problems;
}

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
  const text = result.outputFiles[0].text
    .replace(/^import\s*"react(-dom|\/jsx-runtime)?";\n/gm, "")
    .replace(/^\/\/ .*\n/gm, "");
  return { text, metafile: result.metafile, inputs: output.inputs, exports: output.exports };
}

/** Modules that left bytes in the bundle. */
function modulesOf({ inputs }) {
  return Object.entries(inputs)
    .filter(([file, { bytesInOutput }]) => bytesInOutput > 0 && file !== "<stdin>")
    .map(([file]) => file);
}

/** The module from which an index re-exports a name: the one whose file name says so, else unknown. */
function homeOf(inputs, index, exported, { inputs: inOutput }) {
  const kebab = exported.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
  const direct = inputs[index]?.imports.map(({ path }) => path) ?? [];
  const named = direct.find((file) => new RegExp(`/(${kebab}|${exported})\\.tsx?$`).test(file));
  return named ?? direct.find((file) => inOutput[file]?.bytesInOutput > 0);
}

function reach(inputs, start) {
  const seen = new Set([start]);
  for (const file of seen) for (const { path } of inputs[file]?.imports ?? []) seen.add(path);
  return seen;
}
