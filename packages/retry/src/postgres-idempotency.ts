import type { Begun, IdempotencyStore } from "./idempotency-store.ts";
import type { Sql } from "./sql.ts";

/** Creates the table of {@link postgresIdempotency}; does nothing where it stands already. Postgres 15 or later. */
export const idempotencyMigration: string = `
create table if not exists groundwork_idempotency (
  key text primary key,
  hash text not null,
  token text not null,
  lease_until timestamptz not null,
  expires_at timestamptz not null,
  value text
);
create index if not exists groundwork_idempotency_expires_at on groundwork_idempotency (expires_at);
`;

/**
 * Idempotency keys on Postgres or PGlite. Run {@link idempotencyMigration} first. Leases go by the database's clock, so
 * clocks that differ between servers steal nothing.
 *
 * @example
 * ```ts no-run
 * const idempotency = createIdempotency(postgresIdempotency(new Pool()));
 * ```
 */
export function postgresIdempotency(sql: Sql): IdempotencyStore<Sql> {
  return {
    async begin(key, hash, token, leaseMs, ttlMs): Promise<Begun> {
      for (;;) {
        const taken = await sql.query(
          `insert into groundwork_idempotency as known (key, hash, token, lease_until, expires_at)
           values ($1, $2, $3, clock_timestamp() + $4 * interval '1 millisecond',
             clock_timestamp() + greatest($4, $5) * interval '1 millisecond')
           on conflict (key) do update set hash = excluded.hash, token = excluded.token, value = null,
             lease_until = excluded.lease_until, expires_at = excluded.expires_at
           where known.expires_at <= clock_timestamp()
             or (known.value is null and known.lease_until <= clock_timestamp() and known.hash = excluded.hash)
           returning key`,
          [key, hash, token, leaseMs, ttlMs],
        );
        if (taken.rows.length > 0) return { state: "begun" };
        const { rows } = await sql.query("select hash, value from groundwork_idempotency where key = $1", [key]);
        const known = rows[0] as { hash: string; value: string | null } | undefined;
        // Given back between the two statements: it is free again.
        if (!known) continue;
        if (known.value === null) return { state: "running", hash: known.hash };
        return { state: "done", hash: known.hash, value: known.value };
      }
    },
    async renew(key, token, leaseMs) {
      const { rows } = await sql.query(
        `update groundwork_idempotency set lease_until = clock_timestamp() + $3 * interval '1 millisecond',
           expires_at = greatest(expires_at, clock_timestamp() + $3 * interval '1 millisecond')
         where key = $1 and token = $2 and value is null returning key`,
        [key, token, leaseMs],
      );
      return rows.length > 0;
    },
    async complete(key, token, value, ttlMs, tx = sql) {
      const { rows } = await tx.query(
        `update groundwork_idempotency set value = $3, expires_at = clock_timestamp() + $4 * interval '1 millisecond'
         where key = $1 and token = $2 and value is null returning key`,
        [key, token, value, ttlMs],
      );
      return rows.length > 0;
    },
    async release(key, token) {
      await sql.query("delete from groundwork_idempotency where key = $1 and token = $2 and value is null", [
        key,
        token,
      ]);
    },
    async purge() {
      const { rows } = await sql.query(
        "delete from groundwork_idempotency where expires_at <= clock_timestamp() returning key",
        [],
      );
      return rows.length;
    },
  };
}
