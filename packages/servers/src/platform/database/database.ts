import type { Kysely } from "kysely";

/** What every statement takes first: the pool, or the transaction that it must run in. */
// biome-ignore lint/suspicious/noExplicitAny: statements are SQL text and name their own row types.
export type Connection = Kysely<any>;

/** A database that systems keep their state in: PGlite or a Postgres server, the same SQL on both. */
export interface Database {
  readonly engine: "embedded" | "postgres";
  readonly connection: Connection;
  /** Waits for running statements, then frees the engine. */
  close(): Promise<void>;
}

/** Runs `work` in one transaction; whatever it throws rolls everything back. */
export function transaction<T>(database: Database, work: (connection: Connection) => Promise<T>): Promise<T> {
  return database.connection.transaction().execute(work);
}
