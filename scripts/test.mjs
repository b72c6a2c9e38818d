import { requireNode } from "./node-version.mjs";

requireNode();
const { ensureInstalled } = await import("./install.mjs");
const started = performance.now();
await ensureInstalled();
const { runStages } = await import("./stages.mjs");
process.exitCode = await runStages({
  installSeconds: (performance.now() - started) / 1000,
  long: process.argv.includes("--long"),
});
