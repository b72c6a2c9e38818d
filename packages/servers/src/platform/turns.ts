import { Problem } from "./problem.ts";

/** Runs works of one key one after the other, in order of asking; works of different keys side by side. */
export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/**
 * Makes a line in front of a lock that the database holds. Whoever waits here holds no connection, so a busy group
 * leaves the pool to the others; between processes the database's own lock decides.
 *
 * @param maxWaiting - more than so many of one key are refused with 503.
 */
export function createTurns(maxWaiting = 500): InTurn {
  const lines = new Map<string, { tail: Promise<unknown>; length: number }>();
  return async (key, work) => {
    const line = lines.get(key) ?? { tail: Promise.resolve(), length: 0 };
    if (line.length >= maxWaiting) {
      throw new Problem(
        503,
        "busy",
        "Too many changes of this at once; try again shortly.",
        {},
        { "retry-after": "1" },
      );
    }
    lines.set(key, line);
    line.length++;
    const result = line.tail.then(work);
    line.tail = result.catch(() => {});
    try {
      return await result;
    } finally {
      if (--line.length === 0) lines.delete(key);
    }
  };
}
