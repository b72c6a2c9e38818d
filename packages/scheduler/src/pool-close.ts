import type { CloseReport } from "./pool.ts";

/** A pool that is closing: its report so far, and the promise of the whole of it. */
export interface Closing<T> {
  report: CloseReport<T>;
  done: Promise<CloseReport<T>>;
  /** Nothing runs any more, or the grace is over. */
  end: () => void;
}

/** Begins to close. */
export function beginClosing<T>(now: () => number): Closing<T> {
  const since = now();
  const report: CloseReport<T> = { handedBack: [], interrupted: [], elapsedMs: 0 };
  let end = (): void => {};
  const done = new Promise<CloseReport<T>>((resolve) => {
    end = () => resolve({ ...report, elapsedMs: now() - since });
  });
  return { report, done, end };
}
