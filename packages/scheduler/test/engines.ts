import { randomBytes } from "node:crypto";
import { PGlite } from "@electric-sql/pglite";
import type { Policy, Store } from "@groundwork/scheduler";
import { createMemoryStore, perKey } from "@groundwork/scheduler";
import { createPostgresStore, migrate, type PostgresStoreOptions, type Sql } from "@groundwork/scheduler/postgres";
import pg from "pg";
import { test } from "vitest";

const required = process.env.GROUNDWORK_ENGINES === "required";

/** The URL of an engine that was named for tests; where none was, its tests are skipped, or fail if engines are required. */
export function engineUrl(name: "DATABASE_URL" | "REDIS_URL"): string | undefined {
  const url = process.env[name];
  if (url === undefined && required)
    test(`${name} names an engine`, () => Promise.reject(new Error(`${name} is not set.`)));
  return url;
}

/** A database of its own on the named server, to be dropped by `drop`. */
export async function freshDatabase(url: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `groundwork_scheduler_${randomBytes(6).toString("hex")}`;
  const admin = async (statement: string): Promise<void> => {
    const client = new pg.Client(url);
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await admin(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => admin(`drop database ${name} with (force)`) };
}

/** Where the contract of a store is tested. */
export interface StoreEngine {
  open(): Promise<void>;
  close(): Promise<void>;
  /** A store over a queue of its own. */
  make<T>(policy: Policy, options?: Partial<PostgresStoreOptions>): Store<T>;
  /** Makes the time go on as far as leases and delays are concerned. */
  advance(ms: number): Promise<void>;
}

export function memoryEngine(): StoreEngine {
  let now = 1_700_000_000_000;
  return {
    open: async () => {},
    close: async () => {},
    make: <T>(policy: Policy, { maxAttempts, leaseMs, keyLimit }: Partial<PostgresStoreOptions> = {}) =>
      createMemoryStore<T>({
        policy,
        clock: () => now,
        ...(maxAttempts !== undefined && { maxAttempts }),
        ...(leaseMs !== undefined && { leaseMs }),
        ...(keyLimit !== undefined && { keyLimit: perKey(keyLimit) }),
      }),
    advance: async (ms) => {
      now += ms;
    },
  };
}

function sqlEngine(open: () => Promise<Sql>, close: () => Promise<void>): StoreEngine {
  let sql: Sql;
  let queues = 0;
  return {
    open: async () => {
      sql = await open();
      await migrate(sql);
    },
    close,
    make: <T>(policy: Policy, options: Partial<PostgresStoreOptions> = {}) =>
      createPostgresStore<T>(sql, { policy, queue: `q${queues++}`, sweepMs: 0.001, ...options }),
    // Moving every stored time back is the same as moving the clock on.
    advance: async (ms) => {
      const step = `interval '1 millisecond' * ${ms}`;
      await sql.query(
        `update groundwork_scheduler_tasks set run_at = run_at - ${step}, lease_until = lease_until - ${step}
          where state in ('delayed', 'running')`,
      );
    },
  };
}

export function pgliteEngine(): StoreEngine {
  let database: PGlite;
  return sqlEngine(
    async () => {
      database = await PGlite.create();
      return database;
    },
    () => database.close(),
  );
}

export function postgresEngine(url: string): StoreEngine {
  let pool: pg.Pool;
  let drop: () => Promise<void>;
  return sqlEngine(
    async () => {
      const database = await freshDatabase(url);
      drop = database.drop;
      // No test here cuts the power, and thousands of commits need not wait for the disk.
      const options = "-c synchronous_commit=off";
      pool = new pg.Pool({ connectionString: database.url, max: 10, options });
      // Dropping the database ends what is left of the connections.
      pool.on("error", () => {});
      return pool;
    },
    async () => {
      await pool.end();
      await drop();
    },
  );
}
