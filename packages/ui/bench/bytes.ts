import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";

// Bytes of every export on the one ruler: esbuild, bundle and minify, es2022, React external, gzip -9.
// `npm run bytes -w packages/ui` prints the table; `npm run bytes -w packages/ui -- out.json` also writes it.

const root = fileURLToPath(new URL("..", import.meta.url));
const ten = "Button TextField Checkbox Select Menu Dialog Popover Tooltip Tabs Accordion".split(" ");
const budgets: Record<string, number> = {
  Button: 300,
  TextField: 700,
  Accordion: 400,
  Popover: 450,
  Tabs: 950,
  Tooltip: 800,
  Checkbox: 350,
  Switch: 350,
  RadioGroup: 350,
  Progress: 350,
  Meter: 350,
  Avatar: 350,
  Slider: 350,
  "Dialog+AlertDialog+Drawer": 1100,
  Toast: 1100,
  Menu: 2200,
  Select: 450,
  Listbox: 1600,
  Combobox: 2500,
  NumberField: 900,
  Tree: 2000,
  Table: 1500,
  DatePicker: 4500,
  "ten together": 5120,
  "whole kit": 22528,
  "css: tokens": 1024,
  "css: all": 9216,
};

async function bundle(code: string): Promise<{ bytes: number; exports: string[] }> {
  const result = await build({
    stdin: { contents: code, resolveDir: root, loader: "ts" },
    bundle: true,
    minify: true,
    target: "es2022",
    format: "esm",
    external: ["react", "react-dom", "react/jsx-runtime"],
    conditions: ["@groundwork/source"],
    define: { "process.env.NODE_ENV": '"production"' },
    jsx: "automatic",
    loader: { ".css": "empty" },
    write: false,
    metafile: true,
    logLevel: "error",
  });
  const [output] = Object.values(result.metafile.outputs);
  return { bytes: gzip(result.outputFiles[0]!.contents), exports: output?.exports ?? [] };
}

function gzip(content: Uint8Array | string): number {
  return gzipSync(content, { level: 9 }).length;
}

function cssFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".css"))
    .map((name) => join(folder, name))
    .sort((a, b) => Number(b.endsWith("tokens.css")) - Number(a.endsWith("tokens.css")) || (a < b ? -1 : 1));
}

const importOf = (names: readonly string[]) =>
  `import { ${names.join(", ")} } from "@groundwork/ui"; console.log(${names.join(", ")});`;
const table: Record<string, number> = {};
const { exports: names } = await bundle(`export * from "@groundwork/ui";`);
for (const name of [...names].sort()) table[name] = (await bundle(importOf([name]))).bytes;
const groups: Record<string, string[]> = {
  "Dialog+AlertDialog+Drawer": ["Dialog", "AlertDialog", "Drawer"],
  "ten together": ten,
  "whole kit": names,
};
for (const [name, members] of Object.entries(groups)) {
  if (members.every((member) => names.includes(member))) table[name] = (await bundle(importOf(members))).bytes;
}
let all = "";
for (const file of cssFiles(join(root, "src"))) {
  const { code } = await transform(readFileSync(file, "utf8"), { loader: "css", minify: true });
  table[
    `css: ${relative(join(root, "src"), file)
      .replace(/^.*\//, "")
      .replace(/\.css$/, "")}`
  ] = gzip(code);
  all += code;
}
table["css: all"] = gzip(all);

for (const [name, bytes] of Object.entries(table)) {
  const budget = budgets[name];
  const verdict = budget === undefined ? "" : bytes <= budget ? `≤ ${budget}` : `MISSED ${budget}`;
  console.log(`${name.padEnd(28)}${String(bytes).padStart(7)}  ${verdict}`);
}
const target = process.argv[2];
if (target) writeFileSync(target, `${JSON.stringify(table, null, 2)}\n`);
