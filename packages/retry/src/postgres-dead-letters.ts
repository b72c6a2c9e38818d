import type { DeadLetter, DeadLetterStore } from "./dead-letter-store.ts";
import type { Sql } from "./sql.ts";

/** Creates the table of {@link postgresDeadLetters}; does nothing where it stands already. Postgres 15 or later. */
export const deadLettersMigration: string = `
create table if not exists groundwork_dead_letters (
  id text primary key,
  position bigint generated always as identity unique,
  source text not null,
  payload text not null,
  trace text not null,
  history jsonb not null,
  redrives integer not null default 0,
  state text not null default 'dead' check (state in ('dead', 'redriving', 'redriven')),
  token text,
  lease_until timestamptz
);
create index if not exists groundwork_dead_letters_open on groundwork_dead_letters (position) where state <> 'redriven';
`;

// A claim whose lease has passed counts as never made.
const dropped = "(state = 'redriving' and lease_until <= clock_timestamp())";
const columns = `id, source, payload, trace, history, redrives, position,
  case when ${dropped} then 'dead' else state end as state`;

/**
 * Dead letters on Postgres or PGlite. Run {@link deadLettersMigration} first. `add` takes a `{ tx }`: the letter is
 * then kept if and only if that transaction commits.
 *
 * @example
 * ```ts no-run
 * const letters = createDeadLetters(postgresDeadLetters(new Pool()));
 * ```
 */
export function postgresDeadLetters(sql: Sql): DeadLetterStore<Sql> {
  return {
    async put({ id, source, payload, trace, history }, tx = sql) {
      const { rows } = await tx.query(
        `insert into groundwork_dead_letters as known (id, source, payload, trace, history)
         values ($1, $2, $3, $4, $5::jsonb)
         on conflict (id) do update set source = excluded.source, payload = excluded.payload, trace = excluded.trace,
           history = known.history || excluded.history, state = 'dead', token = null, lease_until = null
         returning ${columns}`,
        [id, source, JSON.stringify(payload), JSON.stringify(trace), JSON.stringify(history)],
      );
      return letterOf(rows[0]);
    },
    async get(id) {
      const { rows } = await sql.query(`select ${columns} from groundwork_dead_letters where id = $1`, [id]);
      return rows.length === 0 ? undefined : letterOf(rows[0]);
    },
    async list({ source = null, state = null, after, limit }) {
      const { rows } = await sql.query(
        `select ${columns} from groundwork_dead_letters
         where position > $1 and ($2::text is null or source = $2)
           and ($3::text is null or (case when ${dropped} then 'dead' else state end) = $3)
           and ($3::text is null or $3 = 'redriven' or state <> 'redriven')
         order by position limit $4`,
        [after, source, state, limit],
      );
      return rows.map(letterOf);
    },
    async claim(id, token, leaseMs, maxRedrives) {
      const { rows } = await sql.query(
        `update groundwork_dead_letters set state = 'redriving', redrives = redrives + 1, token = $2,
           lease_until = clock_timestamp() + $3 * interval '1 millisecond'
         where id = $1 and redrives < $4 and (state = 'dead' or ${dropped}) returning ${columns}`,
        [id, token, leaseMs, maxRedrives],
      );
      if (rows.length > 0) return letterOf(rows[0]);
      const letter = await this.get(id);
      if (!letter) return "missing";
      if (letter.state === "redriven") return "redriven";
      return letter.redrives >= maxRedrives && letter.state === "dead" ? "exhausted" : "busy";
    },
    async settle(id, token, failure) {
      const { rows } = await sql.query(
        `update groundwork_dead_letters set state = $3, history = history || $4::jsonb, token = null, lease_until = null
         where id = $1 and token = $2 and state = 'redriving' returning id`,
        [id, token, failure ? "dead" : "redriven", JSON.stringify(failure ? [failure] : [])],
      );
      return rows.length > 0;
    },
    async remove(id) {
      const { rows } = await sql.query("delete from groundwork_dead_letters where id = $1 returning id", [id]);
      return rows.length > 0;
    },
  };
}

function letterOf(row: unknown): DeadLetter {
  const letter = row as Record<keyof DeadLetter, string> & {
    history: DeadLetter["history"];
    state: DeadLetter["state"];
  };
  return {
    id: letter.id,
    source: letter.source,
    payload: JSON.parse(letter.payload),
    trace: JSON.parse(letter.trace),
    history: letter.history,
    redrives: Number(letter.redrives),
    state: letter.state,
    position: Number(letter.position),
  };
}
