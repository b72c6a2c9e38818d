import { buildPackages } from "./build-packages.mjs";

// `npm run build` builds what is stale, `npm run build -- --all` everything.
await buildPackages({ all: process.argv.includes("--all") });
