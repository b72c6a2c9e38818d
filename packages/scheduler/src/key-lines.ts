import { checkWhole } from "./check.ts";
import { byRank, type Entry } from "./entry.ts";
import { createOrder, type Order } from "./order.ts";
import type { HeapFactory } from "./policy.ts";

/** How the tasks of one key stand. */
interface KeyLine<T> {
  running: number;
  parked: Order<Entry<T>>;
}

/** A limit on the tasks of one key; see {@link perKey}. */
export type KeyLimit = <T>(compete: (entry: Entry<T>) => void) => KeyLines<T>;

/**
 * How many tasks of one `key` may run at once. Tasks without a key are never limited.
 *
 * @throws RangeError when a limit is not an integer ≥ 1; for a function, when the queue asks it.
 * @example
 * const queue = createQueue({ policy: fifo(), keyLimit: perKey(1) });
 * for (const key of ["a", "a", "b"]) queue.enqueue({ data: null, key });
 * queue.dequeue()?.task.key; // => "a"
 * queue.dequeue()?.task.key; // => "b"
 * queue.dequeue(); // => undefined
 */
export function perKey(limit: number | ((key: string) => number)): KeyLimit {
  if (typeof limit === "number") checkLimit(limit);
  return (compete) => new KeyLines(limit, compete);
}

/**
 * Keeps the tasks of one key to a limit. One that would go over it is parked, out of the way of others; when a place is
 * free, the first of those parked goes back to compete for it at the rank it always had.
 */
export class KeyLines<T> {
  readonly #lines = new Map<string, KeyLine<T>>();
  readonly #limit: number | ((key: string) => number);
  readonly #compete: (entry: Entry<T>) => void;

  constructor(limit: number | ((key: string) => number), compete: (entry: Entry<T>) => void) {
    this.#limit = limit;
    this.#compete = compete;
  }

  /** Takes one of the key's places, or parks the entry. Who has no key needs no place. */
  enter(entry: Entry<T>, heap: HeapFactory | undefined): boolean {
    const { key } = entry.task;
    if (key === undefined) return true;
    let limit: number;
    try {
      limit = typeof this.#limit === "function" ? checkLimit(this.#limit(key)) : this.#limit;
    } catch (error) {
      // Nothing is lost by a limit that cannot be had just now.
      this.#compete(entry);
      throw error;
    }
    let line = this.#lines.get(key);
    if (line === undefined) {
      line = { running: 0, parked: createOrder<Entry<T>>(byRank, heap) };
      this.#lines.set(key, line);
    }
    if (line.running >= limit) {
      line.parked.push(entry);
      return false;
    }
    if (++line.running < limit) this.unpark(key);
    return true;
  }

  leave(key: string | undefined): void {
    const line = key === undefined ? undefined : this.#lines.get(key);
    if (line === undefined) return;
    line.running--;
    this.unpark(key);
  }

  /** Lets the first of the key's parked entries compete; needed too when the one that competes is cancelled. */
  unpark(key: string | undefined): void {
    if (key === undefined) return;
    const line = this.#lines.get(key);
    const next = line?.parked.shift();
    if (next !== undefined) this.#compete(next);
    else if (line?.running === 0) this.#lines.delete(key);
  }

  /** The parked entries; they are taken out when `take` is set. */
  parked(take: boolean): Entry<T>[] {
    const parked: Entry<T>[] = [];
    for (const line of this.#lines.values()) {
      parked.push(...line.parked.items());
      if (take) for (const entry of line.parked.items()) line.parked.drop(entry);
    }
    return parked;
  }
}

function checkLimit(limit: number): number {
  checkWhole("keyLimit", limit);
  return limit;
}
