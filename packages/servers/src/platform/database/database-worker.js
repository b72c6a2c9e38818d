// @ts-check
// Holds the embedded database off the main thread. Plain JavaScript, so that the same file runs as a worker from the
// sources and from the build.
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";

const port = /** @type {import("node:worker_threads").MessagePort} */ (parentPort);
const integer = (/** @type {string} */ text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`Expected a safe integer from the database, got ${text}.`);
  return value;
};
const database = await PGlite.create({
  dataDir: workerData.folder,
  parsers: { 20: integer, 1082: (text) => text },
});

/** Errors lose their own properties between threads: SQLSTATE and constraint travel as plain data. */
const plain = (/** @type {any} */ error) => ({
  message: String(error?.message ?? error),
  code: error?.code,
  constraint: error?.constraint,
  detail: error?.detail,
});

port.on("message", async ({ id, text, parameters }) => {
  try {
    if (text === undefined) {
      await database.close();
      port.postMessage({ id });
      port.close();
      return;
    }
    const { rows, affectedRows } = await database.query(text, parameters);
    port.postMessage({ id, result: { rows, affectedRows } });
  } catch (error) {
    port.postMessage({ id, error: plain(error) });
  }
});
port.postMessage({ ready: true });
