import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import esbuild from "rollup-plugin-esbuild";
import ts from "typescript";

/**
 * Builds every publishable package: ESM with one output module a source module, declarations, and CSS a
 * component. `PACKAGES=debts,ui rollup -c` builds only those named.
 */
const only = process.env.PACKAGES?.split(",");
const folders = readdirSync("packages").filter((name) => !only || only.includes(name));

export default folders.flatMap((name) => {
  const root = `packages/${name}`;
  const manifest = JSON.parse(readFileSync(`${root}/package.json`, "utf8"));
  const input = Object.values(manifest.exports ?? {})
    .map((entry) => entry["@groundwork/source"])
    .filter((source) => source && !source.endsWith(".css"))
    .map((source) => join(root, source));
  if (manifest.private || input.length === 0) return [];
  const directives = new Map();
  return {
    input,
    external: (id) => !id.startsWith(".") && !id.startsWith("/") && !id.includes("packages/"),
    treeshake: { moduleSideEffects: (_id, external) => !external },
    plugins: [
      keepDirectives(directives),
      cssPerComponent(),
      declarations(root),
      esbuild({ target: "es2022", jsx: "automatic", tsconfig: false }),
    ],
    onwarn(warning, warn) {
      if (warning.code === "MODULE_LEVEL_DIRECTIVE" || warning.code === "EMPTY_BUNDLE") return;
      warn(warning);
    },
    output: {
      dir: `${root}/dist`,
      format: "es",
      sourcemap: true,
      preserveModules: true,
      preserveModulesRoot: `${root}/src`,
      entryFileNames: "[name].js",
      banner: (chunk) => directives.get(chunk.facadeModuleId) ?? "",
    },
  };
});

/** Rollup drops "use client": remember the directive while parsing, give it back as the chunk's banner. */
function keepDirectives(directives) {
  return {
    name: "keep-directives",
    transform(code, id) {
      const match = /^\s*(?:(?:\/\*[\s\S]*?\*\/|\/\/.*)\s*)*["'](use (?:client|server))["']/.exec(code);
      if (match) directives.set(id, `"${match[1]}";`);
      return null;
    },
  };
}

/**
 * Takes `import "./X.css"` out of the JavaScript, so that it loads in plain Node, and emits X.css beside the
 * modules and all of them joined as styles.css. Files are joined in import order, so tokens come first.
 */
function cssPerComponent() {
  const files = new Map();
  return {
    name: "css-per-component",
    resolveId(source, importer) {
      if (!source.endsWith(".css") || !importer) return null;
      return { id: `${resolve(dirname(importer), source)}?css`, moduleSideEffects: false };
    },
    load(id) {
      if (!id.endsWith(".css?css")) return null;
      const file = id.slice(0, -"?css".length);
      this.addWatchFile(file);
      files.set(file, readFileSync(file, "utf8"));
      return { code: "export {};", moduleSideEffects: false };
    },
    generateBundle() {
      // tokens.css first: it names the layers.
      const all = [...files].sort(
        ([a], [b]) => Number(b.endsWith("tokens.css")) - Number(a.endsWith("tokens.css")) || (a < b ? -1 : 1),
      );
      for (const [file, source] of all) this.emitFile({ type: "asset", fileName: basename(file), source });
      if (all.length > 0)
        this.emitFile({ type: "asset", fileName: "styles.css", source: all.map(([, source]) => source).join("") });
    },
  };
}

/**
 * One declaration file a module. Isolated declarations make each a function of its own source alone, so no type
 * checker runs here (`npm run typecheck` does that). CSS imports would break a consumer's resolution: they go;
 * `./x.ts` becomes `./x.js`.
 */
function declarations(root) {
  const compilerOptions = {
    isolatedDeclarations: true,
    declaration: true,
    target: ts.ScriptTarget.ES2022,
    jsx: ts.JsxEmit.ReactJSX,
    verbatimModuleSyntax: true,
    stripInternal: true,
  };
  return {
    name: "declarations",
    generateBundle() {
      const source = resolve(root, "src");
      const pending = [...this.getModuleIds()].filter((id) => /\.tsx?$/.test(id) && id.startsWith(source));
      // Modules of types alone are no part of rollup's graph: they are found through the declarations that name them.
      const seen = new Set(pending);
      for (const id of pending) {
        const result = ts.transpileDeclaration(readFileSync(id, "utf8"), {
          fileName: id,
          compilerOptions,
          reportDiagnostics: true,
        });
        for (const { messageText } of result.diagnostics ?? [])
          this.error(`${id}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
        const declaration = result.outputText
          .replace(/^import ["'][^"']+\.css["'];\n/gm, "")
          .replace(/(from |import\()(["'])(\.[^"']+)\.(tsx?)\2/g, (_, keyword, quote, path, extension) => {
            const target = resolve(dirname(id), `${path}.${extension}`);
            if (!seen.has(target)) pending.push(target);
            seen.add(target);
            return `${keyword}${quote}${path}.js${quote}`;
          });
        this.emitFile({
          type: "asset",
          fileName: relative(source, id).replace(/\.tsx?$/, ".d.ts"),
          source: declaration,
        });
      }
    },
  };
}
