import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";

// Packages are tested from their sources: the scoped condition resolves `@groundwork/x` to its src/index.ts.
const source = "@groundwork/source";
const resolve = { conditions: [source, "module", "browser", "development|production"] };
const ssr = { resolve: { conditions: [source, "module", "node", "development|production"] } };

/** CHROMIUM_PATH is set by `npm test` (scripts/browser.mjs finds or installs a Chromium). */
const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
      ],
    },
  }),
  instances: [{ browser: "chromium" as const }],
});

// `*.test.ts` runs in Node, `*.test.tsx` in happy-dom, `*.browser.test.tsx` in a real Chromium.
// `*.long.test.ts` runs only under `npm run test:long`.
// `*.engine.test.ts` does nothing but start, kill or load an engine: `npm test` gives these files a stage of their own.
const long = process.env.GROUNDWORK_LONG === "1";
const engines = process.env.GROUNDWORK_STAGE !== "package";
const exclude = [
  "**/node_modules/**",
  "**/dist/**",
  ...(long ? [] : ["**/*.long.test.*"]),
  ...(engines ? [] : ["**/*.engine.test.*"]),
];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: "node",
          environment: "node",
          include: ["packages/*/test/**/*.test.ts", "packages/*/src/**/*.test.ts"],
          exclude: [...exclude, "packages/servers/**"],
          testTimeout: long ? 1_800_000 : 30_000,
          // A first PGlite takes seconds, more on a busy machine.
          hookTimeout: 60_000,
          typecheck: { enabled: false },
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: "servers",
          environment: "node",
          include: ["packages/servers/{src,test}/**/*.test.ts"],
          exclude,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Each PGlite takes 0.3-0.7 GB: at most two at once.
          maxWorkers: 2,
        },
      },
      {
        resolve,
        ssr,
        plugins: [react()],
        test: {
          name: "dom",
          environment: "happy-dom",
          globals: true,
          include: ["packages/*/{src,test}/**/*.test.tsx"],
          exclude: [...exclude, "**/*.browser.test.tsx"],
        },
      },
      {
        resolve,
        plugins: [react()],
        test: {
          name: "browser",
          globals: true,
          include: ["packages/*/{src,test}/**/*.browser.test.tsx"],
          exclude,
          browser: browser(),
        },
      },
      {
        plugins: [storybookTest({ configDir: ".storybook" })],
        test: { name: "storybook", browser: browser() },
      },
      {
        test: {
          name: "frameworks",
          environment: "node",
          include: ["packages/ui/test/frameworks/*.test.mjs"],
          exclude,
          testTimeout: 60_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: "gates",
          environment: "node",
          include: ["scripts/**/*.test.mjs"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
