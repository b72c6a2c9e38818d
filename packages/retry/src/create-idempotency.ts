import { IdempotencyBusy, IdempotencyConflict, LeaseLost } from "./errors.ts";
import { exponential } from "./exponential.ts";
import { hashRequest } from "./hash-request.ts";
import type { IdempotencyStore } from "./idempotency-store.ts";
import type { AbortSignalLike, Platform, Signal, Timers } from "./platform.ts";
import { randomToken } from "./random-token.ts";

/** Options of {@link createIdempotency}. */
export interface IdempotencyOptions {
  /** How long a result is remembered. Default 24 hours. */
  ttlMs?: number;
  /** How long the key of a process that has died stays taken. Living work renews its lease. Default 10,000. */
  leaseMs?: number;
  /** How long a repeat waits for the first to finish, before {@link IdempotencyBusy}. Default 30,000. */
  waitMs?: number;
  /** What makes two requests the same. Default {@link hashRequest}, SHA-256 of canonical JSON. */
  hash?: (request: unknown) => string | PromiseLike<string>;
  /** The clock that counts `waitMs`. Default `Date.now`. */
  now?: () => number;
  /** Default: those of the platform. */
  timers?: Timers;
  /** A source of numbers in [0, 1). Default `Math.random`. */
  random?: () => number;
}

/** What the work of a key is told. */
export interface IdempotentContext<Tx> {
  /** Aborted with {@link LeaseLost} when the key has become somebody else's. */
  readonly signal: Signal;
  /**
   * Stores the result inside the caller's transaction, so that the effect and the record of it commit together or not at
   * all. Throws {@link LeaseLost} when the key is no longer held: let it roll the transaction back. Return the same value
   * from the work after it.
   */
  complete(value: unknown, tx: Tx): Promise<void>;
}

/** Work by key, done once. `Tx` is what the store takes as a transaction. */
export interface Idempotency<Tx = unknown> {
  /**
   * Runs `work` unless the key has a result; gives the result as JSON carries it, and whether it is a repeat's.
   *
   * Work that throws leaves no record: the error is the caller's, and the next call runs again.
   */
  run<T>(
    key: string,
    request: unknown,
    work: (context: IdempotentContext<Tx>) => T | PromiseLike<T>,
    options?: { signal?: AbortSignalLike },
  ): Promise<{ value: T; replayed: boolean }>;
  /** Deletes what is past its time; gives the number of keys. */
  purge(): Promise<number>;
}

/**
 * Makes repeats of a request harmless. The first call under a key runs; a later one gets the stored result; one that
 * comes while the first is running waits for it; one with another request under the same key is a conflict.
 *
 * A process that dies holds its key for `leaseMs` at most; after that the next repeat runs the work again. So work is done
 * at least once, and its effect exactly once when it is stored by `complete` in the transaction of the effect.
 *
 * @throws IdempotencyConflict, IdempotencyBusy, LeaseLost from `run`; RangeError for options out of range.
 * @example
 * const idempotency = createIdempotency(memoryIdempotency());
 * let charges = 0;
 * const charge = () => ++charges;
 * await idempotency.run("key-1", { amount: 5 }, charge); // => { value: 1, replayed: false }
 * await idempotency.run("key-1", { amount: 5 }, charge); // => { value: 1, replayed: true }
 */
export function createIdempotency<Tx>(store: IdempotencyStore<Tx>, options: IdempotencyOptions = {}): Idempotency<Tx> {
  const { ttlMs = 24 * 60 * 60 * 1000, leaseMs = 10_000, waitMs = 30_000, hash = hashRequest } = options;
  const { now = Date.now, timers = globalThis as unknown as Platform, random = Math.random } = options;
  checkWhole("ttlMs", ttlMs, 1);
  checkWhole("leaseMs", leaseMs, 1);
  checkWhole("waitMs", waitMs, 0);
  const backoff = exponential({ baseMs: 10, maxMs: 500, jitter: "equal", random });
  const sleep = (ms: number) => new Promise<void>((resolve) => void timers.setTimeout(resolve, ms));

  async function hold<T>(key: string, token: string, work: (context: IdempotentContext<Tx>) => T | PromiseLike<T>) {
    const controller = new (globalThis as unknown as Platform).AbortController();
    let finished = false;
    let completed = false;
    let heldUntil = now() + leaseMs;
    let timer: unknown;
    const renewLater = () => {
      timer = timers.setTimeout(
        async () => {
          // A store that cannot be reached just now may be reached before the lease passes.
          const askedAt = now();
          const held = await store.renew(key, token, leaseMs).catch(() => undefined);
          if (finished || completed) return;
          if (held) heldUntil = askedAt + leaseMs;
          if (held || (held === undefined && now() < heldUntil)) renewLater();
          else controller.abort(new LeaseLost(key));
        },
        Math.min(leaseMs / 3, 2 ** 31 - 1),
      );
    };
    renewLater();
    const complete = async (value: unknown, tx?: Tx) => {
      if (!(await store.complete(key, token, toText(value), ttlMs, tx))) throw new LeaseLost(key);
      completed = true;
    };
    try {
      const value = await work({ signal: controller.signal, complete });
      if (!completed) await complete(value);
      return fromText(toText(value)) as T;
    } catch (error) {
      // A key completed in a transaction that was rolled back is still held, so it is given back here too.
      await store.release(key, token).catch(() => {});
      throw error;
    } finally {
      finished = true;
      timers.clearTimeout(timer);
    }
  }

  return {
    async run<T>(
      key: string,
      request: unknown,
      work: (context: IdempotentContext<Tx>) => T | PromiseLike<T>,
      { signal }: { signal?: AbortSignalLike } = {},
    ) {
      if (typeof key !== "string" || key === "") {
        throw new TypeError(`Expected \`key\` to be a string that is not empty, got ${JSON.stringify(key)}.`);
      }
      const digest = await hash(request);
      const token = randomToken(random);
      const deadline = now() + waitMs;
      for (let look = 1; ; look++) {
        signal?.throwIfAborted();
        const begun = await store.begin(key, digest, token, leaseMs, ttlMs);
        if (begun.state === "begun") return { value: await hold(key, token, work), replayed: false };
        if (begun.hash !== digest) throw new IdempotencyConflict(key);
        if (begun.state === "done") return { value: fromText(begun.value) as T, replayed: true };
        if (now() >= deadline) throw new IdempotencyBusy(key, waitMs);
        await sleep(Math.min(backoff(look), Math.max(1, deadline - now())));
      }
    },
    purge: () => store.purge(),
  };
}

/** `undefined` is no JSON, so it is the empty text. */
function toText(value: unknown): string {
  return JSON.stringify(value) ?? "";
}

function fromText(text: string): unknown {
  return text === "" ? undefined : JSON.parse(text);
}

function checkWhole(name: string, value: number, least: number): void {
  if (!(Number.isInteger(value) && value >= least)) {
    throw new RangeError(`Expected \`${name}\` to be an integer ≥ ${least}, got ${value}.`);
  }
}
