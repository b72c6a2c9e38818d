import {
  deadLettersMigration,
  idempotencyMigration,
  postgresDeadLetters,
  postgresIdempotency,
  type Sql,
} from "@groundwork/retry/postgres";
import type { DeadLetterHarness } from "./dead-letters.ts";
import type { IdempotencyHarness } from "./idempotency.ts";

/** Everything that the contract suites need in a database, each statement sent alone, twice: migrations may be repeated. */
export async function migrate(sql: Sql): Promise<void> {
  const effects = "create table if not exists effects (id bigint generated always as identity, name text not null);";
  for (const migration of [deadLettersMigration, idempotencyMigration, effects]) {
    for (const statement of [...migration.split(";\n"), ...migration.split(";\n")]) {
      if (statement.trim() !== "") await sql.query(statement);
    }
  }
}

export function deadLettersOn(sql: Sql): DeadLetterHarness<Sql> {
  const past = "clock_timestamp() - interval '1 second'";
  return {
    store: postgresDeadLetters(sql),
    expireLeases: async () =>
      void (await sql.query(`update groundwork_dead_letters set lease_until = ${past} where state = 'redriving'`)),
  };
}

export function idempotencyOn(sql: Sql): IdempotencyHarness<Sql> {
  return {
    store: postgresIdempotency(sql),
    expire: async (what) => {
      const column = what === "leases" ? "lease_until" : "expires_at";
      await sql.query(`update groundwork_idempotency set ${column} = clock_timestamp() - interval '1 second'`);
    },
  };
}
