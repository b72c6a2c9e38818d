/** What runs SQL: a pool or client of `pg`, a PGlite, or a transaction of either. */
export interface Sql {
  query(text: string, params?: unknown[]): Promise<{ rows: unknown[] }>;
}
