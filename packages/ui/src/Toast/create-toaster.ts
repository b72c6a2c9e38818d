import type { ReactNode } from "react";
import type { Tone } from "../tone.ts";

export interface ToastOptions {
  title: ReactNode;
  description?: ReactNode;
  tone?: Tone | undefined;
  /** A button; pressing it also dismisses the toast. */
  action?: { label: ReactNode; onClick: () => void } | undefined;
  /** Time until it goes by itself; `Infinity` for never. What the Toaster says unless given; never if it has an action. */
  durationMs?: number | undefined;
  /** Interrupts what is being read; so with `tone: "danger"` unless given. */
  assertive?: boolean | undefined;
}

export interface ToastEntry extends ToastOptions {
  id: string;
}

/** What `createToaster` returns. */
export interface ToasterStore {
  /** Shows a toast, or lets it wait until there is room; returns its id. */
  show: (options: ToastOptions) => string;
  /** Changes what a toast says, and starts its time anew. Nothing happens when it has gone. */
  update: (id: string, options: Partial<ToastOptions>) => void;
  /** Takes away one, or without an id all, also those that wait. */
  dismiss: (id?: string) => void;
  /** All of them, the oldest first; the same array until something changes. */
  list: () => readonly ToastEntry[];
  /** Calls the listener after each change; returns what ends that. */
  subscribe: (listener: () => void) => () => void;
}

/**
 * A queue of toasts, which a `Toaster` shows. Any code may call it, also outside React.
 *
 * @example
 * const toaster = createToaster();
 * const id = toaster.show({ title: "Saving…" });
 * toaster.update(id, { title: "Saved" });
 * toaster.list(); // => [{ title: "Saved", id: "1" }]
 * toaster.dismiss(id);
 * toaster.list(); // => []
 */
export function createToaster(): ToasterStore {
  let entries: readonly ToastEntry[] = [];
  let count = 0;
  const listeners = new Set<() => void>();
  const set = (next: readonly ToastEntry[]) => {
    entries = next;
    for (const listener of listeners) listener();
  };
  return {
    show(options) {
      const id = `${++count}`;
      set([...entries, { ...options, id }]);
      return id;
    },
    update: (id, options) => set(entries.map((entry) => (entry.id === id ? { ...entry, ...options } : entry))),
    dismiss: (id) => set(id === undefined ? [] : entries.filter((entry) => entry.id !== id)),
    list: () => entries,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
