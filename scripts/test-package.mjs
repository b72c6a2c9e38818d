import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { findBrowser } from "./browser.mjs";

// `npm test -w packages/<name>`: the tests of one package, in every environment that it has tests for.
const [name, ...rest] = process.argv.slice(2);
const root = fileURLToPath(new URL("..", import.meta.url));
const result = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", `packages/${name}/`, "--project=!storybook", "--project=!gates", ...rest],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, CHROMIUM_PATH: process.env.CHROMIUM_PATH ?? findBrowser() ?? "" },
  },
);
process.exit(result.status ?? 1);
