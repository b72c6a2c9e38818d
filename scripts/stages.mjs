import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { root } from "./root.mjs";

const results = join(root, "node_modules", ".cache", "test-results");

/**
 * Every check of the project, one stage after the other, each with its seconds against a budget for two cores. A stage
 * fails when its command fails, or when it takes more than twice its budget. All stages run, whatever failed before.
 *
 * @returns the exit code
 */
export async function runStages({ installSeconds, long }) {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const rows = [{ name: "install", seconds: installSeconds, budget: 300, status: 0 }];
  const env = { ...process.env, CHROMIUM_PATH: await ensureBrowser(), ...(long ? { GROUNDWORK_LONG: "1" } : {}) };
  for (const { name, budget, command, env: more } of stages()) {
    console.log(`\n── ${name} (budget ${budget} s)`);
    const start = performance.now();
    const status = await run(command, { ...env, ...more });
    const seconds = (performance.now() - start) / 1000;
    const late = !long && seconds > 2 * budget;
    if (late) console.error(`${name} took ${seconds.toFixed(0)} s, more than twice its budget of ${budget} s.`);
    rows.push({ name, seconds, budget, status: status || (late ? 1 : 0) });
  }
  const totals = rows.slice(1).reduce((sum, row) => sum + row.seconds, 0);
  if (!long)
    rows.push({ name: "the whole, after install", seconds: totals, budget: 900, status: totals > 2 * 900 ? 1 : 0 });
  return report(rows);
}

function stages() {
  const node = (...args) => [process.execPath, ...args];
  const vitest = (name, ...args) =>
    node(
      "node_modules/vitest/vitest.mjs",
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${join(results, `${name.replaceAll(" ", "-")}.json`)}`,
      ...args,
    );
  const packages = readdirSync(join(root, "packages")).filter((name) =>
    existsSync(join(root, "packages", name, "package.json")),
  );
  const algorithms = packages.filter((name) => !["ui", "views", "servers", "app", "pipeline"].includes(name));
  const has = (name) => packages.includes(name);
  return [
    {
      name: "lint",
      budget: 20,
      command: node("node_modules/@biomejs/biome/bin/biome", "check", ".", "--diagnostic-level=error"),
    },
    { name: "types", budget: 60, command: node("scripts/typecheck.mjs") },
    { name: "build", budget: 60, command: node("scripts/build.mjs", "--all") },
    { name: "gates", budget: 60, command: vitest("gates", "--project=gates") },
    ...algorithms.map((name) => ({
      name,
      budget: 30,
      command: vitest(name, "--project=node", `packages/${name}/`),
      env: { GROUNDWORK_STAGE: "package" },
    })),
    { name: "engines", budget: 120, command: vitest("engines", "--project=node", ".engine.test.ts") },
    ...(has("ui")
      ? [
          {
            name: "ui",
            budget: 240,
            command: vitest("ui", "--project=node", "--project=dom", "--project=browser", "packages/ui/"),
          },
        ]
      : []),
    { name: "stories", budget: 120, command: vitest("stories", "--project=storybook") },
    ...(has("views")
      ? [
          {
            name: "views and app",
            budget: 120,
            command: vitest(
              "views",
              "--project=node",
              "--project=dom",
              "--project=browser",
              "packages/views/",
              "packages/app/",
            ),
          },
        ]
      : []),
    ...(has("servers") ? [{ name: "servers", budget: 240, command: vitest("servers", "--project=servers") }] : []),
    { name: "size", budget: 30, command: node("scripts/size.mjs") },
    { name: "packed", budget: 90, command: node("scripts/check-packed.mjs") },
    ...(has("ui") ? [{ name: "frameworks", budget: 150, command: vitest("frameworks", "--project=frameworks") }] : []),
    { name: "unused", budget: 30, command: node("node_modules/knip/bin/knip.js", "--no-progress") },
  ];
}

function run([command, ...args], env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], env });
    child.on("close", (code) => resolve(code ?? 1));
  });
}

/** Prints the stages and the tests of all of them; the closing line is read by machines. */
function report(rows) {
  console.log("\nstage                        seconds   budget");
  for (const { name, seconds, budget, status } of rows) {
    console.log(
      `${status === 0 ? " " : "✗"} ${name.padEnd(26)} ${seconds.toFixed(1).padStart(8)} ${String(budget).padStart(8)}`,
    );
  }
  let passed = 0;
  let failed = 0;
  const skipped = [];
  for (const file of readdirSync(results)) {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(join(results, file), "utf8"));
    passed += numPassedTests;
    failed += numFailedTests;
    for (const { assertionResults } of testResults) {
      for (const { status, fullName } of assertionResults)
        if (status === "skipped" || status === "pending") skipped.push(fullName);
    }
  }
  if (skipped.length > 0)
    console.log(
      `\nSkipped, for want of an engine or a browser that nobody named (CONTRIBUTING.md says how):\n${skipped.map((name) => `  ${name}`).join("\n")}`,
    );
  const bad = rows.filter((row) => row.status !== 0).map((row) => row.name);
  if (bad.length > 0) console.log(`\nFailed: ${bad.join(", ")}`);
  console.log(
    `\n${passed} passed, ${Math.max(failed, bad.length)} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`,
  );
  return bad.length === 0 && failed === 0 ? 0 : 1;
}
