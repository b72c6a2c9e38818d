/** What `stepOf` reads: React's keyboard event, or the browser's own. */
interface Key {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  currentTarget: EventTarget | null;
}

/**
 * Where a key leads in a list: 1 forward, -1 back, Infinity and -Infinity to its ends, 0 nowhere.
 *
 * Home and End, and the arrows along `orientation` (both pairs without one); left and right change places where
 * `currentTarget` runs right to left. With Control, Alt or Meta held a key is the browser's.
 */
export function stepOf(
  { key, altKey, ctrlKey, metaKey, currentTarget }: Key,
  orientation?: "horizontal" | "vertical" | undefined,
): number {
  const steps: Record<string, number> = {
    Home: -Infinity,
    End: Infinity,
    ArrowUp: -1,
    ArrowDown: 1,
    ArrowLeft: -1,
    ArrowRight: 1,
  };
  const step = steps[key] ?? 0;
  const across = key.endsWith("t");
  const off = orientation && Math.abs(step) === 1 && across !== (orientation === "horizontal");
  if (off || altKey || ctrlKey || metaKey) return 0;
  return across && getComputedStyle(currentTarget as Element).direction === "rtl" ? -step : step;
}

/** The index that `step` leads to from `index` (-1: from outside), around the ends. */
export function indexAfter(index: number, step: number, count: number): number {
  if (step === -Infinity) return 0;
  if (step === Infinity || (step < 0 && index < 0)) return count - 1;
  return (index + step + count) % count;
}
