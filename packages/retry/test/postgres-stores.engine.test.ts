import { createIdempotency } from "@groundwork/retry";
import { postgresIdempotency, type Sql } from "@groundwork/retry/postgres";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deadLetterContract } from "./contracts/dead-letters.ts";
import { idempotencyContract } from "./contracts/idempotency.ts";
import { deadLettersOn, idempotencyOn, migrate } from "./contracts/sql-harness.ts";
import { transactionContract } from "./contracts/transactions.ts";

const url = process.env.DATABASE_URL;
if (!url && process.env.GROUNDWORK_ENGINES === "required") {
  throw new Error("GROUNDWORK_ENGINES=required, and DATABASE_URL names no Postgres.");
}

describe.skipIf(!url)("on Postgres (DATABASE_URL)", () => {
  const name = `groundwork_retry_${process.pid}_${Date.now()}`;
  let pool: pg.Pool;
  const administer = async (statement: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  beforeAll(async () => {
    await administer(`create database ${name}`);
    const own = new URL(url!);
    own.pathname = `/${name}`;
    pool = new pg.Pool({ connectionString: own.href, max: 12 });
    // Dropping the database ends what is left of the connections.
    pool.on("error", () => {});
    await migrate(pool);
  });
  afterAll(async () => {
    await pool?.end();
    await administer(`drop database if exists ${name} with (force)`);
  });

  async function transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    try {
      await client.query("begin");
      const value = await work(client);
      await client.query("commit");
      return value;
    } catch (error) {
      await client.query("rollback");
      throw error;
    } finally {
      client.release();
    }
  }

  describe("dead letters", () => deadLetterContract(async () => deadLettersOn(pool)));
  describe("idempotency", () => idempotencyContract(async () => idempotencyOn(pool)));
  describe("transactions", () => transactionContract(async () => ({ sql: pool, transaction })));

  it("one of many sessions that begin a key at the same moment gets it", async () => {
    const store = postgresIdempotency(pool);
    for (let round = 0; round < 20; round++) {
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, i) => store.begin(`race-${round}`, "h", `token-${i}`, 60_000, 60_000)),
      );
      expect(answers.filter(({ state }) => state === "begun")).toHaveLength(1);
    }
  });

  it("a takeover waits for a completion that is about to commit, and then finds the result", async () => {
    const store = postgresIdempotency(pool);
    await store.begin("late", "h", "slow", 60_000, 60_000);
    let takeover: Promise<unknown> | undefined;
    await transaction(async (tx) => {
      expect(await store.complete("late", "slow", '"done"', 60_000, tx)).toBe(true);
      await pool.query("select 1");
      takeover = store.begin("late", "h", "next", 60_000, 60_000);
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
    expect(await takeover).toEqual({ state: "done", hash: "h", value: '"done"' });
  });

  it("has one effect a key when two servers receive every request twice at once", async () => {
    const servers = [1, 2].map(() => createIdempotency(postgresIdempotency(pool)));
    const requests = Array.from({ length: 25 }, (_, i) => `shared-${i}`);
    const runs = [...requests, ...requests].flatMap((key) =>
      servers.map((server) =>
        server.run(key, key, ({ complete }) =>
          transaction(async (tx) => {
            await tx.query("insert into effects (name) values ($1)", [key]);
            await complete(key, tx);
            return key;
          }),
        ),
      ),
    );
    expect((await Promise.all(runs)).filter(({ replayed }) => !replayed)).toHaveLength(requests.length);
    const { rows } = await pool.query(
      "select count(*)::int as n, count(distinct name)::int as d from effects where name like 'shared-%'",
    );
    expect(rows).toEqual([{ n: 25, d: 25 }]);
  });
});
