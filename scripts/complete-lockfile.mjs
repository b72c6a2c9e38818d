import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * `npm run lock`, after every change of dependencies; `npm run lock -- <folder>` for a lockfile elsewhere. A registry
 * mirror may lack the binaries of other platforms; npm then leaves these optional packages out of package-lock.json, and
 * `npm ci` refuses the file it has just written ("Missing: @rollup/rollup-… from lock file"). This adds an entry for
 * each, so that every platform can install.
 */
const file = process.argv[2]
  ? join(process.argv[2], "package-lock.json")
  : new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
const added = [];

for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const nested = `${path}/node_modules/${name}`;
    const top = `node_modules/${name}`;
    if (lock.packages[nested] || satisfied(lock.packages[top]?.version, version)) continue;
    if (!/^\d/.test(version)) {
      console.warn(`Skipped ${name}@${version}, wanted by ${path}: only exact versions can be written.`);
      continue;
    }
    lock.packages[lock.packages[top] ? nested : top] = {
      version,
      ...platform(name),
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
    };
    added.push(`${name}@${version}`);
  }
}

function satisfied(present, wanted) {
  return present !== undefined && (present === wanted || !/^\d/.test(wanted));
}

function platform(name) {
  const os = /(android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|aix|win32)/.exec(name)?.[1];
  const cpu = /(x64|arm64|arm|ia32|ppc64|s390x|riscv64|loong64|mips64el|wasm32)/.exec(name)?.[1];
  const libc = name.includes("musl") ? "musl" : name.includes("gnu") && os === "linux" ? "glibc" : undefined;
  return { ...(cpu ? { cpu: [cpu] } : {}), ...(libc ? { libc: [libc] } : {}), ...(os ? { os: [os] } : {}) };
}

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? "package-lock.json is complete." : `Added ${added.length}: ${added.join(" ")}`);
