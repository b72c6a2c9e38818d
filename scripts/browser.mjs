import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { npm } from "./install.mjs";
import { refuse } from "./refuse.mjs";
import { root } from "./root.mjs";
import { withLock } from "./with-lock.mjs";

/** The path of an installed Chromium: CHROMIUM_PATH, else the first found in the usual places, else undefined. */
export function findBrowser(env = process.env) {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
  const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "chrome.exe"];
  const folders = (env.PATH ?? "").split(delimiter);
  const elsewhere = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    join(env.PROGRAMFILES ?? "C:\\Program Files", "Google/Chrome/Application/chrome.exe"),
  ];
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...elsewhere].find((path) =>
    existsSync(path),
  );
}

/**
 * The path of a Chromium for the tests: an installed one, else one that playwright downloads, else the build on npm
 * that serves Linux x64 where only a package registry can be reached. Installed once, in .groundwork/browser.
 */
export async function ensureBrowser() {
  const found = findBrowser() ?? downloaded();
  if (found) return found;
  return withLock("browser", async () => {
    if (downloaded()) return downloaded();
    mkdirSync(folder, { recursive: true });
    console.log("No Chromium was found (CHROMIUM_PATH names one): installing one in .groundwork/browser …");
    const path = (await fromPlaywright()) ?? (await fromNpm());
    if (!path)
      refuse(
        "No Chromium could be installed: install Chromium or Chrome, or name one with CHROMIUM_PATH=/path/to/chromium, then run the command again.",
      );
    writeFileSync(record, path);
    return path;
  });
}

const folder = join(root, ".groundwork", "browser");
const record = join(folder, "path");

function downloaded() {
  if (!existsSync(record)) return undefined;
  const path = readFileSync(record, "utf8");
  return existsSync(path) ? path : undefined;
}

async function fromPlaywright() {
  process.env.PLAYWRIGHT_BROWSERS_PATH = folder;
  const { status } = spawnSync(
    process.execPath,
    [join(root, "node_modules/playwright-core/cli.js"), "install", "chromium"],
    { stdio: "ignore", timeout: 300_000 },
  );
  const { chromium } = await import("playwright-core");
  return status === 0 && existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

async function fromNpm() {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  // 143 is the last that runs on Node 20. It brings the shared libraries that a bare Linux lacks only when it takes the
  // machine for a function service: the variable must stand before the import.
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  await npm(["install", "@sparticuz/chromium@143.0.4", "--no-audit", "--no-fund", "--ignore-scripts"], { cwd: folder });
  const script =
    'import("@sparticuz/chromium").then(async ({ default: chromium }) => console.log(await chromium.executablePath()))';
  const unpacked = join(folder, "unpacked");
  mkdirSync(unpacked, { recursive: true });
  const { stdout } = spawnSync(process.execPath, ["-e", script], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x", TMPDIR: unpacked },
  });
  const binary = stdout.trim().split("\n").at(-1);
  if (!binary || !existsSync(binary)) return undefined;
  const wrapper = join(folder, "chromium.sh");
  writeFileSync(
    wrapper,
    `#!/bin/sh\nLD_LIBRARY_PATH="${unpacked}/al2023/lib:${unpacked}/al2/lib:$LD_LIBRARY_PATH" exec "${binary}" "$@"\n`,
    { mode: 0o755 },
  );
  return wrapper;
}
