import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { refuse } from "./refuse.mjs";
import { root } from "./root.mjs";
import { withLock } from "./with-lock.mjs";

/**
 * Builds the packages whose sources, manifest or build configuration changed since their last build (of `only` those
 * named); returns their names.
 */
export async function buildPackages({ all = false, only } = {}) {
  return withLock("build", async () => {
    const stale = readdirSync(join(root, "packages"))
      .filter((name) => existsSync(join(root, "packages", name, "package.json")))
      .filter((name) => !only || only.includes(name))
      .filter((name) => all || !isBuilt(name));
    if (stale.length === 0) return stale;
    const libraries = stale.filter((name) => !isPrivate(name));
    for (const name of libraries) rmSync(join(root, "packages", name, "dist"), { recursive: true, force: true });
    if (libraries.length > 0) {
      run(
        ["node_modules/rollup/dist/bin/rollup", "-c", "--silent"],
        { PACKAGES: libraries.join(",") },
        "The packages could not be built",
      );
    }
    if (stale.includes("app") && existsSync(join(root, "packages/app/vite.config.ts"))) {
      run(
        ["node_modules/vite/bin/vite.js", "build", "packages/app", "--logLevel=error"],
        {},
        "The app could not be built",
      );
    }
    for (const name of stale) {
      mkdirSync(join(root, "node_modules", ".cache", "built"), { recursive: true });
      writeFileSync(stampOf(name), fingerprint(name));
    }
    console.log(`Built ${stale.join(", ")}.`);
    return stale;
  });
}

function run(args, env, failure) {
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  if (status !== 0) refuse(`${failure}: the lines above say where.`);
}

const manifest = (name) => JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8"));
const isPrivate = (name) => manifest(name).private === true;
const stampOf = (name) => join(root, "node_modules", ".cache", "built", name);

function isBuilt(name) {
  const output = join(root, "packages", name, "dist");
  return existsSync(output) && existsSync(stampOf(name)) && readFileSync(stampOf(name), "utf8") === fingerprint(name);
}

/** Sizes and times of everything that a build reads. The app is built from the sources of the packages below it. */
function fingerprint(name) {
  const hash = createHash("sha256");
  const folders = name === "app" ? readdirSync(join(root, "packages")).filter((other) => other !== "servers") : [name];
  const add = (path) => {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  };
  for (const folder of folders) {
    const base = join(root, "packages", folder);
    for (const part of ["src", "package.json", "index.html", "vite.config.ts"]) {
      const path = join(base, part);
      if (!existsSync(path)) continue;
      if (!statSync(path).isDirectory()) add(path);
      else
        for (const entry of readdirSync(path, { recursive: true, withFileTypes: true }))
          if (entry.isFile()) add(join(entry.parentPath, entry.name));
    }
  }
  add(join(root, "rollup.config.mjs"));
  return hash.digest("hex");
}
