import { requireNode } from "./node-version.mjs";

requireNode();
const { startServer } = await import("./start-server.mjs");
await startServer();
