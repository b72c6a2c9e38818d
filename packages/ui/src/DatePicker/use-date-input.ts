import { type RefObject, useLayoutEffect, useRef } from "react";
import { fieldMessage } from "../Form/field-message.ts";
import { setValue } from "../set-value.ts";
import type { DateText } from "./date-text.ts";
import { today } from "./iso-date.ts";

/**
 * Keeps two inputs in step: `text`, which people type in, and `date`, a native date input that holds the ISO date for
 * forms. `date` is the truth; `text` is rewritten only where it does not read as that date.
 *
 * @returns what to call when `text` was typed in, and when `date` changed or the typing is over
 */
export function useDateInput(
  text: RefObject<HTMLInputElement | null>,
  date: RefObject<HTMLInputElement | null>,
  dateText: DateText,
  complaint: (iso: string) => string | false | null | undefined,
): { typed(): void; show(exactly: boolean): void } {
  const { format, parse } = dateText;
  const written = useRef<DateText>(undefined);
  const read = () => parse(text.current!.value, today());

  const check = () => {
    const [typed, input] = [text.current!, date.current!];
    // Without a date there is nothing to complain about but text that is none.
    input.setCustomValidity(((input.value || typed.value.trim()) && complaint(input.value)) || "");
    typed.setCustomValidity(input.validity.valid ? "" : fieldMessage(input));
  };

  const show = (exactly: boolean) => {
    const { value } = date.current!;
    if (exactly || read() !== value) text.current!.value = format(value);
    check();
  };

  const typed = () => {
    const iso = read();
    if (iso !== date.current!.value) setValue(date.current!, iso);
    check();
  };

  // After every render, as each may bring another language or other limits.
  useLayoutEffect(() => {
    const input = date.current!;
    const root = input.getRootNode();
    // React keeps a `value` on the element itself. Form libraries and React write through it, and fire no event.
    const own = Object.getOwnPropertyDescriptor(input, "value");
    const value = own ?? Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), "value")!;
    Object.defineProperty(input, "value", {
      configurable: true,
      get: () => value.get!.call(input),
      set: (next) => {
        value.set!.call(input, next);
        show(!next);
      },
    });
    // The event comes before the reset.
    const reset = ({ target }: Event) => target === input.form && setTimeout(() => date.current && show(true));
    root.addEventListener("reset", reset);
    const { value: now, defaultValue } = text.current!;
    // What was typed before hydration; else the text in the language of now.
    if (!written.current && now !== defaultValue) typed();
    else show(written.current !== dateText && !!input.value);
    written.current = dateText;
    return () => {
      root.removeEventListener("reset", reset);
      delete (input as Partial<HTMLInputElement>).value;
      if (own) Object.defineProperty(input, "value", own);
    };
  });

  return { show, typed };
}
