import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { refuse } from "./refuse.mjs";
import { root } from "./root.mjs";
import { withLock } from "./with-lock.mjs";

/**
 * Installs what package-lock.json names, unless exactly that is installed already. The commands call this themselves
 * instead of leaning on npm's `pre` scripts, which `ignore-scripts` switches off.
 */
export async function ensureInstalled() {
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .update(`${process.version} ${process.platform} ${process.arch}`)
    .digest("hex");
  const stamp = join(root, "node_modules", ".groundwork-installed");
  const installed = () => existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
  if (installed()) return false;
  await withLock("install", async () => {
    if (installed()) return; // another command was installing while this one waited
    console.log("Installing the packages of package-lock.json …");
    await npm(["ci", "--include=dev", "--no-audit", "--no-fund", "--fetch-retries=1", "--loglevel=error"]);
    writeFileSync(stamp, wanted);
  });
  return true;
}

/** Runs npm, the one that started this command if there is one. */
export async function npm(args, options = {}) {
  const own = process.env.npm_execpath;
  const [command, first] = own?.endsWith("js")
    ? [process.execPath, [own]]
    : [process.platform === "win32" ? "npm.cmd" : "npm", []];
  const child = spawn(command, [...first, ...args], {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe"],
    shell: command.endsWith(".cmd"),
    ...options,
  });
  let errors = "";
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  const status = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (status === 0) return;
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET|ENETUNREACH|network/i.test(errors)) {
    refuse(
      "The npm registry cannot be reached: check the network (and `npm config get registry`), then run the command again.",
    );
  }
  if (/EACCES|EROFS|EPERM/.test(errors))
    refuse(`npm may not write in ${root}: make the folder writable for this user, then run the command again.`);
  if (/ENOSPC/.test(errors)) refuse("The disk is full: free about 1 GB, then run the command again.");
  refuse(`npm ${args[0]} failed:\n${errors.trim().split("\n").slice(-15).join("\n")}`);
}
