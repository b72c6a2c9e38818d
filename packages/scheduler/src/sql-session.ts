import type { Sql } from "./store.ts";

/** Runs a statement, again when it lost a deadlock or a serialisation conflict, which undid all of it. */
export async function queryAgain<R>(sql: Sql, text: string, params: unknown[]): Promise<R[]> {
  for (let tries = 1; ; tries++) {
    try {
      return (await sql.query(text, params)).rows as R[];
    } catch (error) {
      if (tries === 10 || !["40P01", "40001"].includes((error as { code?: string }).code ?? "")) throw error;
      await pause(tries);
    }
  }
}

/** Waits a few milliseconds at random, longer with every try. */
export function pause(tries: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(50, 2 ** tries)));
}

/** What may hold a transaction: a pool of connections, PGlite, or one connection. */
type Session = Sql & {
  transaction?: <R>(run: (tx: Sql) => Promise<R>) => Promise<R>;
  connect?: () => Promise<Sql & { release?: () => void }>;
  totalCount?: number;
};

/** Runs several statements as one transaction: on a connection of its own from a pool, else on the one given. */
export async function inTransaction<R>(sql: Sql, run: (tx: Sql) => Promise<R>): Promise<R> {
  const session = sql as Session;
  if (typeof session.transaction === "function") return session.transaction(run);
  if (session.connect === undefined || typeof session.totalCount !== "number") return commit(sql, run);
  const client = await session.connect();
  try {
    return await commit(client, run);
  } finally {
    client.release?.();
  }
}

async function commit<R>(sql: Sql, run: (tx: Sql) => Promise<R>): Promise<R> {
  await sql.query("begin");
  try {
    const result = await run(sql);
    await sql.query("commit");
    return result;
  } catch (error) {
    await sql.query("rollback");
    throw error;
  }
}
