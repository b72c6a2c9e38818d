import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { buildPackages } from "../../../../scripts/build-packages.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const kit = join(here, "../..");

/**
 * Copies the fixture `name` to a temporary folder, installs what its lockfile names, and puts the packed kit there.
 *
 * `run(args)` runs a script of node's there to its end; `serve(args, path)` starts one and returns its address once it
 * answers; `end()` stops what was started and removes the folder.
 */
export async function prepareApp(name) {
  await buildPackages({ only: ["ui"] });
  const folder = mkdtempSync(join(tmpdir(), `groundwork-${name}-`));
  const started = [];
  const end = async () => {
    for (const child of started) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const gone = new Promise((resolve) => child.once("exit", resolve));
      // Both frameworks start further processes: all of the group goes.
      process.kill(-child.pid, "SIGKILL");
      await gone;
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NEXT_IGNORE_INCORRECT_LOCKFILE: "1" };
  for (const key of Object.keys(env))
    if (/^(NODE_ENV|VITEST|VITE_|TEST$|DEV$|PROD$|MODE$|BASE_URL$)/.test(key)) delete env[key];
  try {
    for (const part of [name, "shared"])
      cpSync(join(here, part), part === name ? folder : join(folder, part), { recursive: true });
    finish(
      "npm",
      ["ci", "--include=dev", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"],
      folder,
      env,
    );
    finish("npm", ["pack", "--pack-destination", folder, "--loglevel=error"], kit, env);
    const tarball = readdirSync(folder).find((file) => file.endsWith(".tgz"));
    const target = join(folder, "node_modules/@groundwork/ui");
    mkdirSync(target, { recursive: true });
    finish("tar", ["-xzf", tarball, "--strip-components=1", "-C", "node_modules/@groundwork/ui"], folder, env);
  } catch (error) {
    await end();
    throw error;
  }
  return {
    folder,
    end,
    run: (args) => finish(process.execPath, args, folder, env),
    async serve(args) {
      const port = await freePort();
      const child = spawn(
        process.execPath,
        args.map((arg) => arg.replace("PORT", port)),
        {
          cwd: folder,
          env: { ...env, PORT: String(port), HOST: "127.0.0.1" },
          detached: true,
        },
      );
      started.push(child);
      let output = "";
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (chunk) => {
          output += chunk;
        });
      const url = `http://127.0.0.1:${port}/`;
      for (let tries = 0; tries < 300; tries++) {
        if (child.exitCode !== null) break;
        const response = await fetch(url).catch(() => undefined);
        if (response?.ok) {
          await response.text();
          return url;
        }
        if (response?.status >= 500) break;
        await sleep(200);
      }
      throw new Error(`${args.join(" ")} does not serve the page:\n${output}`);
    },
  };
}

/** Whether the package registry that npm is set to answers. */
export function registryAnswers() {
  const args = ["view", "react", "version", "--prefer-online", "--fetch-retries=0", "--fetch-timeout=10000"];
  return spawnSync("npm", args, { shell: process.platform === "win32" }).status === 0;
}

function finish(command, args, cwd, env) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env,
    encoding: "utf8",
    shell: process.platform === "win32" && command === "npm",
  });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed:\n${error ?? ""}${stdout}${stderr}`);
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
