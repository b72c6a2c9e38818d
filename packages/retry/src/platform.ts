// What the package needs of its platform, written down so that its types stand without lib.dom and @types/node.

/** The parts of an `AbortSignal` that are used here. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** The platform's own `AbortSignal` where its types are loaded, so that it can be handed to `fetch`. */
export type Signal = typeof globalThis extends { AbortSignal: { prototype: infer Native } } ? Native : AbortSignalLike;

/** Timers, for tests under a clock of their own. */
export interface Timers {
  setTimeout(callback: () => void, delayMs: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** What is looked up on `globalThis`, and only when it is needed. */
export interface Platform extends Timers {
  AbortController: new () => { readonly signal: Signal; abort(reason?: unknown): void };
}
