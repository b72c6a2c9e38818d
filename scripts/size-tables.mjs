import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./root.mjs";

/**
 * Puts the measured bytes where READMEs show them: a table between `<!-- sizes -->` and `<!-- /sizes -->` in a package's
 * README, and `<!-- size name -->…<!-- /size -->` (the largest import of that package) in the README of the project.
 *
 * @returns the files whose figures differ, written anew when `write` is set
 */
export function writeSizes(rows, { write }) {
  const files = [
    join(root, "README.md"),
    ...new Set(rows.map((row) => join(root, "packages", row.package, "README.md"))),
  ];
  return files
    .filter((file) => {
      if (!existsSync(file)) return false;
      const before = readFileSync(file, "utf8");
      const own = rows.filter((row) => join(root, "packages", row.package, "README.md") === file);
      const after = before
        .replace(
          /(<!-- sizes -->)[\s\S]*?(<!-- \/sizes -->)/,
          (_, open, close) => `${open}\n\n${table(own)}\n\n${close}`,
        )
        .replace(
          /(<!-- size ([\w-]+) -->).*?(<!-- \/size -->)/g,
          (_, open, name, close) => `${open}${largest(rows, name)}${close}`,
        );
      if (after === before) return false;
      if (write) writeFileSync(file, after);
      return !write;
    })
    .map((file) => relative(root, file));
}

function table(rows) {
  const lines = rows.map(
    ({ import: what, from, without, bytes, limit, aim }) =>
      `| \`${what}\`${from.split("/").length > 2 ? ` from \`${from}\`` : ""}${without ? `, ${without.join(", ")} left out` : ""} | ${number(bytes)} | ${number(limit)} | ${aim === undefined ? "" : `${number(aim)}${bytes > aim ? ", missed" : ""}`} |`,
  );
  return ["| import | bytes, minified and gzipped | limit | aim |", "|---|---|---|---|", ...lines].join("\n");
}

function largest(rows, name) {
  const bytes = Math.max(
    ...rows.filter((row) => row.package === name && row.import.startsWith("*")).map((row) => row.bytes),
  );
  return bytes > 0 ? `${number(bytes)} B` : "";
}

const number = (value) => value.toLocaleString("en-GB").replaceAll(",", " ");
