import { useEffect, useRef, useState } from "react";
import type { ListOption } from "../Listbox/OptionList.tsx";

/** Finds the options for what has been typed (`""` before anything is); `signal` aborts when it is no longer asked. */
export type LoadOptions = (text: string, signal: AbortSignal) => PromiseLike<readonly ListOption[]>;

interface Answer {
  text: string | undefined;
  options: readonly ListOption[];
  failed?: boolean;
}

/** The options as given, or as they come; a later question makes earlier answers void. */
export function useOptions(
  source: readonly ListOption[] | LoadOptions,
  text: string,
  open: boolean,
  delayMs: number,
): Answer & { pending: boolean } {
  const [answer, setAnswer] = useState<Answer>({ text: undefined, options: [] });
  const load = typeof source === "function" && source;
  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });
  const asked = !!load && open;
  useEffect(() => {
    if (!asked) return;
    const stop = new AbortController();
    const settle = (next: Answer) => stop.signal.aborted || setAnswer(next);
    const ask = async () => {
      try {
        settle({ text, options: await (latest.current as LoadOptions)(text, stop.signal) });
      } catch {
        settle({ text, options: [], failed: true });
      }
    };
    const timer = setTimeout(ask, text ? delayMs : 0);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked, text, delayMs]);
  return load
    ? { ...answer, pending: answer.text !== text }
    : { text, options: source as ListOption[], pending: false };
}
