import type { Sql } from "./store.ts";

/** The tables of the Postgres store, to be applied in order. Every statement may be applied again. */
export const migrations: readonly { name: string; sql: string }[] = [
  {
    name: "001-scheduler",
    sql: `create table if not exists groundwork_scheduler_queues (
  name text primary key,
  policy text not null,
  state text not null,
  version bigint not null default 0
);
create table if not exists groundwork_scheduler_tasks (
  queue text not null,
  id text not null,
  sequence bigint generated always as identity,
  state text not null check (state in ('waiting', 'delayed', 'running', 'completed', 'failed', 'dead', 'cancelled')),
  rank double precision not null,
  data json not null,
  task json not null,
  key text,
  value json,
  history jsonb not null default '[]',
  attempts integer not null default 0 check (attempts >= 0),
  max_attempts integer not null check (max_attempts >= 1),
  redrives integer not null default 0,
  fence bigint not null default 0,
  run_ms double precision not null default 0,
  arrived_ms double precision not null,
  run_at timestamptz not null,
  lease_until timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (queue, id),
  check ((state = 'running') = (lease_until is not null))
);
create index if not exists groundwork_scheduler_waiting
  on groundwork_scheduler_tasks (queue, rank, sequence) where state = 'waiting';
create index if not exists groundwork_scheduler_delayed
  on groundwork_scheduler_tasks (queue, run_at) where state = 'delayed';
create index if not exists groundwork_scheduler_running
  on groundwork_scheduler_tasks (queue, lease_until) where state = 'running';
create index if not exists groundwork_scheduler_ended
  on groundwork_scheduler_tasks (queue, state, sequence) where state in ('failed', 'dead');
`,
  },
];

/** Applies {@link migrations}, one statement at a time; safe to call at every start, and by several processes at once. */
export async function migrate(sql: Sql): Promise<void> {
  for (const migration of migrations) {
    for (const statement of migration.sql.split(/;\s*\n/)) {
      if (statement.trim() !== "") await create(sql, statement);
    }
  }
}

// "if not exists" does not stop two sessions from creating one thing at the same moment; the slower then gets one of
// these errors, and finds on a second look that it exists.
async function create(sql: Sql, statement: string): Promise<void> {
  try {
    await sql.query(statement);
  } catch (error) {
    if (!["23505", "42P07", "42710"].includes((error as { code?: string }).code ?? "")) throw error;
    await sql.query(statement);
  }
}
