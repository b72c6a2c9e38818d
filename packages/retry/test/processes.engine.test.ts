import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createDeadLetters } from "@groundwork/retry";
import { postgresDeadLetters } from "@groundwork/retry/postgres";
import { build } from "esbuild";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "./contracts/sql-harness.ts";

const url = process.env.DATABASE_URL;
if (!url && process.env.GROUNDWORK_ENGINES === "required") {
  throw new Error("GROUNDWORK_ENGINES=required, and DATABASE_URL names no Postgres.");
}

describe.skipIf(!url)("with real processes on a real Postgres (DATABASE_URL)", () => {
  const name = `groundwork_retry_processes_${process.pid}_${Date.now()}`;
  let folder: string;
  let script: string;
  let pool: pg.Pool;
  const own = new URL(url ?? "postgres://nowhere");
  own.pathname = `/${name}`;
  const administer = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  beforeAll(async () => {
    await administer(`create database ${name}`);
    pool = new pg.Pool({ connectionString: own.href, max: 4 });
    // Dropping the database ends what is left of the connections.
    pool.on("error", () => {});
    await migrate(pool);
    folder = await mkdtemp(fileURLToPath(new URL("../../../node_modules/.groundwork-", import.meta.url)));
    script = join(folder, "charging-process.mjs");
    await build({
      entryPoints: [fileURLToPath(new URL("./fixtures/charging-process.ts", import.meta.url))],
      outfile: script,
      bundle: true,
      platform: "node",
      format: "esm",
      external: ["pg"],
      conditions: ["@groundwork/source"],
    });
  });
  afterAll(async () => {
    await pool?.end();
    await administer(`drop database if exists ${name} with (force)`);
    await rm(folder, { recursive: true });
  });

  /** Runs one process to its end: what it said, or the signal that ended it. */
  async function run(options: object): Promise<unknown> {
    const child = spawn(process.execPath, [script, JSON.stringify({ url: own.href, ...options })], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    child.stdout.on("data", (text) => {
      said += text;
    });
    return new Promise((resolve) => child.on("close", (_, signal) => resolve(signal ?? JSON.parse(said))));
  }
  const effects = async (like: string): Promise<string[]> => {
    const { rows } = await pool.query<{ name: string }>("select name from effects where name like $1 order by name", [
      like,
    ]);
    return rows.map((row) => row.name);
  };

  it("killed between the work and its record: the next repeat runs it again, with one effect", async () => {
    expect(await run({ key: "crash", amount: 5, dies: true })).toBe("SIGKILL");
    expect(await effects("crash")).toEqual([]);
    expect(await run({ key: "crash", amount: 5 })).toEqual({ value: "charged", replayed: false });
    expect(await run({ key: "crash", amount: 5 })).toEqual({ value: "charged", replayed: true });
    expect(await effects("crash")).toEqual(["crash"]);
  });

  it("of concurrent repeats in several processes one runs; another request under the key is a conflict in any", async () => {
    const said = await Promise.all(Array.from({ length: 4 }, () => run({ key: "many", amount: 5 })));
    expect(said.filter((each) => (each as { replayed: boolean }).replayed === false)).toHaveLength(1);
    expect(said.every((each) => (each as { value: string }).value === "charged")).toBe(true);
    expect(await run({ key: "many", amount: 6 })).toEqual({ code: "IDEMPOTENCY_CONFLICT" });
    expect(await effects("many")).toEqual(["many"]);
  });

  it("several processes that redrive everything at once deliver each letter once", async () => {
    const letters = createDeadLetters(postgresDeadLetters(pool));
    const ids = Array.from({ length: 30 }, (_, i) => `letter-${String(i).padStart(2, "0")}`);
    for (const id of ids) await letters.add({ id, source: "s", payload: null });
    const said = (await Promise.all([1, 2, 3].map(() => run({ redrive: true })))) as { redriven: number }[];
    expect(said.reduce((total, { redriven }) => total + redriven, 0)).toBe(30);
    expect(await effects("letter-%")).toEqual(ids);
  });
});
