import { steadyClock } from "./clock.ts";
import type { Policy } from "./policy.ts";
import type { Change } from "./postgres-statements.ts";
import * as statements from "./postgres-statements.ts";
import { pause, queryAgain } from "./sql-session.ts";
import { PolicyMismatch, type Sql } from "./store.ts";

interface QueueRow {
  policy: string;
  state: string;
  version: string;
  now_ms: number;
  /** The first waiting tasks as JSON; null when there are none, or none were asked for. */
  first: string | null;
}

/** How {@link PostgresQueue.change} looks at the row. */
interface Look {
  sql?: Sql;
  /** The row is taken though nothing in it changes, so that no two such changes are computed from the same tasks. */
  inTurn?: boolean;
  /** How many of the first waiting tasks to read in the same statement. */
  first?: number;
  /** The change does not touch the policy's state, whatever the policy: there is no need to look. */
  blind?: boolean;
}

/** The first four parameters of every statement that depends on the policy: queue, policy, its new state, its version. */
export type QueueParams = [queue: string, policy: string, state: string | null, version: string | null];

/** The queue's row: which policy orders it, with what state, and what the database's clock says. */
export class PostgresQueue {
  readonly name: string;
  readonly #sql: Sql;
  readonly #known: Map<string, Policy>;
  readonly #clock: (() => number) | undefined;
  readonly #local: () => number = steadyClock();
  #policy: Policy;
  #aheadMs: number | undefined;

  constructor(sql: Sql, name: string, policy: Policy, known: readonly Policy[], clock: (() => number) | undefined) {
    this.name = name;
    this.#sql = sql;
    this.#policy = policy;
    this.#known = new Map([...known, policy].map((each) => [each.name, each]));
    this.#clock = clock;
  }

  get policy(): Policy {
    return this.#policy;
  }

  adopt(policy: Policy): void {
    this.#known.set(policy.name, policy);
    this.#policy = policy;
  }

  /** The database's clock, as it was at the last look at the row and as much later as has passed here. */
  now(): number {
    return this.#clock ? this.#clock() : this.#local() + (this.#aheadMs ?? 0);
  }

  /** Looks at the row, which is made if need be, and follows a change of policy. */
  async read(sql: Sql = this.#sql, first = 0): Promise<QueueRow> {
    let [row] = await queryAgain<QueueRow>(sql, statements.readQueue, [this.name, first]);
    if (row === undefined) {
      const { name, init } = this.#policy;
      await queryAgain(sql, statements.createQueueRow, [this.name, name, JSON.stringify(init())]);
      [row] = await queryAgain<QueueRow>(sql, statements.readQueue, [this.name, first]);
    }
    const policy = this.#known.get(row!.policy);
    if (policy === undefined) throw new PolicyMismatch(this.name, row!.policy, this.#policy.name);
    this.#policy = policy;
    this.#aheadMs = row!.now_ms - this.#local();
    return row!;
  }

  /**
   * Computes with the policy, then sends a statement that takes effect only if the queue's row still is what was computed
   * from; begins again when it is not. A policy without state needs no look at the row, and shares it with all others.
   */
  async change<P, R>(
    compute: (policy: Policy, state: unknown, now: number, first: string | null) => P | Promise<P>,
    send: (payload: P, params: QueueParams, change: Change) => Promise<R | undefined>,
    { sql = this.#sql, inTurn = false, first = 0, blind = false }: Look = {},
  ): Promise<R> {
    if (this.#aheadMs === undefined) await this.read(sql);
    for (let tries = 1; ; tries++) {
      const looks = inTurn || (!blind && this.#policy.init() !== null);
      const row = looks ? await this.read(sql, first) : undefined;
      const policy = this.#policy;
      const state: unknown = row === undefined ? null : JSON.parse(row.state);
      const payload = await compute(policy, state, this.now(), row?.first ?? null);
      const after = JSON.stringify(state);
      const taken = row !== undefined && (inTurn || after !== row.state);
      const params: QueueParams = [this.name, policy.name, taken ? after : null, taken ? row.version : null];
      const result = await send(payload, params, taken ? "taken" : "shared");
      if (result !== undefined) return result;
      // Someone else changed the row first, so all together got further: this cannot go on for ever.
      if (tries > 1) await pause(tries);
      if (!looks) await this.read(sql);
    }
  }
}
