import { useState } from "react";

/** A value that the caller holds (`given`), or else the component from `initial` on; `changed` hears of both. */
export function useControlled<T>(
  given: T | undefined,
  initial: T,
  changed: ((next: T) => void) | undefined,
): [value: T, change: (next: T) => void] {
  const [own, setOwn] = useState(initial);
  return [
    given === undefined ? own : given,
    (next) => {
      if (given === undefined) setOwn(next);
      changed?.(next);
    },
  ];
}
