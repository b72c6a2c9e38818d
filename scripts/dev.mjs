import { requireNode } from "./node-version.mjs";

requireNode();
const { ensureInstalled } = await import("./install.mjs");
await ensureInstalled();
const { developStorybook, developApp } = await import("./develop.mjs");
if (process.argv.includes("--storybook")) await developStorybook();
else await developApp();
