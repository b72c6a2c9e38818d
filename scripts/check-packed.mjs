import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPackages } from "./build-packages.mjs";
import { npm } from "./install.mjs";
import { root } from "./root.mjs";

/**
 * What a user gets: every package is packed, linted (publint, attw), installed from its tarball in an empty project,
 * loaded there by `import` and by `require`, and its types are checked under TypeScript 5.9 and 6, `nodenext` and
 * `bundler`, with and without lib.dom. The servers' command is started and asked for the web app.
 */
await buildPackages();
const packages = readdirSync(join(root, "packages"))
  .map((name) => ({ name, path: join(root, "packages", name), file: join(root, "packages", name, "package.json") }))
  .filter(({ file }) => existsSync(file))
  .map((entry) => ({ ...entry, manifest: JSON.parse(readFileSync(entry.file, "utf8")) }))
  .filter(({ manifest }) => !manifest.private);
const consumer = mkdtempSync(join(tmpdir(), "groundwork-consumer-"));
let failures = 0;

try {
  for (const { name, path, manifest } of packages) {
    const output = execFileSync("npm", ["pack", "--json", "--pack-destination", consumer], {
      cwd: path,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const tarball = join(consumer, JSON.parse(output)[0]?.filename ?? `groundwork-${name}-${manifest.version}.tgz`);
    check(`publint ${name}`, ["node_modules/publint/src/cli.js", tarball, "--strict"]);
    const noTypes = [
      "./package.json",
      ...Object.keys(manifest.exports).filter((key) => key.endsWith(".css")),
      ...notImportable(manifest).map((entry) => entry.replace(manifest.name, ".")),
    ].flatMap((key) => ["--exclude-entrypoints", key.replace(/^\.\//, "")]);
    check(`attw ${name}`, [
      "node_modules/@arethetypeswrong/cli/dist/index.js",
      tarball,
      "--profile",
      "esm-only",
      "--format",
      "ascii",
      ...noTypes,
    ]);
  }
  await install();
  load();
  checkTypes();
  await serve();
} finally {
  rmSync(consumer, { recursive: true, force: true });
}
console.log(
  failures === 0
    ? `${packages.length} packed packages install, load and type-check.`
    : `${failures} checks of the packed packages failed.`,
);
process.exitCode = failures === 0 ? 0 : 1;

function check(what, args, cwd = root) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
  if (status === 0) return;
  failures++;
  console.error(`✗ ${what}\n${stdout}${stderr}`);
}

async function install() {
  const tarballs = readdirSync(consumer)
    .filter((file) => file.endsWith(".tgz"))
    .map((file) => `file:./${file}`);
  const { dependencies } = {
    dependencies: rootVersions(["react", "react-dom", "@types/react", "@types/react-dom", "@types/node"]),
  };
  writeFileSync(join(consumer, "package.json"), JSON.stringify({ private: true, type: "module", dependencies }));
  await npm(
    [
      "install",
      ...tarballs,
      "--no-audit",
      "--no-fund",
      "--prefer-offline",
      "--omit=optional",
      "--omit=peer",
      "--legacy-peer-deps",
    ],
    { cwd: consumer },
  );
}

function rootVersions(names) {
  const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return Object.fromEntries(names.map((name) => [name, devDependencies[name]]));
}

/** Subpaths whose library is an optional peer, which this project does not install, are left out. */
function entriesOf({ name, manifest }) {
  const optional = Object.keys(manifest.peerDependenciesMeta ?? {});
  return Object.entries(manifest.exports)
    .filter(
      ([key, entry]) =>
        /\.tsx?$/.test(entry["@groundwork/source"] ?? "") &&
        (key === "." || !needs(name, entry["@groundwork/source"], optional)),
    )
    .map(([key]) => `@groundwork/${name}${key.slice(1)}`)
    .filter((entry) => !notImportable(manifest).includes(entry));
}

/** Entries that are started (a command, a worker), not imported. */
function notImportable(manifest) {
  return manifest.groundwork?.notImportable ?? [];
}

function needs(name, source, optional) {
  const built = readFileSync(
    join(root, "packages", name, source.replace("./src/", "dist/").replace(/\.tsx?$/, ".js")),
    "utf8",
  );
  return optional.some((library) => built.includes(`"${library}"`)) || /threads|bullmq/.test(source);
}

function load() {
  const entries = packages.flatMap(entriesOf);
  writeFileSync(join(consumer, "load.mjs"), `${entries.map((entry) => `await import("${entry}");`).join("\n")}\n`);
  writeFileSync(join(consumer, "load.cjs"), `${entries.map((entry) => `require("${entry}");`).join("\n")}\n`);
  check("import of every entry", ["load.mjs"], consumer);
  check(
    "require of every entry",
    ["--no-warnings", ...(process.versions.node.startsWith("20.") ? [] : []), "load.cjs"],
    consumer,
  );
}

function checkTypes() {
  const portable = packages.filter(({ name }) => !["ui", "views", "servers"].includes(name));
  for (const [version, tsc] of [
    ["5.9", "typescript-5.9"],
    ["6", "typescript"],
  ]) {
    for (const module of ["nodenext", "bundler"]) {
      for (const dom of [true, false]) {
        const entries = (dom ? packages : portable).flatMap(entriesOf);
        writeFileSync(
          join(consumer, "check.ts"),
          `${entries.map((entry, i) => `import * as p${i} from "${entry}";`).join("\n")}\nexport const all: unknown[] = [${entries.map((_, i) => `p${i}`)}];\n`,
        );
        const compilerOptions = {
          target: "es2022",
          lib: dom ? ["es2023", "dom", "dom.iterable"] : ["es2023"],
          types: dom ? ["node"] : [],
          module: module === "bundler" ? "esnext" : "nodenext",
          moduleResolution: module,
          jsx: "react-jsx",
          strict: true,
          exactOptionalPropertyTypes: true,
          noEmit: true,
          // The libraries' own declarations (React's need lib.dom's types) are not ours to check; ours are, by the portable project.
          skipLibCheck: dom,
        };
        writeFileSync(join(consumer, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["check.ts"] }));
        check(
          `types under TypeScript ${version}, ${module}, ${dom ? "with" : "without"} lib.dom`,
          [join(root, "node_modules", tsc, "bin/tsc"), "-p", "tsconfig.json"],
          consumer,
        );
      }
    }
  }
}

/** The servers' command, as installed, serves the API and the web app that its tarball carries. */
async function serve() {
  const child = spawn(process.execPath, ["node_modules/@groundwork/servers/dist/main.js"], {
    cwd: consumer,
    env: { PATH: process.env.PATH, PORT: "0", DATA_FOLDER: join(consumer, "data") },
  });
  let output = "";
  const address = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output += chunk;
        const [, url] = /ready at (\S+)/.exec(output) ?? [];
        if (url) resolve(url);
      });
    }
    child.on("exit", () => resolve(undefined));
  });
  const url = await address;
  const page = url && (await (await fetch(url)).text());
  const health = url && (await (await fetch(`${url}/healthz`)).json());
  const closed = new Promise((resolve) => child.on("exit", resolve));
  if (child.exitCode === null) child.kill("SIGTERM");
  await closed;
  if (page?.includes('<div id="') && health?.ready) return;
  failures++;
  console.error(`✗ the packed servers serve the app\n${output}${page}`);
}
