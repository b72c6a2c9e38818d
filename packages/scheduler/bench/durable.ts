import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { fifo, type Policy, weightedFair } from "@groundwork/scheduler";
import { createPostgresStore, migrate, type Sql } from "@groundwork/scheduler/postgres";
import { run } from "graphile-worker";
import pg from "pg";
import PgBoss from "pg-boss";
import { ratio, rounds, timed } from "./rounds.ts";

const count = 5_000;
const batch = 100;
const loops = 4;

/** Claim and complete no-op tasks that wait: every engine keeps the row of what it completed. */
export async function durable(url: string | undefined): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "groundwork-bench-"));
  const pglite = await PGlite.create(folder);
  await migrate(pglite);
  const embedded = await rounds("PGlite in a folder: claim and settle, one loop", count, 5, {
    [`batches of ${batch}`]: () => stored(pglite, fifo(), 1),
    "batches of 500": () => stored(pglite, fifo(), 1, 500),
  });
  for (const [name, rate] of Object.entries(embedded)) ratio(`${name}, thousands a second`, rate / 1_000, "≥ 5");
  await pglite.close();
  await rm(folder, { recursive: true });
  if (url === undefined) return console.log("\nPostgres and its peers: not measured, DATABASE_URL is not set.");

  const name = `groundwork_bench_${randomBytes(4).toString("hex")}`;
  const admin = new pg.Client(url);
  await admin.connect();
  await admin.query(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: own.href, max: 10 });
  // Dropping the database ends what the peers leave open.
  pool.on("error", () => {});
  const { rows } = await pool.query(
    "select current_setting('server_version') as version, current_setting('fsync') as fsync",
  );
  console.log(`\nPostgres ${rows[0].version}, fsync ${rows[0].fsync}`);
  await migrate(pool);
  const boss = new PgBoss({ connectionString: own.href, max: 10, supervise: false });
  boss.on("error", () => {});
  await boss.start();
  await boss.createQueue("bench");
  const medians = await rounds(`${count.toLocaleString("en")} tasks, batches of ${batch}, ${loops} loops`, count, 5, {
    "scheduler, fifo": () => stored(pool, fifo(), loops),
    "scheduler, weightedFair": () => stored(pool, weightedFair(), loops),
    "pg-boss": () => bossed(boss),
    "graphile-worker, concurrency 10": () => graphile(pool),
  });
  ratio("fifo over pg-boss", medians["scheduler, fifo"]! / medians["pg-boss"]!, "≥ 2");
  ratio("fifo over graphile-worker", medians["scheduler, fifo"]! / medians["graphile-worker, concurrency 10"]!, "≥ 3");
  await boss.stop({ graceful: false });
  await pool.end();
  await admin.query(`drop database ${name} with (force)`);
  await admin.end();
}

async function stored(sql: Sql, policy: Policy, workers: number, size: number = batch): Promise<number> {
  const store = createPostgresStore<{ n: number }>(sql, {
    policy,
    queue: randomBytes(4).toString("hex"),
    leaseMs: 60_000,
  });
  for (let i = 0; i < count; i += 1_000) {
    await store.add(Array.from({ length: 1_000 }, (_, j) => ({ data: { n: i + j }, tenant: `t${j % 8}` })));
  }
  await sql.query("analyze groundwork_scheduler_tasks");
  let completed = 0;
  const ms = await timed(() =>
    Promise.all(
      Array.from({ length: workers }, async () => {
        for (let claims = await store.claim(size); claims.length > 0; claims = await store.claim(size)) {
          const results = await store.settle(claims.map((claim) => ({ claim, status: "completed", runMs: 0 })));
          completed += results.filter(({ state }) => state === "completed").length;
        }
      }),
    ),
  );
  if (completed !== count) throw new Error(`${completed} of ${count} completed.`);
  return ms;
}

async function bossed(boss: PgBoss): Promise<number> {
  for (let i = 0; i < count; i += 1_000) {
    await boss.insert(Array.from({ length: 1_000 }, (_, j) => ({ name: "bench", data: { n: i + j } })));
  }
  let completed = 0;
  const ms = await timed(() =>
    Promise.all(
      Array.from({ length: loops }, async () => {
        for (
          let jobs = await boss.fetch("bench", { batchSize: batch });
          jobs.length > 0;
          jobs = await boss.fetch("bench", { batchSize: batch })
        ) {
          await boss.complete(
            "bench",
            jobs.map(({ id }) => id),
          );
          completed += jobs.length;
        }
      }),
    ),
  );
  if (completed !== count) throw new Error(`pg-boss: ${completed} of ${count} completed.`);
  return ms;
}

// It takes one job a query and deletes it when it is done.
async function graphile(pool: pg.Pool): Promise<number> {
  const few = count / 5;
  let completed = 0;
  let finish = (): void => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const quiet = { debug() {}, info() {}, warn() {}, error: console.error };
  const { Logger, runMigrations } = await import("graphile-worker");
  const logger = new Logger(() => (level, message) => (level === "error" ? quiet.error(message) : undefined));
  await runMigrations({ pgPool: pool, logger });
  await pool.query(
    "select graphile_worker.add_job('noop', json_build_object('n', n)) from generate_series(1, $1::int) n",
    [few],
  );
  const ms = await timed(async () => {
    const runner = await run({
      pgPool: pool,
      concurrency: 10,
      logger,
      noHandleSignals: true,
      taskList: {
        noop: () => {
          if (++completed === few) finish();
        },
      },
    });
    await finished;
    await runner.stop();
  });
  return ms * 5;
}
