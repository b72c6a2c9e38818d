import { Kysely, type LogEvent, PostgresDialect } from "kysely";
import pg from "pg";
import type { Database } from "./database.ts";
import { DATE, INT8, readDate, readInteger } from "./values.ts";

export interface PostgresOptions {
  /** Connections at most; 10 unless told. */
  maxConnections?: number;
  /** Called for every statement with its duration. */
  log?: (event: LogEvent) => void;
  /** Told when an idle connection breaks; the pool replaces it. */
  onConnectionError?: (error: Error) => void;
}

/** Opens a Postgres server by its connection string. Nothing is connected before the first statement. */
export function openPostgres(url: string, options: PostgresOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: "groundwork",
    types: { getTypeParser },
  });
  pool.on("error", (error) => options.onConnectionError?.(error));
  const dialect = new PostgresDialect({ pool });
  const connection = new Kysely<unknown>(options.log ? { dialect, log: options.log } : { dialect });
  return { engine: "postgres", connection, close: () => connection.destroy() };
}

function getTypeParser(id: number, format?: "text" | "binary"): (value: string) => unknown {
  if (id === INT8) return readInteger;
  if (id === DATE) return readDate;
  return pg.types.getTypeParser(id, format as "text");
}
