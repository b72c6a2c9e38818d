import { check, checkFinite, checkWhole } from "./check.ts";
import { steadyClock } from "./clock.ts";
import type { Policy } from "./policy.ts";
import { type Chosen, chooseByKey } from "./postgres-choose.ts";
import { PostgresQueue } from "./postgres-queue.ts";
import { claimOf, type ListedRow, rankedJson, storedOf, type TaskRow } from "./postgres-rows.ts";
import * as statements from "./postgres-statements.ts";
import type { PostgresStore, PostgresStoreOptions } from "./postgres-store.ts";
import { inTransaction, queryAgain } from "./sql-session.ts";
import {
  type Claim,
  describeError,
  type Settlement,
  type Sql,
  type StoredTask,
  storable,
  type TaskState,
  toJson,
} from "./store.ts";
import type { RankedTask, Task } from "./task.ts";

/** What {@link createPostgresStore} makes. */
export class PostgresTasks<T> implements PostgresStore<T> {
  readonly leaseMs: number;
  readonly #sql: Sql;
  readonly #queue: PostgresQueue;
  readonly #maxAttempts: number;
  readonly #keyLimit: number;
  readonly #sweepMs: number;
  readonly #local: () => number = steadyClock();
  #sweptAt: number = Number.NEGATIVE_INFINITY;
  #turn: Promise<void> | undefined;

  constructor(sql: Sql, options: PostgresStoreOptions) {
    const { queue = "default", policy, policies = [], clock } = options;
    const { maxAttempts = 5, leaseMs = 5_000, keyLimit = Infinity, sweepMs = 200 } = options;
    this.#sql = sql;
    this.#queue = new PostgresQueue(sql, queue, policy, policies, clock);
    this.leaseMs = leaseMs;
    this.#maxAttempts = maxAttempts;
    this.#keyLimit = keyLimit;
    this.#sweepMs = sweepMs;
  }

  async add(
    tasks: readonly Task<T>[],
    { tx = this.#sql }: { tx?: Sql } = {},
  ): Promise<{ id: string; added: boolean }[]> {
    if (tasks.length === 0) return [];
    const rows = tasks.map((task) => ({ ...task, id: task.id ?? crypto.randomUUID() }));
    for (const { delayMs = 0 } of rows) checkFinite("delayMs", delayMs);
    const columns = [
      rows.map(({ id }) => id),
      rows.map(({ data }) => (data === undefined ? "null" : toJson(data, "the data of a task"))),
      rows.map(rankedJson),
      rows.map(({ key }) => key ?? null),
    ];
    const delays = rows.map(({ delayMs = 0 }) => delayMs);
    const named = tasks.flatMap(({ id }) => id ?? []);
    const added = await this.#queue.change(
      async (policy, state, now) => {
        // An id that is there already, or comes twice, must not be charged to its tenant.
        const charged = state === null ? undefined : await this.#known(named, tx);
        const ranks = rows.map((task) => {
          if (charged?.has(task.id)) return 0;
          charged?.add(task.id);
          return checkedRank(policy, task, now, state);
        });
        return { now, ranks };
      },
      async ({ ranks, now }, params, change) => {
        const values = [...params, ...columns, ranks, delays, this.#maxAttempts, now];
        const text = statements.addTasks(change);
        const [result] = await this.#query<{ known: number; ids: string[] }>(text, values, tx);
        return result!.known > 0 ? new Set(result!.ids) : undefined;
      },
      { sql: tx },
    );
    return rows.map(({ id }) => ({ id, added: added.delete(id) }));
  }

  async claim(limit: number): Promise<Claim<T>[]> {
    checkWhole("limit", limit);
    await this.#sweep();
    const { policy, name } = this.#queue;
    const inTurn = this.#keyLimit < Infinity || (policy.onDispatch !== undefined && policy.init() !== null);
    const rows = inTurn
      ? await this.#claimInTurn(limit)
      : await this.#query<TaskRow>(statements.claimTasks, [name, policy.name, limit, null, this.leaseMs]);
    rows.sort((a, b) => a.rank - b.rank || Number(a.sequence) - Number(b.sequence));
    return rows.map((row) => claimOf<T>(row));
  }

  extend(claims: readonly Claim<T>[]): Promise<string[]> {
    return this.#ids(statements.extendClaims, [...tokens(claims), this.leaseMs]);
  }

  async settle(given: readonly Settlement<T>[]): Promise<{ id: string; state: TaskState | "lost" }[]> {
    if (given.length === 0) return [];
    const settlements = given.map(storable);
    const columns = [
      ...tokens(settlements.map(({ claim }) => claim)),
      settlements.map(({ status }) => status === "completed"),
      settlements.map((s) => (s.status === "completed" && s.value !== undefined ? JSON.stringify(s.value) : null)),
      settlements.map((s) => (s.status === "failed" ? JSON.stringify([failureOf(s, this.#queue.now())]) : null)),
      settlements.map((s) => (s.status === "failed" ? (s.delayMs ?? null) : null)),
      settlements.map(({ runMs }) => runMs),
    ];
    const states = await this.#queue.change(
      (policy, state, now) => {
        for (const { claim, status: ended, runMs, ...rest } of settlements) {
          const status = "delayMs" in rest ? "retrying" : ended;
          policy.onSettle?.(claim.task, { status, runMs }, now, state);
        }
      },
      async (_, params, change) => {
        const text = statements.settleClaims(change);
        const [result] = await this.#query<{ known: number; states: string }>(text, [...params, ...columns]);
        return result!.known > 0
          ? new Map(Object.entries(JSON.parse(result!.states) as Record<string, TaskState>))
          : undefined;
      },
      { blind: this.#queue.policy.onSettle === undefined },
    );
    return settlements.map(({ claim: { id } }) => ({ id, state: states.get(id) ?? "lost" }));
  }

  release(claims: readonly Claim<T>[]): Promise<string[]> {
    return this.#ids(statements.releaseClaims, tokens(claims));
  }

  cancel(ids: readonly string[]): Promise<string[]> {
    return this.#ids(statements.cancelTasks, [ids]);
  }

  redrive(ids: readonly string[]): Promise<string[]> {
    return this.#ids(statements.redriveTasks, [ids]);
  }

  async counts(): Promise<Record<TaskState, number>> {
    const counts = { waiting: 0, delayed: 0, running: 0, completed: 0, failed: 0, dead: 0, cancelled: 0 };
    const rows = await this.#query<{ state: TaskState; count: number }>(statements.countStates, [this.#queue.name]);
    for (const { state, count } of rows) counts[state] = count;
    return counts;
  }

  async list(options: { state: TaskState; limit?: number; after?: string }): Promise<StoredTask<T>[]> {
    const { state, limit = 100, after = null } = options;
    const rows = await this.#query<ListedRow>(statements.listTasks, [this.#queue.name, state, after, limit]);
    return rows.map((row) => storedOf<T>(row));
  }

  async setPolicy(policy: Policy, { tx }: { tx?: Sql } = {}): Promise<void> {
    const { name } = this.#queue;
    const run = async (session: Sql): Promise<void> => {
      await session.query(statements.createQueueRow, [name, policy.name, JSON.stringify(policy.init())]);
      // Behind this lock no task is added and none is claimed in turn, so what is read next is all that there is.
      await session.query(statements.lockQueue, [name]);
      const { rows } = await session.query(statements.readUnfinished, [name]);
      const tasks = rows as { id: string; task: string; arrived_ms: number }[];
      const state = policy.init();
      const ranks = tasks.map(({ task, arrived_ms }) => checkedRank(policy, JSON.parse(task), arrived_ms, state));
      const ids = tasks.map(({ id }) => id);
      await session.query(statements.rerankTasks, [name, policy.name, JSON.stringify(state), ids, ranks]);
    };
    await (tx ? run(tx) : inTransaction(this.#sql, run));
    this.#queue.adopt(policy);
  }

  async prune({ olderThanMs }: { olderThanMs: number }): Promise<number> {
    checkFinite("olderThanMs", olderThanMs);
    return (await this.#ids(statements.pruneTasks, [olderThanMs])).length;
  }

  /** Which of these ids there are. */
  async #known(ids: readonly string[], sql: Sql): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const rows = await this.#query<{ id: string }>(statements.readKnown, [this.#queue.name, ids], sql);
    return new Set(rows.map(({ id }) => id));
  }

  /** Claims by a policy that counts what it dispatches, or under a limit of keys: choose, then claim what was chosen. */
  async #claimInTurn(limit: number): Promise<TaskRow[]> {
    const { name } = this.#queue;
    const limited = this.#keyLimit < Infinity;
    // Whoever shares this store waits for the turn here, where nobody computes in vain.
    const before = this.#turn;
    let end = (): void => {};
    this.#turn = new Promise((resolve) => {
      end = resolve;
    });
    await before;
    let tries = 0;
    try {
      return await this.#queue.change(
        async (policy, state, now, first) => {
          const chosen = limited
            ? await chooseByKey(this.#sql, name, limit, this.#keyLimit)
            : (JSON.parse(first ?? "[]") as Chosen[]);
          for (const [, rank, task] of chosen) policy.onDispatch?.(task, Number(rank), now, state);
          return chosen.map(([id]) => id);
        },
        async (ids, params) => {
          if (ids.length === 0) return [];
          const rows = await this.#query<TaskRow>(statements.claimChosen, [...params, this.leaseMs, ids]);
          // Nothing, when another worker was faster; after some tries that is the answer.
          return rows.length > 0 || ++tries === 20 ? rows : undefined;
        },
        { inTurn: true, first: limited ? 0 : limit },
      );
    } finally {
      end();
    }
  }

  async #sweep(): Promise<void> {
    const now = this.#local();
    if (now - this.#sweptAt < this.#sweepMs) return;
    this.#sweptAt = now;
    await this.#queue.read();
    await this.#query(statements.sweep, [this.#queue.name]);
  }

  // A caller's transaction is the caller's to repeat; a statement on its own can be sent again.
  async #query<R>(text: string, params: unknown[], sql: Sql = this.#sql): Promise<R[]> {
    return sql === this.#sql ? queryAgain<R>(sql, text, params) : ((await sql.query(text, params)).rows as R[]);
  }

  async #ids(text: string, params: unknown[]): Promise<string[]> {
    const rows = await this.#query<{ id: string }>(text, [this.#queue.name, ...params]);
    return rows.map(({ id }) => id);
  }
}

function tokens<T>(claims: readonly Claim<T>[]): [string[], string[]] {
  return [claims.map(({ id }) => id), claims.map(({ token }) => token)];
}

function failureOf<T>(settlement: Settlement<T> & { status: "failed" }, now: number): unknown {
  const { claim, runMs, error } = settlement;
  return { attempt: claim.attempt, at: Math.floor(now), runMs, error: describeError(error) };
}

function checkedRank(policy: Policy, task: RankedTask, now: number, state: unknown): number {
  const rank = policy.onEnqueue(task, now, state);
  check(rank >= -Infinity, "rank", `a number from ${policy.name}`, rank);
  return rank;
}
