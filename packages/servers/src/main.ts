#!/usr/bin/env node
import { existsSync } from "node:fs";
import { ConfigurationError, readConfiguration } from "./platform/configuration.ts";
import { DataFolderError } from "./platform/data-folder.ts";
import { start } from "./start.ts";

// The command `groundwork-servers`: configuration comes from the environment; one line says when it is ready.
try {
  const configuration = readConfiguration(process.env);
  const { url, databaseName, close } = await start(configuration, {
    app: firstFolder(configuration.appFolder, "./app", "../../app/dist"),
    storybook: firstFolder(configuration.storybookFolder, "./storybook", "../../../storybook-static"),
  });
  const seconds = (performance.now() / 1000).toFixed(1);
  console.log(`Groundwork is ready at ${url} (${databaseName}, started in ${seconds} s). Ctrl-C stops it.`);
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), 15_000).unref();
    await close();
    process.exit(0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
} catch (error) {
  const known = error instanceof ConfigurationError || error instanceof DataFolderError;
  console.error(known ? error.message : explain(error as NodeJS.ErrnoException));
  process.exit(1);
}

/** The configured folder, or the first of those beside this file that exists. */
function firstFolder(configured: string | undefined, ...beside: string[]): string | undefined {
  if (configured) return configured;
  return beside.map((path) => decodeURIComponent(new URL(path, import.meta.url).pathname)).find(existsSync);
}

function explain(error: NodeJS.ErrnoException & { port?: number }): string {
  if (error.code === "EADDRINUSE") {
    return `Port ${error.port} is taken; stop what listens there, or choose another: PORT=${(error.port ?? 4000) + 1}.`;
  }
  if (error.code === "EACCES") return `Port ${error.port} may not be used; choose one above 1023 with PORT.`;
  return error.stack ?? String(error);
}
