import type { Timers } from "@groundwork/retry";

/** The parts of the platform that read the time; declared here so that the types need neither lib.dom nor @types/node. */
interface Platform extends Timers {
  performance?: { now(): number; timeOrigin?: number };
}

/**
 * A clock that starts at the time of day and goes steadily from there: setting the system's clock does not move it.
 * Without `performance`, `Date.now`.
 */
export function steadyClock(): () => number {
  const { performance } = globalThis as unknown as Platform;
  if (performance?.timeOrigin === undefined) return Date.now;
  const origin = performance.timeOrigin;
  return () => origin + performance.now();
}

/** The platform's timers, looked up when they are needed. A delay longer than they can hold ends early: check the clock. */
export function platformTimers(): Timers {
  const platform = globalThis as unknown as Platform;
  return {
    setTimeout: (callback, delayMs) => platform.setTimeout(callback, Math.min(Math.ceil(delayMs), 2_147_483_647)),
    clearTimeout: (timer) => platform.clearTimeout(timer),
  };
}
