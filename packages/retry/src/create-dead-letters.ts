import type { DeadLetter, DeadLetterStore, Failure, Refusal } from "./dead-letter-store.ts";
import type { AbortSignalLike, Platform, Timers } from "./platform.ts";
import { randomToken } from "./random-token.ts";

/** Options of {@link createDeadLetters}. */
export interface DeadLettersOptions {
  /** How often one letter may be redriven in all. Default 3. */
  maxRedrives?: number;
  /** How long a delivery may take before its letter counts as dropped and may be claimed again. Default 60,000. */
  leaseMs?: number;
  /** The clock that stamps the history. Default `Date.now`. */
  now?: () => number;
  /** Default: those of the platform. */
  timers?: Timers;
  /** A source of numbers in [0, 1), for claim tokens. Default `Math.random`. */
  random?: () => number;
}

/** What is given up. */
export interface DeadLetterInput {
  id: string;
  source: string;
  payload: unknown;
  trace?: unknown;
  /** The failed attempts: those that `onFailure` of {@link retry} was told of will do. */
  history?: Iterable<{ attempt: number; error: unknown; at?: number }>;
}

/** How a redrive ended: delivered, delivered in vain, or not begun and why. */
export type Redrive =
  | { readonly status: "redriven"; readonly letter: DeadLetter }
  | { readonly status: "failed"; readonly letter: DeadLetter; readonly error: unknown }
  | { readonly status: Exclude<Refusal, "redriven"> | "already" };

/** Options of {@link DeadLetters.redriveAll}. */
export interface RedriveAllOptions {
  /** Only letters of this source. Default: all. */
  source?: string;
  /** Deliveries begun a second, at most. Default 10. */
  perSecond?: number;
  /** Deliveries in all, at most. Default 1,000. */
  limit?: number;
  /** Stops between two deliveries. */
  signal?: AbortSignalLike;
}

/** Letters of failed work, to look at and to try again. `Tx` is what the store takes as a transaction. */
export interface DeadLetters<Tx = unknown> {
  /** Keeps a letter. A letter that died before under this id keeps its history and its count of redrives. */
  add(letter: DeadLetterInput, options?: { tx?: Tx }): Promise<DeadLetter>;
  get(id: string): Promise<DeadLetter | undefined>;
  /** One page in order of first arrival; the next begins `after` the last `position`. At most 100 unless told. */
  list(query?: { source?: string; state?: DeadLetter["state"]; after?: number; limit?: number }): Promise<DeadLetter[]>;
  /** Delivers one letter. Of many redrives of one letter at once, exactly one delivers it; the others are `busy`. */
  redrive(id: string, deliver: (letter: DeadLetter) => unknown): Promise<Redrive>;
  /** Delivers what is dead, oldest first, each letter at most once, no faster than `perSecond`. */
  redriveAll(
    deliver: (letter: DeadLetter) => unknown,
    options?: RedriveAllOptions,
  ): Promise<{ redriven: number; failed: number; skipped: number }>;
  /** Forgets a letter; `false` when there was none. */
  discard(id: string): Promise<boolean>;
}

/**
 * Keeps what was given up, with the history of its attempts, and gives it another chance in a bounded way: a letter is
 * redriven at most `maxRedrives` times, by one caller at a time, and a caller that dies in the middle holds it no longer
 * than `leaseMs`. A redriven letter stays on record, so that its history goes on if it comes back.
 *
 * Delivery is at least once: a caller that dies after delivering and before saying so leaves the letter dead. Deliver
 * under the letter's `id`, so that the receiver can tell.
 *
 * @throws RangeError for options out of range.
 * @example
 * const letters = createDeadLetters(memoryDeadLetters());
 * await letters.add({ id: "mail-7", source: "mail", payload: { to: "ada" }, history: [{ attempt: 1, error: new Error("refused") }] });
 * const sent = [];
 * const { status } = await letters.redrive("mail-7", (letter) => sent.push(letter.payload));
 * status; // => "redriven"
 * sent; // => [{ to: "ada" }]
 */
export function createDeadLetters<Tx>(store: DeadLetterStore<Tx>, options: DeadLettersOptions = {}): DeadLetters<Tx> {
  const { maxRedrives = 3, leaseMs = 60_000, now = Date.now, random = Math.random } = options;
  const { timers = globalThis as unknown as Platform } = options;
  checkCount("maxRedrives", maxRedrives, 0);
  checkCount("leaseMs", leaseMs, 1);

  async function redrive(id: string, deliver: (letter: DeadLetter) => unknown): Promise<Redrive> {
    const token = randomToken(random);
    const letter = await store.claim(id, token, leaseMs, maxRedrives);
    if (typeof letter === "string") return { status: letter === "redriven" ? "already" : letter };
    try {
      await deliver(letter);
    } catch (error) {
      await store.settle(id, token, failureOf(error, letter.history.length + 1, now()));
      return { status: "failed", letter, error };
    }
    await store.settle(id, token, undefined);
    return { status: "redriven", letter };
  }

  /** Until then, or until aborted. */
  async function rest(ms: number, signal: AbortSignalLike | undefined): Promise<void> {
    let timer: unknown;
    let wake = (): void => {};
    await new Promise<void>((resolve) => {
      wake = resolve;
      if (signal?.aborted) return resolve();
      timer = timers.setTimeout(resolve, Math.min(ms, 2 ** 31 - 1));
      signal?.addEventListener("abort", wake);
    });
    timers.clearTimeout(timer);
    signal?.removeEventListener("abort", wake);
  }

  return {
    add({ id, source, payload, trace = null, history = [] }, { tx } = {}) {
      const failures = Array.from(history, ({ attempt, error, at }) => failureOf(error, attempt, at ?? now()));
      return store.put({ id, source, payload: payload ?? null, trace, history: failures }, tx);
    },
    get: (id) => store.get(id),
    list({ source, state, after = 0, limit = 100 } = {}) {
      checkCount("limit", limit, 1);
      return store.list({ source, state, after, limit });
    },
    redrive,
    async redriveAll(deliver, { source, perSecond = 10, limit = 1_000, signal } = {}) {
      if (!(perSecond > 0)) throw new RangeError(`Expected \`perSecond\` to be a number > 0, got ${perSecond}.`);
      checkCount("limit", limit, 1);
      const count = { redriven: 0, failed: 0, skipped: 0 };
      let after = 0;
      for (;;) {
        const page = await store.list({ source, state: "dead", after, limit: 100 });
        if (page.length === 0) return count;
        for (const { id, position } of page) {
          if (signal?.aborted || count.redriven + count.failed >= limit) return count;
          after = position;
          const begunAt = now();
          const { status } = await redrive(id, deliver);
          if (status !== "redriven" && status !== "failed") {
            count.skipped++;
            continue;
          }
          count[status]++;
          if (count.redriven + count.failed >= limit) return count;
          const restMs = 1000 / perSecond - (now() - begunAt);
          if (restMs > 0) await rest(restMs, signal);
        }
      }
    },
    discard: (id) => store.remove(id),
  };
}

function failureOf(error: unknown, attempt: number, at: number): Failure {
  const { name = "Error", message = error, code } = Object(error) as Partial<Failure>;
  const failure = { attempt, at, name: textOf(name), message: textOf(message) };
  if (typeof code === "number") return { ...failure, code };
  return typeof code === "string" ? { ...failure, code: textOf(code) } : failure;
}

// A failure has to be recorded whatever it says: databases refuse U+0000 and half characters, and an object may have no text.
function textOf(value: unknown): string {
  try {
    return String(value).replace(/[\0\p{Surrogate}]/gu, "\uFFFD");
  } catch {
    return typeof value;
  }
}

function checkCount(name: string, value: number, least: number): void {
  if (!(Number.isInteger(value) && value >= least)) {
    throw new RangeError(`Expected \`${name}\` to be an integer ≥ ${least}, got ${value}.`);
  }
}
