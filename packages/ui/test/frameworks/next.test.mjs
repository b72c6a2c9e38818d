import { proveApp } from "./prove-app.mjs";

const next = "node_modules/next/dist/bin/next";

proveApp("next", {
  title: "Next's App Router, as server components",
  build: [next, "build"],
  start: [next, "start", "-p", "PORT", "-H", "127.0.0.1"],
  develop: [next, "dev", "-p", "PORT", "-H", "127.0.0.1"],
  answer: "The server knows ada@example.org.",
});
