export { migrate, migrations } from "./postgres-schema.ts";
export { createPostgresStore, type PostgresStore, type PostgresStoreOptions } from "./postgres-store.ts";
export { PolicyMismatch, type Sql } from "./store.ts";
