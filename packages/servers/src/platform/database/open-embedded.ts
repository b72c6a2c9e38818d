import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { Kysely, type LogEvent } from "kysely";
import type { Database } from "./database.ts";
import { PGliteDialect, type Session } from "./pglite-dialect.ts";

/** A statement that the engine refused, with its SQLSTATE, as `pg` reports it. */
export class StatementError extends Error {
  readonly code: string | undefined;
  readonly constraint: string | undefined;
  readonly detail: string | undefined;
  constructor(plain: { message: string; code?: string; constraint?: string; detail?: string }) {
    super(plain.message);
    this.name = "StatementError";
    this.code = plain.code;
    this.constraint = plain.constraint;
    this.detail = plain.detail;
  }
}

/**
 * Opens the embedded Postgres in `folder`, in a worker thread: a long query then never stalls the event loop.
 *
 * The first start creates the files, which takes seconds. Whoever calls holds the folder's lock: PGlite would let two
 * processes open one folder. What is committed survives a killed process, not a power cut.
 */
export async function openEmbedded(folder: string, log?: (event: LogEvent) => void): Promise<Database> {
  const files = join(folder, "database");
  const created = join(folder, "database-created");
  mkdirSync(folder, { recursive: true });
  // A first start that was killed half-way leaves files that no engine opens: they are moved away, never deleted.
  if (existsSync(files) && !existsSync(created)) renameSync(files, `${files}-incomplete-${Date.now()}`);
  const session = await startWorker(files);
  writeFileSync(created, "");
  return embeddedDatabase(session, log);
}

/** The embedded database over a session that is already open. */
export function embeddedDatabase(session: Session, log?: (event: LogEvent) => void): Database {
  const dialect = new PGliteDialect(session);
  const connection = new Kysely<unknown>(log ? { dialect, log } : { dialect });
  const close = async () => {
    await connection.destroy();
    await session.close();
  };
  return { engine: "embedded", connection, close };
}

interface Waiting {
  resolve(value: { rows: unknown[]; affectedRows?: number }): void;
  reject(reason: Error): void;
}

function startWorker(folder: string): Promise<Session> {
  const worker = new Worker(new URL("./database-worker.js", import.meta.url), { workerData: { folder } });
  const waiting = new Map<number, Waiting>();
  let nextId = 0;
  let stopped: Error | undefined;
  const ask = (message: { text?: string; parameters?: readonly unknown[] }) =>
    new Promise<{ rows: unknown[]; affectedRows?: number }>((resolve, reject) => {
      if (stopped) return reject(stopped);
      waiting.set(nextId, { resolve, reject });
      worker.postMessage({ id: nextId++, ...message });
    });
  const session: Session = {
    query: (text, parameters) => ask({ text, parameters }),
    close: async () => {
      await ask({});
      await worker.terminate();
    },
  };
  return new Promise((resolve, reject) => {
    const stop = (error: Error) => {
      stopped = error;
      reject(error);
      for (const { reject: refuse } of waiting.values()) refuse(error);
      waiting.clear();
    };
    worker.on("error", stop);
    worker.on("exit", (code) => stop(new Error(`The embedded database stopped (exit code ${code}).`)));
    worker.on("message", ({ ready, id, result, error }) => {
      if (ready) return resolve(session);
      const { resolve: answer, reject: refuse } = waiting.get(id)!;
      waiting.delete(id);
      if (error) refuse(new StatementError(error));
      else answer(result);
    });
  });
}
