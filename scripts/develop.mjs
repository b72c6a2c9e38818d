import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./root.mjs";

/** `npm run storybook`: the Storybook from the sources, reloading on change, at http://localhost:6006. */
export async function developStorybook() {
  run([join(root, "node_modules/storybook/dist/bin/dispatcher.js"), "dev", "--port", "6006", "--ci"], {
    STORYBOOK_DISABLE_TELEMETRY: "1",
  });
}

/**
 * `npm run dev`: the servers from their sources at http://localhost:4000, started again on every change, and the app at
 * http://localhost:5173, reloading in place and passing /api on to them.
 */
export async function developApp() {
  run(["node_modules/tsx/dist/cli.mjs", "watch", "--conditions=@groundwork/source", "packages/servers/src/main.ts"], {
    DATA_FOLDER: join(root, ".groundwork", "data"),
  });
  run(["node_modules/vite/bin/vite.js", "packages/app", "--port", "5173", "--strictPort"]);
}

function run(args, env = {}) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  child.on("exit", (code) => process.exit(code ?? 0));
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
}
