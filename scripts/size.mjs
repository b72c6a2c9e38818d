import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildPackages } from "./build-packages.mjs";
import { bundleImport } from "./bundle.mjs";
import { root } from "./root.mjs";
import { writeSizes } from "./size-tables.mjs";

/**
 * `npm run size`: bytes of every import named in a package's size.json, held to its limit by size-limit.
 * `-- --peers` sets the peers named there beside them; `-- --write` writes the figures into the READMEs, which are
 * otherwise only checked.
 *
 * size.json: `[{ "import": "{ settle }", "limit": 2000, "without": ["heap-js"], "peers": [{ "from": "…", "import": "…" }] }]`;
 * `limit` fails the check, `aim` is where it should be; `from` is the package itself or a subpath. Peers that are too heavy for every clone stand in bench/peers/package.json.
 */
const withPeers = process.argv.includes("--peers");
await buildPackages();
const folder = join(root, "node_modules", ".cache", "size");
mkdirSync(folder, { recursive: true });

const rows = [];
for (const name of readdirSync(join(root, "packages"))) {
  const file = join(root, "packages", name, "size.json");
  if (!existsSync(file)) continue;
  for (const check of JSON.parse(readFileSync(file, "utf8"))) {
    const from = join(`@groundwork/${name}`, check.from ?? "");
    const { code } = await bundleImport(check.import, from, {
      resolveDir: join(root, "packages", name),
      external: check.without,
    });
    const path = join(folder, `${rows.length}.js`);
    writeFileSync(path, code);
    const label = `${check.import} from ${from}${check.without ? ` without ${check.without.join(", ")}` : ""}`;
    rows.push({
      package: name,
      import: check.import,
      from,
      without: check.without,
      label,
      limit: check.limit,
      aim: check.aim,
      path,
      peers: withPeers ? await measurePeers(name, check.peers ?? []) : [],
    });
  }
}

// size-limit holds the limits, with its file plugin on these bundles: its own esbuild figures leave out a start-up share.
const config = join(folder, ".size-limit.json");
writeFileSync(
  config,
  JSON.stringify(rows.map(({ label, path, limit }) => ({ name: label, path, limit: `${limit} B`, gzip: true }))),
);
const { stdout, status } = spawnSync(
  process.execPath,
  ["node_modules/size-limit/bin.js", "--json", "--config", config],
  { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
);
const measured = JSON.parse(stdout.slice(stdout.indexOf("[")));
for (const [index, row] of rows.entries()) {
  row.bytes = measured[index].size;
  const peers = row.peers.map(({ from, bytes }) => `${from} ${bytes}`).join(", ");
  console.log(
    `${row.bytes > row.limit ? "✗" : " "} ${String(row.bytes).padStart(6)} of ${String(row.limit).padStart(6)} B  ${row.label}${peers ? `  (${peers})` : ""}`,
  );
}
const stale = writeSizes(rows, { write: process.argv.includes("--write") });
for (const file of stale) console.error(`${file} shows other figures than these: run \`npm run size -- --write\`.`);
process.exitCode = status !== 0 || stale.length > 0 ? 1 : 0;

async function measurePeers(name, peers) {
  const heavy = join(root, "packages", name, "bench", "peers");
  if (existsSync(join(heavy, "package.json")) && !existsSync(join(heavy, "node_modules")))
    execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: heavy, stdio: "inherit" });
  const sizes = [];
  for (const { from, import: what } of peers) {
    const resolveDir = existsSync(join(heavy, "node_modules", from)) ? heavy : join(root, "packages", name);
    const { bytes } = await bundleImport(what, from, { resolveDir });
    sizes.push({ from, bytes });
  }
  return sizes;
}
