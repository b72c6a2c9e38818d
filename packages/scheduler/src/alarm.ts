import type { Timers } from "@groundwork/retry";

/** One timer for the earliest thing to come, and none when nothing is. */
export class Alarm {
  readonly #timers: Timers;
  readonly #now: () => number;
  readonly #ring: () => void;
  #set: { at: number; timer: unknown } | undefined;

  constructor(timers: Timers, now: () => number, ring: () => void) {
    this.#timers = timers;
    this.#now = now;
    this.#ring = ring;
  }

  /** Rings at `at` at the latest, or not at all. It may ring earlier: whoever is woken looks at the clock. */
  set(at: number | undefined): void {
    if (this.#set !== undefined && (at === undefined || at < this.#set.at)) {
      this.#timers.clearTimeout(this.#set.timer);
      this.#set = undefined;
    }
    if (at === undefined || this.#set !== undefined) return;
    const ring = (): void => {
      this.#set = undefined;
      this.#ring();
    };
    this.#set = { at, timer: this.#timers.setTimeout(ring, Math.max(0, at - this.#now())) };
  }
}
