import { createHash, randomUUID } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Database, migrate, openEmbedded, openPostgres, schema } from "@groundwork/servers";
import type { LogEvent } from "kysely";
import pg from "pg";
import { describe, expect, it } from "vitest";

/** A database of a test's own; `discard` leaves nothing behind. */
export interface TestDatabase {
  database: Database;
  discard(): Promise<void>;
}

export interface Engine {
  name: "embedded" | "postgres";
  /** @param log - is told every statement. */
  open(log?: (event: LogEvent) => void): Promise<TestDatabase>;
}

export const embedded: Engine = { name: "embedded", open: openTestEmbedded };

/** Runs the same suite on the embedded database and on the Postgres server that DATABASE_URL names. */
export function onEachEngine(title: string, suite: (engine: Engine) => void): void {
  describe(`${title}, embedded`, () => suite(embedded));
  onPostgres(`${title}, Postgres`, suite);
}

/** Runs a suite that one session alone would pass without testing anything. */
export function onPostgres(title: string, suite: (engine: Engine) => void): void {
  const url = process.env.DATABASE_URL;
  if (url) return void describe(title, () => suite({ name: "postgres", open: (log) => openTestPostgres(url, log) }));
  if (process.env.GROUNDWORK_ENGINES === "required") {
    return void it(title, () => expect.fail("DATABASE_URL names no Postgres server, and engines are required."));
  }
  it.skip(`${title} (set DATABASE_URL to a Postgres server)`, () => {});
}

async function openTestPostgres(url: string, log?: (event: LogEvent) => void): Promise<TestDatabase> {
  const name = `groundwork_test_${randomUUID().replaceAll("-", "")}`;
  const admin = async (statement: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await admin(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const database = openPostgres(own.href, { maxConnections: 12, ...(log ? { log } : {}) });
  await migrate(database, schema);
  return {
    database,
    discard: async () => {
      await database.close();
      await admin(`drop database ${name} with (force)`);
    },
  };
}

async function openTestEmbedded(log?: (event: LogEvent) => void): Promise<TestDatabase> {
  const template = await migratedTemplate();
  const folder = mkdtempSync(join(tmpdir(), "groundwork-test-"));
  cpSync(template, folder, { recursive: true });
  const database = await openEmbedded(folder, log);
  return {
    database,
    discard: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A migrated data folder, made once for all test files and runs, anew when a migration changes. */
async function migratedTemplate(): Promise<string> {
  const key = createHash("sha256")
    .update(JSON.stringify([1, schema.map((part) => part.migrations)]))
    .digest("hex")
    .slice(0, 16);
  const cache = fileURLToPath(new URL("../../../../node_modules/.cache/groundwork-servers", import.meta.url));
  const template = join(cache, key);
  const turn = `${template}.turn`;
  mkdirSync(cache, { recursive: true });
  while (!existsSync(template)) {
    try {
      mkdirSync(turn);
    } catch {
      const made = statSync(turn, { throwIfNoEntry: false })?.mtimeMs;
      if (made && Date.now() - made > 60_000) rmSync(turn, { recursive: true, force: true });
      await sleep(200);
      continue;
    }
    try {
      if (existsSync(template)) break;
      const database = await openEmbedded(join(turn, "folder"));
      await migrate(database, schema);
      await database.close();
      renameSync(join(turn, "folder"), template);
    } finally {
      rmSync(turn, { recursive: true, force: true });
    }
  }
  return template;
}
