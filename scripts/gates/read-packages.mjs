import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

/**
 * The packages below `root`/packages, each with its manifest and every TypeScript file's imports.
 *
 * @returns {{ name: string, path: string, manifest: object, files: { path: string, part: string, imports: Import[] }[] }[]}
 *   `part` is the folder in the package: "src", "test" or "bench".
 */
export function readPackages(root) {
  return readdirSync(join(root, "packages"))
    .filter((name) => existsSync(join(root, "packages", name, "package.json")))
    .map((name) => {
      const path = join(root, "packages", name);
      const manifest = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
      const files = ["src", "test", "bench"].flatMap((part) =>
        typescriptFiles(join(path, part)).map((file) => ({ path: file, part, imports: importsOf(file) })),
      );
      return { name, path, manifest, files };
    });
}

/** Without those of the apps among the tests, which have manifests of their own. */
function typescriptFiles(folder) {
  if (!existsSync(folder)) return [];
  const isApp = (path) =>
    path.length > folder.length && (existsSync(join(path, "package.json")) || isApp(dirname(path)));
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        /\.(ts|tsx|mts|js|mjs)$/.test(entry.name) &&
        !entry.parentPath.slice(folder.length).includes("node_modules") &&
        !isApp(entry.parentPath),
    )
    .map((entry) => join(entry.parentPath, entry.name));
}

/** @typedef {{ specifier: string, typeOnly: boolean, line: number }} Import */

/** Static and dynamic imports and re-exports of a file. */
function importsOf(file) {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, false);
  const found = [];
  const add = (node, literal, typeOnly) =>
    found.push({ specifier: literal.text, typeOnly, line: source.getLineAndCharacterOfPosition(node.pos).line + 1 });
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, isTypeOnly(node.importClause));
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      add(node, node.moduleSpecifier, node.isTypeOnly || onlyTypes(node.exportClause));
    else if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      node.arguments[0] &&
      ts.isStringLiteral(node.arguments[0])
    )
      add(node, node.arguments[0], false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node, node.argument.literal, true);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isTypeOnly(clause) {
  return clause !== undefined && (clause.isTypeOnly || (!clause.name && onlyTypes(clause.namedBindings)));
}

function onlyTypes(bindings) {
  return (
    bindings !== undefined &&
    bindings.elements !== undefined &&
    bindings.elements.length > 0 &&
    bindings.elements.every((element) => element.isTypeOnly)
  );
}
