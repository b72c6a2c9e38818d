import { spawnSync } from "node:child_process";
import { root } from "./root.mjs";

// The whole tree once, then the main entries of the lower floors again without the types of a browser or of Node.
let status = 0;
for (const project of ["tsconfig.json", "tsconfig.portable.json"]) {
  const result = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", project], {
    cwd: root,
    stdio: "inherit",
  });
  status ||= result.status ?? 1;
}
process.exit(status);
