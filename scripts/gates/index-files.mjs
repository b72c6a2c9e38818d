import { readFileSync } from "node:fs";
import { relative } from "node:path";
import ts from "typescript";

/** Statements in a package's index files other than re-exports. */
export function busyIndexes(packages, root) {
  return packages.flatMap(({ files, manifest }) =>
    files
      .filter(({ path, part }) => part === "src" && path.endsWith("/index.ts") && !manifest.private)
      .flatMap(({ path }) => {
        const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2022, true);
        const others = source.statements.filter(
          (statement) =>
            !(
              ts.isExportDeclaration(statement) ||
              (ts.isImportDeclaration(statement) && statement.moduleSpecifier.text.endsWith(".css"))
            ),
        );
        return others.map(
          (statement) =>
            `${relative(root, path)}:${source.getLineAndCharacterOfPosition(statement.getStart()).line + 1}: an index only re-exports.`,
        );
      }),
  );
}
