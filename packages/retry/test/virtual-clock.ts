import type { Timers } from "@groundwork/retry";

/** A clock that moves only when told, by whole milliseconds, and lets promises settle in between. */
export class VirtualClock implements Timers {
  nowMs = 0;
  readonly #due = new Map<number, Map<object, () => void>>();

  readonly now = (): number => this.nowMs;

  readonly setTimeout = (callback: () => void, delayMs: number): object => {
    const at = this.nowMs + Math.max(1, Math.ceil(delayMs));
    const timer = { at };
    if (!this.#due.has(at)) this.#due.set(at, new Map());
    this.#due.get(at)?.set(timer, callback);
    return timer;
  };

  readonly clearTimeout = (timer: unknown): void => {
    const set = timer as { at: number } | undefined;
    if (set) this.#due.get(set.at)?.delete(set);
  };

  async advance(ms: number): Promise<void> {
    for (const end = this.nowMs + ms; this.nowMs < end; ) {
      this.nowMs++;
      const callbacks = this.#due.get(this.nowMs);
      this.#due.delete(this.nowMs);
      for (const callback of callbacks?.values() ?? []) callback();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
