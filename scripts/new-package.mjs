import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { npm } from "./install.mjs";
import { refuse } from "./refuse.mjs";
import { root } from "./root.mjs";
import { writeSkeleton } from "./skeleton/write-skeleton.mjs";

// `npm run new -- <name>`: a new package with the skeleton that all share, its tests green.
const name = process.argv[2] ?? "";
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
  refuse(`Expected a name in kebab-case, got "${name}": npm run new -- interval-trees`);
if (existsSync(join(root, "packages", name))) refuse(`packages/${name} exists already: choose another name.`);
writeSkeleton(root, name);
await npm(["install", "--no-audit", "--no-fund"]);
await import("./complete-lockfile.mjs");
// Its README shows its bytes, and `npm test` checks that it does.
execFileSync(process.execPath, [join(root, "scripts/size.mjs"), "--write"], { cwd: root, stdio: "ignore" });
console.log(`packages/${name} stands on the ground floor. Now: npm test -w packages/${name}`);
