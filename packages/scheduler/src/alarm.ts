import type { Timers } from "@groundwork/retry";

/**
 * One timer for the earliest thing to come, and none when nothing is. The function that it gives sets the moment; it may
 * ring earlier: whoever is woken looks at the clock.
 */
export function createAlarm(timers: Timers, now: () => number, ring: () => void): (at: number | undefined) => void {
  let setFor: number | undefined;
  let timer: unknown;
  return (at) => {
    if (setFor !== undefined && (at === undefined || at < setFor)) {
      timers.clearTimeout(timer);
      setFor = undefined;
    }
    if (at === undefined || setFor !== undefined) return;
    setFor = at;
    timer = timers.setTimeout(
      () => {
        setFor = undefined;
        ring();
      },
      Math.max(0, at - now()),
    );
  };
}
