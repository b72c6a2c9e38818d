import { AttemptTimeout, fullJitter, type Timers } from "@groundwork/retry";
import { checkPositive, checkWhole } from "./check.ts";
import { platformTimers, steadyClock } from "./clock.ts";
import { PoolClosed } from "./errors.ts";
import { type Controller, newController } from "./job.ts";
import { nextDelay, type TaskRetry } from "./next-delay.ts";
import { type Claim, LeaseLost, type Settlement, type Store } from "./store.ts";
import { surface } from "./surface.ts";
import type { Worker, WorkerEvent, WorkerOptions, WorkerReport } from "./worker.ts";

/** A claim in hand, from the moment it is started until the store has recorded how it ended. */
interface Held<T> {
  claim: Claim<T>;
  startedAt: number;
  /** Until when the lease surely lasts, by the clock here. */
  leaseUntil: number;
  controller: Controller;
  /** Set when the attempt's outcome no longer depends on the handler. */
  aborted: unknown;
  settlement: Settlement<T> | undefined;
}

/** What {@link createWorker} makes: one loop that records what ended, then claims what there is room for. */
export class StoreWorker<T, R> implements Worker {
  readonly #store: Store<T>;
  readonly #options: WorkerOptions<T, R>;
  readonly #retry: TaskRetry;
  readonly #timers: Timers;
  readonly #now: () => number;
  readonly #concurrency: number;
  readonly #pollMs: number;
  readonly #held = new Set<Held<T>>();
  readonly #loop: Promise<void>;
  #closing: { since: number; released: string[] } | undefined;
  #wakeUp: (() => void) | undefined;
  #woken = false;
  #heartbeat: unknown;
  #troubles = 0;
  #expired = false;
  #expiry: Promise<unknown> | undefined;

  constructor(options: WorkerOptions<T, R>) {
    const {
      concurrency = 10,
      timeoutMs,
      pollMs = 200,
      retry,
      clock = steadyClock(),
      timers = platformTimers(),
    } = options;
    checkWhole("concurrency", concurrency);
    if (timeoutMs !== undefined) checkPositive("timeoutMs", timeoutMs);
    checkPositive("pollMs", pollMs);
    this.#store = options.store;
    this.#options = options;
    // The store counts the attempts.
    this.#retry = { backoff: fullJitter, ...retry, maxAttempts: Infinity };
    this.#timers = timers;
    this.#now = clock;
    this.#concurrency = concurrency;
    this.#pollMs = pollMs;
    this.#loop = this.#run();
  }

  get running(): number {
    return [...this.#held].filter(({ settlement }) => settlement === undefined).length;
  }

  wake(): void {
    this.#woken = true;
    this.#wakeUp?.();
  }

  async close({ graceMs = 10_000 }: { graceMs?: number } = {}): Promise<WorkerReport> {
    if (!(graceMs >= 0)) throw new RangeError(`Expected \`graceMs\` to be a number ≥ 0, got ${graceMs}.`);
    this.#closing ??= { since: this.#now(), released: [] };
    const closing = this.#closing;
    this.wake();
    const expire = (): void => {
      this.#expiry = Promise.all([this.#expiry, this.#expire()]);
    };
    const timer = this.#timers.setTimeout(expire, graceMs);
    await this.#loop;
    this.#timers.clearTimeout(timer);
    // A handler that ends at once when it is aborted ends the loop before its lease is handed back.
    await this.#expiry;
    return { released: closing.released, elapsedMs: this.#now() - closing.since };
  }

  async #run(): Promise<void> {
    for (;;) {
      this.#woken = false;
      let more = false;
      try {
        await this.#settle();
        more = await this.#claim();
        this.#troubles = 0;
      } catch (error) {
        this.#troubles++;
        this.#emit({ type: "error", at: this.#now(), error });
      }
      // A store that cannot be reached when the grace is over has had its time: those leases will run out.
      if (this.#closing && (this.#held.size === 0 || (this.#expired && this.#troubles > 0))) break;
      if (!more && !this.#woken) await this.#sleep();
    }
    this.#held.clear();
    this.#timers.clearTimeout(this.#heartbeat);
  }

  /** Records what has ended; in the order in which it was claimed. */
  async #settle(): Promise<void> {
    const ended = [...this.#held].filter(({ settlement }) => settlement !== undefined);
    if (ended.length === 0) return;
    const results = await this.#store.settle(ended.map(({ settlement }) => settlement!));
    const at = this.#now();
    for (const [i, { state }] of results.entries()) {
      const item = ended[i]!;
      this.#held.delete(item);
      const { claim, runMs, ...rest } = item.settlement!;
      const told = "error" in rest ? { error: rest.error } : {};
      this.#emit({ type: "settled", id: claim.id, at, attempt: claim.attempt, state, runMs, ...told });
    }
  }

  /** Claims as many tasks as can begin; says whether there may be more to do at once. */
  async #claim(): Promise<boolean> {
    const free = this.#concurrency - this.#held.size;
    if (free <= 0 || this.#closing) return false;
    const sentAt = this.#now();
    const claims = await this.#store.claim(free);
    // Closed while the claim was on its way: nothing has begun.
    if (this.#closing) await this.#store.release(claims);
    else for (const claim of claims) this.#begin(claim, sentAt);
    return claims.length === free && claims.length < this.#concurrency;
  }

  #begin(claim: Claim<T>, sentAt: number): void {
    const startedAt = this.#now();
    const leaseUntil = sentAt + this.#store.leaseMs;
    const item: Held<T> = {
      claim,
      startedAt,
      leaseUntil,
      controller: newController(),
      aborted: undefined,
      settlement: undefined,
    };
    this.#held.add(item);
    this.#heartbeat ??= this.#timers.setTimeout(() => void this.#beat(), this.#store.leaseMs / 3);
    this.#emit({ type: "started", id: claim.id, at: startedAt, attempt: claim.attempt });
    void this.#handle(item);
  }

  async #handle(item: Held<T>): Promise<void> {
    const { claim, controller } = item;
    const { run, timeoutMs } = this.#options;
    const { id, attempt } = claim;
    const timer =
      timeoutMs === undefined
        ? undefined
        : this.#timers.setTimeout(() => this.#abort(item, new AttemptTimeout(timeoutMs)), timeoutMs);
    if (attempt === 1) this.#retry.budget?.deposit();
    let settlement: Settlement<T>;
    try {
      const value = await run(claim.task.data, { id, attempt, signal: controller.signal });
      if (item.aborted !== undefined) throw item.aborted;
      settlement = { claim, status: "completed", value, runMs: this.#ranFor(item) };
    } catch (thrown) {
      const verdict = await nextDelay(this.#retry, item.aborted ?? thrown, attempt, undefined);
      const runMs = this.#ranFor(item);
      settlement =
        "error" in verdict
          ? { claim, status: "failed", error: verdict.error, runMs }
          : { claim, status: "failed", error: item.aborted ?? thrown, runMs, delayMs: verdict.delayMs };
    }
    if (timer !== undefined) this.#timers.clearTimeout(timer);
    item.settlement = settlement;
    this.wake();
  }

  /** No less than nothing, whatever the clock did. */
  #ranFor({ startedAt }: Held<T>): number {
    return Math.max(0, this.#now() - startedAt);
  }

  #abort(item: Held<T>, reason: unknown): void {
    if (item.aborted !== undefined || item.settlement !== undefined) return;
    item.aborted = reason;
    item.controller.abort(reason);
  }

  /** Renews the leases; aborts what is no longer held, or cannot be known to be. */
  async #beat(): Promise<void> {
    const items = [...this.#held];
    const sentAt = this.#now();
    try {
      const held = new Set(items.length > 0 ? await this.#store.extend(items.map(({ claim }) => claim)) : []);
      // A task that was lost may have come back here while its first handler still runs: the last claim is the one held.
      const latest = new Map(items.map((item) => [item.claim.id, item]));
      for (const item of items) {
        if (held.has(item.claim.id) && latest.get(item.claim.id) === item)
          item.leaseUntil = sentAt + this.#store.leaseMs;
        else this.#abort(item, new LeaseLost(item.claim.id));
      }
    } catch (error) {
      this.#emit({ type: "error", at: this.#now(), error });
    }
    for (const item of items) if (item.leaseUntil <= this.#now()) this.#abort(item, new LeaseLost(item.claim.id));
    const again = this.#held.size > 0 ? this.#store.leaseMs / 3 : undefined;
    this.#heartbeat = again === undefined ? undefined : this.#timers.setTimeout(() => void this.#beat(), again);
  }

  /** The grace is over: aborts and hands back what still runs. */
  async #expire(): Promise<void> {
    this.#expired = true;
    const left = [...this.#held].filter(({ settlement }) => settlement === undefined);
    for (const item of left) {
      this.#held.delete(item);
      this.#abort(item, new PoolClosed());
    }
    try {
      const claims = left.map(({ claim }) => claim);
      this.#closing!.released.push(...(claims.length > 0 ? await this.#store.release(claims) : []));
    } catch (error) {
      this.#emit({ type: "error", at: this.#now(), error });
    }
    this.wake();
  }

  /** Until woken, or until the next look; longer while the store is in trouble. */
  #sleep(): Promise<void> {
    const idle = this.#troubles === 0 && (this.#closing !== undefined || this.#held.size >= this.#concurrency);
    const waitMs = this.#pollMs * Math.min(10, 2 ** this.#troubles);
    return new Promise((resolve) => {
      const timer = idle ? undefined : this.#timers.setTimeout(() => this.wake(), waitMs);
      this.#wakeUp = () => {
        if (timer !== undefined) this.#timers.clearTimeout(timer);
        this.#wakeUp = undefined;
        resolve();
      };
    });
  }

  #emit(event: WorkerEvent): void {
    try {
      this.#options.onEvent?.(event);
    } catch (error) {
      surface(error);
    }
  }
}
