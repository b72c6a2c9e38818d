import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import ts from "typescript";

/**
 * The examples of a package: every ```ts block of its README, and every `@example` in its sources. A block marked
 * ```ts no-run needs something that is not here (a server, a worker, React) and is left out.
 *
 * @returns {{ title: string, code: string }[]}
 */
export function examplesOf({ path, manifest, files }, root) {
  const readme = join(path, "README.md");
  // An @example may use what its package and the packages below it export, without saying so.
  const own = [
    manifest.name,
    ...Object.keys(manifest.dependencies ?? {}).filter((name) => name.startsWith("@groundwork/")),
  ];
  const examples = existsSync(readme) ? blocksOf(readFileSync(readme, "utf8"), relative(root, readme)) : [];
  for (const file of files.filter(({ part }) => part === "src")) {
    const text = readFileSync(file.path, "utf8");
    for (const comment of text.matchAll(/\/\*\*[\s\S]*?\*\//g)) {
      const at = comment[0].indexOf("@example");
      if (at < 0) continue;
      const line = text.slice(0, comment.index).split("\n").length;
      const title = `${relative(root, file.path)}:${line}`;
      const body = comment[0]
        .slice(at + "@example".length)
        .replace(/\*\/$/, "")
        .replace(/^\s*\* ?/gm, "")
        .split(/\n@\w/)[0];
      if (body.includes("```")) examples.push(...blocksOf(body, title, own));
      else examples.push({ title, code: body, imports: own });
    }
  }
  return examples;
}

/** The blocks of one Markdown text. */
export function blocksOf(text, title, imports) {
  return [...text.matchAll(/^```(?:ts|js|typescript)([^\n]*)\n([\s\S]*?)^```/gm)]
    .filter(([, mark]) => !mark.includes("no-run"))
    .map((block) => ({
      title: `${title}${imports ? "" : `:${text.slice(0, block.index).split("\n").length}`}`,
      code: block[2],
      imports,
    }));
}

/**
 * Runs an example as a module on the packages' sources. `expression; // => value` asserts that the two are deeply
 * equal, `const x = …; // => value` asserts x, and `statement; // throws RangeError` asserts that it throws one.
 *
 * @throws the assertion's or the example's own error
 */
export async function runExample({ title, code, imports }, root) {
  let header = "";
  for (const from of imports ?? []) {
    const names = code.includes(`"${from}"`) ? "" : await namesUsed(code, from, root);
    if (names) header += `import { ${names} } from "${from}";\n`;
  }
  const folder = join(root, "node_modules", ".cache", "examples");
  mkdirSync(folder, { recursive: true });
  const file = join(
    folder,
    `${title.replace(/\W+/g, "-")}-${createHash("sha256").update(code).digest("hex").slice(0, 8)}.mjs`,
  );
  await build({
    stdin: {
      contents: `import { deepStrictEqual as assertEqual, rejects as assertRejects } from "node:assert";\n${header}${asserting(code)}`,
      resolveDir: root,
      loader: "tsx",
    },
    outfile: file,
    bundle: true,
    format: "esm",
    target: "es2022",
    platform: "node",
    jsx: "automatic",
    conditions: ["@groundwork/source"],
    logLevel: "silent",
    external: ["react", "react-dom"],
    loader: { ".css": "empty" },
  });
  await import(/* @vite-ignore */ pathToFileURL(file).href);
}

/** The names of a package that an example without imports uses. */
async function namesUsed(code, from, root) {
  const { metafile } = await build({
    stdin: { contents: `export * from "${from}"`, resolveDir: root },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    packages: "bundle",
    conditions: ["@groundwork/source"],
    external: ["react", "react-dom", "node:*"],
    loader: { ".css": "empty" },
    metafile: true,
    logLevel: "silent",
  });
  const [{ exports }] = Object.values(metafile.outputs);
  const declared = new Set([...code.matchAll(/\b(?:const|let|function|class)\s+(\w+)/g)].map(([, name]) => name));
  return exports.filter((name) => new RegExp(`\\b${name}\\b`).test(code) && !declared.has(name)).join(", ");
}

/** The code with its `// =>` and `// throws` comments turned into assertions. */
export function asserting(code) {
  const source = ts.createSourceFile("example.tsx", code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
  let result = "";
  let from = 0;
  for (const statement of source.statements) {
    const start = statement.getStart();
    const comment = /^[ \t]*\/\/ (=>|throws) ?(.*(?:\n[ \t]*\/\/.*)*)/.exec(code.slice(statement.end));
    result += code.slice(from, start);
    from = statement.end;
    const text = code.slice(start, statement.end);
    if (!comment) result += text;
    else if (comment[1] === "throws") {
      const name = comment[2]
        .split("\n")[0]
        .trim()
        .replace(/[ .:].*$/, "");
      result += `await assertRejects(async () => { ${text} }, { name: "${name}" });`;
    } else if (ts.isVariableStatement(statement))
      result += `${text} assertEqual(${statement.declarationList.declarations[0].name.getText()}, ${expectedValue(comment[2])});`;
    else if (ts.isExpressionStatement(statement))
      result += `assertEqual(${statement.expression.getText()}, ${expectedValue(comment[2])});`;
    else throw new Error(`Only expressions and declarations can carry \`// =>\`: ${text}`);
  }
  return result + code.slice(from);
}

/** The shortest run of comment lines that is an expression. */
function expectedValue(comment) {
  const lines = comment.split("\n").map((line) => line.replace(/^[ \t]*\/\/[ \t]*/, ""));
  for (let count = 1; count <= lines.length; count++) {
    const text = lines.slice(0, count).join(" ").trim();
    if (
      ts.transpileModule(`const value = (${text});`, {
        reportDiagnostics: true,
        compilerOptions: { target: ts.ScriptTarget.ES2022 },
      }).diagnostics.length === 0
    )
      return text;
  }
  throw new Error(`Expected an expression after \`// =>\`, got: ${lines[0]}`);
}
