import { proveApp } from "./prove-app.mjs";

proveApp("react-router", {
  title: "React Router's framework mode",
  build: ["node_modules/@react-router/dev/bin.cjs", "build"],
  start: ["node_modules/@react-router/serve/bin.cjs", "build/server/index.js"],
  develop: ["node_modules/@react-router/dev/bin.cjs", "dev", "--port", "PORT", "--host", "127.0.0.1"],
  answer: "ada@example.org is taken.",
});
