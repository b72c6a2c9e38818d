import {
  CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from "kysely";

/** One SQL session: PGlite itself, or a worker thread that holds one. */
export interface Session {
  query(text: string, parameters: readonly unknown[]): Promise<{ rows: unknown[]; affectedRows?: number }>;
  close(): Promise<void>;
}

/** Kysely over a single session, which whoever opened it closes. Whoever holds the connection holds the session; the others wait in order. */
export class PGliteDialect implements Dialect {
  readonly #session: Session;
  constructor(session: Session) {
    this.#session = session;
  }
  createDriver(): Driver {
    return new SingleSessionDriver(this.#session);
  }
  createQueryCompiler(): QueryCompiler {
    return new PostgresQueryCompiler();
  }
  createAdapter(): DialectAdapter {
    return new PostgresAdapter();
  }
  createIntrospector(connection: Kysely<unknown>): DatabaseIntrospector {
    return new PostgresIntrospector(connection);
  }
}

class SingleSessionDriver implements Driver {
  readonly #connection: DatabaseConnection;
  #tail: Promise<void> = Promise.resolve();
  #release: () => void = () => {};
  constructor(session: Session) {
    this.#connection = new SingleSessionConnection(session);
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#tail;
    let release: () => void = () => {};
    this.#tail = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    this.#release = release;
    return this.#connection;
  }
  async releaseConnection(): Promise<void> {
    this.#release();
  }
  async beginTransaction(connection: DatabaseConnection, { isolationLevel }: TransactionSettings): Promise<void> {
    const begin = isolationLevel ? `start transaction isolation level ${isolationLevel}` : "begin";
    await connection.executeQuery(CompiledQuery.raw(begin));
  }
  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("commit"));
  }
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("rollback"));
  }
  async destroy(): Promise<void> {
    await this.#tail;
  }
}

class SingleSessionConnection implements DatabaseConnection {
  readonly #session: Session;
  constructor(session: Session) {
    this.#session = session;
  }
  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affectedRows } = await this.#session.query(sql, parameters);
    return { rows: rows as R[], ...(affectedRows === undefined ? {} : { numAffectedRows: BigInt(affectedRows) }) };
  }
  // biome-ignore lint/correctness/useYield: the interface asks for a generator; there is nothing to yield.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("The embedded database does not stream; read a page at a time.");
  }
}
