import { join } from "node:path";
import vm from "node:vm";
import { build } from "esbuild";

/** Main entries that need Node, a browser or a global beyond the language to load, each with the reason. */
export async function notBare(packages, root) {
  const problems = [];
  for (const { name, manifest } of packages) {
    const source = manifest.exports?.["."]?.["@groundwork/source"];
    if (!source) continue;
    const entry = join(root, "packages", name, source);
    try {
      const { outputFiles } = await build({
        entryPoints: [entry],
        bundle: true,
        write: false,
        format: "iife",
        globalName: "entry",
        target: "es2022",
        platform: "neutral",
        mainFields: ["module", "main"],
        conditions: ["@groundwork/source", "import"],
        ignoreAnnotations: true,
        logLevel: "silent",
      });
      vm.runInNewContext(outputFiles[0].text, {});
    } catch (error) {
      problems.push(
        `The main entry of ${name} does not run in a bare context: ${error.errors?.map(({ text, location }) => `${location?.file}: ${text}`).join("; ") ?? error.message}`,
      );
    }
  }
  return problems;
}
