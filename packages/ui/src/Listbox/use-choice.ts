import { useRef } from "react";

interface Choosable {
  value: string;
  disabled?: boolean | undefined;
}

interface Key {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** How one of a list, or several, are chosen by keys and presses, whatever the list looks like. */
export interface Choice {
  /** Chooses the option at an index; of several, lets it go if it is chosen, or with `range` chooses all from the last one on. */
  take: (index: number, range: boolean) => void;
  /**
   * Space; of several also Shift+Space, Control+A, Control+Shift+Home and End. Gives the index that is active then, or -1
   * for a key that is none of these.
   */
  press: (event: Key, active: number) => number;
}

/** `change` gets the chosen values in the order of `options`, after those that no option has; what is disabled stays as it is. */
export function useChoice(
  options: readonly Choosable[],
  values: readonly string[],
  multiple: boolean | undefined,
  change: (next: string[]) => void,
): Choice {
  // What was chosen or let go last.
  const anchor = useRef<string>(undefined);
  const chosen = new Set(values);
  const choose = (wanted: (index: number, chosen: boolean) => boolean) => {
    const next = new Set(values);
    for (const { value } of options) next.delete(value);
    options.forEach(({ value, disabled }, index) => {
      const was = chosen.has(value);
      if (disabled ? was : wanted(index, was)) next.add(value);
    });
    if (next.size !== chosen.size || values.some((value) => !next.has(value))) change([...next]);
  };
  const span = (from: number, to: number) =>
    choose((index, was) => was || (index >= Math.min(from, to) && index <= Math.max(from, to)));
  const take = (index: number, range: boolean) => {
    const { value, disabled } = options[index]!;
    if (multiple && range)
      return span(
        Math.max(
          0,
          options.findIndex((each) => each.value === anchor.current),
        ),
        index,
      );
    anchor.current = value;
    if (multiple) choose((each, was) => was !== (each === index));
    else if (!disabled && values[0] !== value) change([value]);
  };
  return {
    take,
    press({ key, shiftKey, ctrlKey, metaKey }, active) {
      const command = ctrlKey || metaKey;
      const edge = key === "Home" ? 0 : key === "End" ? options.length - 1 : -1;
      if (key === " " && !command) {
        take(active, shiftKey);
        return active;
      }
      if (!multiple || !command) return -1;
      if (key.toLowerCase() === "a") {
        const all = options.every(({ value, disabled }) => disabled || chosen.has(value));
        choose(() => !all);
        return active;
      }
      if (!shiftKey || edge < 0) return -1;
      span(active, edge);
      return edge;
    },
  };
}
