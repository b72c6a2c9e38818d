import { Migrator, sql } from "kysely";
import type { System } from "../system.ts";
import type { Database } from "./database.ts";

/**
 * Brings the schema up to date: every migration of every system that has not run yet, each once, in one transaction,
 * under a lock that several starting processes share.
 *
 * @throws Error when a migration fails; nothing of this run is then kept.
 */
export async function migrate(
  database: Database,
  systems: readonly Pick<System, "name" | "migrations">[],
): Promise<void> {
  const migrations = Object.fromEntries(
    systems.flatMap((system) =>
      Object.entries(system.migrations).map(([name, text]) => [
        `${system.name}/${name}`,
        { up: (connection: Database["connection"]) => runScript(connection, text) },
      ]),
    ),
  );
  const migrator = new Migrator({
    db: database.connection,
    provider: { getMigrations: async () => migrations },
    migrationTableName: "groundwork_migrations",
    migrationLockTableName: "groundwork_migrations_lock",
    // Systems number their migrations each for itself, so a name may sort before one that has run.
    allowUnorderedMigrations: true,
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) {
    const failed = results?.find((result) => result.status === "Error");
    throw new Error(`Migration ${failed?.migrationName ?? "set-up"} failed: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** Statements are separated by a line that holds only `--`: a prepared statement takes one at a time. */
async function runScript(connection: Database["connection"], text: string): Promise<void> {
  for (const statement of text.split(/^--$/m)) {
    if (statement.trim()) await sql.raw(statement).execute(connection);
  }
}
