export { deadLettersMigration, postgresDeadLetters } from "./postgres-dead-letters.ts";
export { idempotencyMigration, postgresIdempotency } from "./postgres-idempotency.ts";
export type { Sql } from "./sql.ts";
