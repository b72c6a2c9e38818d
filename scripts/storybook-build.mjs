import { spawnSync } from "node:child_process";
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";
import { storybookFingerprint, storybookFolder, storybookIsStale, storybookStamp } from "./storybook-folder.mjs";
import { withLock } from "./with-lock.mjs";

// `npm run storybook:build`: the static Storybook in storybook-static/, built beside it and swapped in when whole.
await withLock("storybook", async () => {
  if (!storybookIsStale()) return;
  const fingerprint = storybookFingerprint();
  const fresh = join(root, ".groundwork", "storybook");
  const { status } = spawnSync(
    process.execPath,
    ["node_modules/storybook/dist/bin/dispatcher.js", "build", "--quiet", "--output-dir", fresh],
    {
      cwd: root,
      stdio: process.argv.includes("--quiet") ? "ignore" : "inherit",
      env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: "1" },
    },
  );
  if (status !== 0) {
    process.exitCode = 1;
    return;
  }
  rmSync(storybookFolder, { recursive: true, force: true });
  cpSync(fresh, storybookFolder, { recursive: true });
  rmSync(fresh, { recursive: true, force: true });
  writeFileSync(storybookStamp, fingerprint);
});
