import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

/** Where the static Storybook is built. */
export const storybookFolder = join(root, "storybook-static");

const stamp = join(storybookFolder, ".built-from");

/** Sizes and times of what the Storybook is built from. */
export function storybookFingerprint() {
  const hash = createHash("sha256");
  for (const folder of ["stories", ".storybook", "packages/ui/src", "packages/views/src", "packages/debts/src"]) {
    if (!existsSync(join(root, folder))) continue;
    for (const entry of readdirSync(join(root, folder), { recursive: true })) {
      const { mtimeMs, size } = statSync(join(root, folder, entry));
      hash.update(`${folder}/${entry} ${mtimeMs} ${size}\n`);
    }
  }
  return hash.digest("hex");
}

/** Whether the Storybook has not been built from what stands now. */
export function storybookIsStale() {
  return !existsSync(stamp) || readFileSync(stamp, "utf8") !== storybookFingerprint();
}

export { stamp as storybookStamp };
