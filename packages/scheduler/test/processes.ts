import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { fifo, type Store } from "@groundwork/scheduler";
import { createBullStore } from "@groundwork/scheduler/bullmq";
import { createPostgresStore, migrate } from "@groundwork/scheduler/postgres";
import { build } from "esbuild";
import { Redis } from "ioredis";
import pg from "pg";
import { freshDatabase } from "./engines.ts";

/** What a task of these tests asks of the process that runs it. */
export interface ProcessWork {
  runMs: number;
  /** `poison` kills its process, `block` its event loop for as long as it runs, `fail` throws. */
  kind?: "poison" | "block" | "fail";
}

/** What a worker process is told. */
export interface ProcessOptions {
  url: string;
  redis?: { prefix: string };
  leaseMs?: number;
  maxAttempts?: number;
  concurrency?: number;
  backoffMs?: number;
  claimOnly?: boolean;
}

/** What a worker process says. */
export interface Line {
  ready?: true;
  started?: string;
  settled?: string;
  state?: string;
  aborted?: string;
  code?: string;
  claimed?: [string, number][];
  report?: { released: string[]; elapsedMs: number };
}

/** A worker in a process of its own. */
export interface WorkerProcess {
  child: ChildProcess;
  lines: Line[];
  until: (seen: (line: Line) => boolean, ms?: number) => Promise<Line>;
}

/** An engine that worker processes share, with a ledger of what they did. */
export interface SharedEngine {
  /** What tells a worker process where the engine is. */
  address: Pick<ProcessOptions, "url" | "redis">;
  store: (options?: { leaseMs?: number; maxAttempts?: number; sweepMs?: number }) => Store<ProcessWork>;
  /** The id of every attempt begun, in order. */
  starts: () => Promise<string[]>;
  /** The ids of all effects. */
  effects: () => Promise<string[]>;
  /** Brings about the effect of a task here. */
  effect: (id: string) => Promise<unknown>;
  close: () => Promise<void>;
}

/** A database of its own. */
export async function sharedPostgres(url: string): Promise<SharedEngine & { pool: pg.Pool }> {
  const database = await freshDatabase(url);
  const pool = new pg.Pool({ connectionString: database.url, max: 12 });
  pool.on("error", () => {});
  await migrate(pool);
  await pool.query("create table effects (id text primary key)");
  await pool.query("create table starts (n bigint generated always as identity, id text, attempt int, pid int)");
  const ids = async (text: string): Promise<string[]> =>
    (await pool.query<{ id: string }>(text)).rows.map(({ id }) => id);
  return {
    pool,
    address: { url: database.url },
    store: (options = {}) => createPostgresStore(pool, { policy: fifo(), ...options }),
    starts: () => ids("select id from starts order by n"),
    effects: () => ids("select id from effects"),
    effect: (id) => pool.query("insert into effects (id) values ($1) on conflict do nothing", [id]),
    close: async () => {
      await pool.end();
      await database.drop();
    },
  };
}

/** A key prefix of its own. */
export async function sharedRedis(url: string): Promise<SharedEngine> {
  const prefix = `groundwork-test-${randomBytes(6).toString("hex")}`;
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  const stores: { close(): Promise<void> }[] = [];
  return {
    address: { url, redis: { prefix } },
    store: ({ leaseMs, maxAttempts } = {}) => {
      const store = createBullStore<ProcessWork>({
        connection,
        prefix,
        policy: fifo(),
        ...(leaseMs !== undefined && { leaseMs }),
        ...(maxAttempts !== undefined && { maxAttempts }),
      });
      stores.push(store);
      return store;
    },
    starts: () => connection.lrange(`${prefix}:starts`, 0, -1),
    effects: () => connection.hkeys(`${prefix}:effects`),
    effect: (id) => connection.hsetnx(`${prefix}:effects`, id, "1"),
    close: async () => {
      for (const store of stores) await store.close();
      const keys = await connection.keys(`${prefix}:*`);
      if (keys.length > 0) await connection.del(keys);
      await connection.quit();
    },
  };
}

/** Bundles the worker process once; `spawn` starts one, `killAll` ends those that are left. */
export async function workerProcesses(): Promise<{
  spawn: (options: ProcessOptions) => WorkerProcess;
  killAll: () => void;
  remove: () => Promise<void>;
}> {
  // Where the bundle finds its libraries.
  const folder = await mkdtemp(fileURLToPath(new URL("../../../node_modules/.groundwork-", import.meta.url)));
  const script = join(folder, "worker-process.mjs");
  await build({
    entryPoints: [fileURLToPath(new URL("./fixtures/worker-process.ts", import.meta.url))],
    outfile: script,
    bundle: true,
    platform: "node",
    format: "esm",
    external: ["pg", "bullmq", "ioredis"],
    conditions: ["@groundwork/source"],
  });
  const children = new Set<ChildProcess>();
  return {
    spawn: (options) => {
      const child = spawn(process.execPath, [script, JSON.stringify(options)], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      children.add(child);
      const lines: Line[] = [];
      createInterface({ input: child.stdout! }).on("line", (line) => lines.push(JSON.parse(line)));
      return { child, lines, until: (seen, ms = 15_000) => eventually(() => lines.find(seen), ms) };
    },
    killAll: () => {
      for (const child of children) child.kill("SIGKILL");
      children.clear();
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

/** Looks again until there is something to see. */
export async function eventually<T>(look: () => T | undefined | Promise<T | undefined>, ms = 15_000): Promise<T> {
  for (const until = Date.now() + ms; Date.now() < until; ) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`Not seen within ${ms} ms.`);
}
