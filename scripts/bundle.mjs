import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/**
 * The one ruler for bytes: esbuild, bundled and minified for es2022 with React outside, of
 * `import <what> from "<package>"; console.log(<names>)`.
 *
 * @param {string} what `{ a, b }` or `* as all`
 * @param {{ resolveDir: string, external?: string[], conditions?: string[], metafile?: boolean }} options
 * @returns {Promise<{ code: string, bytes: number, metafile?: import("esbuild").Metafile }>} `bytes` after gzip -9
 */
export async function bundleImport(what, from, { resolveDir, external = [], conditions = [], metafile = false }) {
  const names = what.startsWith("*") ? what.replace("* as ", "") : what.replace(/[{}]/g, "");
  const result = await build({
    stdin: { contents: `import ${what} from "${from}"; console.log(${names})`, resolveDir },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: [...conditions, "import", "module"],
    external: ["react", "react-dom", "react/jsx-runtime", ...external],
    loader: { ".css": "empty" },
    define: { "process.env.NODE_ENV": '"production"' },
    legalComments: "none",
    logLevel: "silent",
    metafile,
  });
  const code = result.outputFiles[0].text;
  return { code, bytes: gzipSync(code, { level: 9 }).length, metafile: result.metafile };
}
