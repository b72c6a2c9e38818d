import { checkPositive, checkWhole } from "./check.ts";
import type { Entry } from "./entry.ts";
import type { Policy } from "./policy.ts";
import { createQueue, type Queue, type QueueOptions } from "./queue.ts";
import {
  type Claim,
  describeError,
  type FailedAttempt,
  type Settlement,
  type Store,
  type StoredTask,
  storable,
  type TaskState,
} from "./store.ts";
import type { Task } from "./task.ts";

/** Options of {@link createMemoryStore}. */
export interface MemoryStoreOptions extends QueueOptions {
  /** How often a task is tried at most, the first attempt and those of lost workers included. Default 5. */
  maxAttempts?: number;
  /** How long a claim is held without being extended. Default 5,000. */
  leaseMs?: number;
}

interface Row<T> {
  entry: Entry<T>;
  state: TaskState;
  attempts: number;
  redrives: number;
  fence: number;
  leaseUntil: number;
  value?: unknown;
  history: FailedAttempt[];
}

/**
 * A {@link Store} in memory: for tests, and for programs that may later need a database. It outlives its workers, not its
 * process.
 *
 * @throws RangeError when a number is out of range.
 * @example
 * const store = createMemoryStore<string>({ policy: fifo() });
 * await store.add([{ data: "hello", id: "a" }]);
 * const [claim] = await store.claim(1);
 * claim.task.data; // => "hello"
 * await store.settle([{ claim, status: "completed", runMs: 3 }]); // => [{ id: "a", state: "completed" }]
 */
export function createMemoryStore<T = unknown>(options: MemoryStoreOptions): Store<T> {
  return new MemoryStore<T>(options);
}

class MemoryStore<T> implements Store<T> {
  readonly leaseMs: number;
  readonly #queue: Queue<T>;
  readonly #maxAttempts: number;
  readonly #rows = new Map<string, Row<T>>();
  readonly #running = new Set<Row<T>>();
  #made = 0;

  constructor(options: MemoryStoreOptions) {
    const { maxAttempts = 5, leaseMs = 5_000 } = options;
    checkWhole("maxAttempts", maxAttempts);
    checkPositive("leaseMs", leaseMs);
    this.#queue = createQueue<T>(options);
    this.#maxAttempts = maxAttempts;
    this.leaseMs = leaseMs;
  }

  async add(tasks: readonly Task<T>[], { tx }: { tx?: unknown } = {}): Promise<{ id: string; added: boolean }[]> {
    if (tx !== undefined) throw new TypeError("Expected no `tx`: memory has no transactions to take part in.");
    const made: Row<T>[] = [];
    try {
      return tasks.map((task) => {
        const id = task.id ?? `task-${++this.#made}`;
        if (this.#rows.has(id)) return { id, added: false };
        const entry = this.#queue.enqueue({ ...task, id });
        const row: Row<T> = { entry, state: "waiting", attempts: 0, redrives: 0, fence: 0, leaseUntil: 0, history: [] };
        this.#rows.set(id, row);
        made.push(row);
        return { id, added: true };
      });
    } catch (error) {
      // All or nothing, as in a database.
      for (const { entry } of made) {
        this.#queue.cancel(entry);
        this.#rows.delete(entry.id);
      }
      throw error;
    }
  }

  async claim(limit: number): Promise<Claim<T>[]> {
    checkWhole("limit", limit);
    const now = this.#queue.now();
    for (const row of this.#running) if (row.leaseUntil <= now) this.#lapse(row);
    const claims: Claim<T>[] = [];
    while (claims.length < limit) {
      const entry = this.#queue.dequeue();
      if (entry === undefined) break;
      const row = this.#rows.get(entry.id)!;
      row.state = "running";
      row.attempts++;
      row.fence++;
      row.leaseUntil = now + this.leaseMs;
      this.#running.add(row);
      const { id, task, rank } = entry;
      claims.push({ id, task, attempt: row.attempts, rank, token: String(row.fence) });
    }
    return claims;
  }

  async extend(claims: readonly Claim<T>[]): Promise<string[]> {
    const held = this.#held(claims);
    for (const row of held) row.leaseUntil = this.#queue.now() + this.leaseMs;
    return held.map(({ entry }) => entry.id);
  }

  async settle(settlements: readonly Settlement<T>[]): Promise<{ id: string; state: TaskState | "lost" }[]> {
    return settlements.map(storable).map((settlement) => {
      const { id } = settlement.claim;
      const [row] = this.#held([settlement.claim]);
      if (row === undefined) return { id, state: "lost" };
      if (settlement.status === "completed") {
        row.value = settlement.value;
        this.#end(row, "completed", settlement.runMs);
      } else this.#fail(row, settlement.error, settlement.runMs, settlement.delayMs);
      return { id, state: this.#stateOf(row) };
    });
  }

  async release(claims: readonly Claim<T>[]): Promise<string[]> {
    return this.#held(claims).map((row) => {
      row.attempts--;
      this.#putBack(row);
      return row.entry.id;
    });
  }

  async cancel(ids: readonly string[]): Promise<string[]> {
    return ids.filter((id) => {
      const row = this.#rows.get(id);
      if (row?.state === "running") this.#end(row, "cancelled", 0);
      else if (row === undefined || !this.#queue.cancel(row.entry)) return false;
      row.state = "cancelled";
      return true;
    });
  }

  async counts(): Promise<Record<TaskState, number>> {
    const counts = { waiting: 0, delayed: 0, running: 0, completed: 0, failed: 0, dead: 0, cancelled: 0 };
    for (const row of this.#rows.values()) counts[this.#stateOf(row)]++;
    return counts;
  }

  async list(options: { state: TaskState; limit?: number; after?: string }): Promise<StoredTask<T>[]> {
    const { state, limit = 100, after } = options;
    const rows = [...this.#rows.values()];
    const from = after === undefined ? 0 : rows.findIndex(({ entry }) => entry.id === after) + 1;
    const listed = rows.slice(from).filter((row) => this.#stateOf(row) === state);
    return listed.slice(0, limit).map(({ entry, attempts, redrives, value, history }) => {
      const { id, task, rank } = entry;
      return {
        id,
        state,
        task,
        rank,
        attempts,
        redrives,
        ...(value !== undefined && { value }),
        history: [...history],
      };
    });
  }

  async redrive(ids: readonly string[]): Promise<string[]> {
    return ids.filter((id) => {
      const row = this.#rows.get(id);
      if (row?.state !== "failed" && row?.state !== "dead") return false;
      row.attempts = 0;
      row.redrives++;
      row.entry.state = "retrying";
      this.#putBack(row);
      return true;
    });
  }

  async setPolicy(policy: Policy): Promise<void> {
    this.#queue.setPolicy(policy);
  }

  #held(claims: readonly Claim<T>[]): Row<T>[] {
    const rows = claims.map(({ id, token }) => {
      const row = this.#rows.get(id);
      return row?.state === "running" && String(row.fence) === token ? row : undefined;
    });
    return rows.filter((row) => row !== undefined);
  }

  #stateOf({ state, entry }: Row<T>): TaskState {
    return state === "waiting" && entry.readyAt > this.#queue.now() ? "delayed" : state;
  }

  #fail(row: Row<T>, error: unknown, runMs: number, delayMs: number | undefined): void {
    const { attempts: attempt, history } = row;
    const at = Math.floor(this.#queue.now());
    history.push({ attempt, at, runMs, error: describeError(error) });
    if (delayMs === undefined) this.#end(row, "failed", runMs);
    else if (attempt >= this.#maxAttempts) this.#end(row, this.#maxAttempts === 1 ? "failed" : "dead", runMs);
    else {
      this.#queue.settle(row.entry, { status: "retrying", runMs });
      try {
        this.#putBack(row, delayMs);
      } catch (refusal) {
        // By a policy that came while it ran.
        history.push({ attempt, at, runMs: 0, error: describeError(refusal) });
        this.#end(row, "failed", runMs);
      }
    }
  }

  #lapse(row: Row<T>): void {
    this.#fail(row, { name: "LeaseLost", code: "LEASE_LOST", message: "The worker did not renew its lease." }, 0, 0);
  }

  #end(row: Row<T>, status: "completed" | "failed" | "dead" | "cancelled", runMs: number): void {
    this.#queue.settle(row.entry, { status, runMs });
    row.state = status;
    row.fence++;
    this.#running.delete(row);
  }

  #putBack(row: Row<T>, delayMs = 0): void {
    this.#queue.requeue(row.entry, { delayMs });
    row.state = "waiting";
    this.#running.delete(row);
  }
}
