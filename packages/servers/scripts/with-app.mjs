import { cpSync, existsSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

// The tarball carries the built web app, which `main` finds beside itself. `prepack` brings it in and `postpack` takes
// it out again: in a checkout the app is served from its own folder, and a copy would grow stale unseen.
const built = fileURLToPath(new URL("../../app/dist", import.meta.url));
const copy = fileURLToPath(new URL("../dist/app", import.meta.url));

rmSync(copy, { recursive: true, force: true });
if (process.argv[2] === "in") {
  if (!existsSync(`${built}/index.html`)) {
    console.error("The web app is not built: run `npm run build` in the project's root before packing.");
    process.exit(1);
  }
  cpSync(built, copy, { recursive: true });
}
