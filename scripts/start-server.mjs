import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled } from "./install.mjs";
import { refuse } from "./refuse.mjs";
import { requireFreePort } from "./require-free-port.mjs";
import { root } from "./root.mjs";

/**
 * `npm start`: installs, builds what is stale, and serves the web app with seeded data at http://localhost:4000. The
 * Storybook is built once in the background and served beside it, at /storybook.
 */
export async function startServer() {
  const port = Number(process.env.PORT ?? 4000);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    refuse(`Expected PORT to be a whole number from 1 to 65535, got ${process.env.PORT}.`);
  await requireFreePort(port, (other) => `stop that one, or choose another port with PORT=${other} npm start`);
  await ensureInstalled();
  const { buildPackages } = await import("./build-packages.mjs");
  await buildPackages();
  const { storybookFolder, storybookIsStale } = await import("./storybook-folder.mjs");
  mkdirSync(storybookFolder, { recursive: true });
  const server = spawn(process.execPath, [join(root, "packages/servers/dist/main.js")], {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      PORT: String(port),
      DATA_FOLDER: process.env.DATA_FOLDER ?? join(root, ".groundwork", "data"),
      APP_FOLDER: join(root, "packages/app/dist"),
      STORYBOOK_FOLDER: storybookFolder,
    },
  });
  const storybook = storybookIsStale()
    ? spawn(process.execPath, [join(root, "scripts/storybook-build.mjs"), "--quiet"], { cwd: root, stdio: "ignore" })
    : undefined;

  // Ctrl-C reaches the server too: it closes in its own time, this process waits for it.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (signal !== "SIGINT") server.kill(signal);
      storybook?.kill();
    });
  }
  server.on("exit", (code) => {
    storybook?.kill();
    process.exitCode = code ?? 0;
  });
}
