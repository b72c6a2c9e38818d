import { spawn } from "node:child_process";
import { join } from "node:path";
import { requireFreePort } from "./require-free-port.mjs";
import { root } from "./root.mjs";

/** `npm run storybook`: the Storybook from the sources, reloading on change, at http://localhost:6006. */
export async function developStorybook() {
  await requireFreePort(6006, () => "stop what listens there");
  runTogether([
    {
      args: [join(root, "node_modules/storybook/dist/bin/dispatcher.js"), "dev", "--port", "6006", "--ci"],
      env: { STORYBOOK_DISABLE_TELEMETRY: "1" },
    },
  ]);
}

/**
 * `npm run dev`: the servers from their sources at http://localhost:4000, started again on every change, and the app at
 * http://localhost:5173, reloading in place and passing /api on to them.
 */
export async function developApp() {
  for (const port of [4000, 5173]) await requireFreePort(port, () => "stop what listens there");
  runTogether([
    {
      args: [
        "node_modules/tsx/dist/cli.mjs",
        "watch",
        "--conditions=@groundwork/source",
        "packages/servers/src/main.ts",
      ],
      // Who signs in comes from the app: the servers check where a request came from.
      env: { PORT: "4000", PUBLIC_URL: "http://localhost:5173", DATA_FOLDER: join(root, ".groundwork", "data") },
    },
    { args: ["node_modules/vite/bin/vite.js", "packages/app", "--port", "5173", "--strictPort"] },
  ]);
}

/**
 * Runs commands side by side until one ends or this process is told to stop; then none is left. Each leads a process
 * group: what a watcher started is stopped with it, also when the watcher loses sight of it.
 */
function runTogether(commands) {
  const group = process.platform !== "win32";
  const children = commands.map(({ args, env }) =>
    spawn(process.execPath, args, {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      detached: group,
      env: { ...process.env, ...env },
    }),
  );
  const tell = (signal) => {
    for (const child of children) {
      try {
        process.kill(group ? -child.pid : child.pid, signal);
      } catch {
        // It is gone already.
      }
    }
  };
  let stopping = false;
  const stop = (code) => {
    if (stopping) return;
    stopping = true;
    process.exitCode = code;
    tell("SIGTERM");
    // A watcher ends at once, what it watched takes a moment to close its database.
    setTimeout(() => {
      tell("SIGKILL");
      process.exit();
    }, 3_000);
  };
  for (const child of children) child.on("exit", (code) => stop(code ?? 0));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(0));
}
