"use client";
import {
  type ComponentProps,
  type JSX,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { setValue } from "../set-value.ts";

export interface SingleChoice {
  multiple?: false | undefined;
  /** Controlled: the chosen value, `""` for none. */
  value?: string | undefined;
  defaultValue?: string | undefined;
  /** Asked to choose (controlled), or did (uncontrolled). */
  onValueChange?: ((value: string) => void) | undefined;
}

export interface MultipleChoice {
  multiple: true;
  /** Controlled: the chosen values. */
  value?: readonly string[] | undefined;
  defaultValue?: readonly string[] | undefined;
  /** Asked to choose (controlled), or did (uncontrolled). */
  onValueChange?: ((values: string[]) => void) | undefined;
}

export type HeldProps = (SingleChoice | MultipleChoice) &
  Omit<ComponentProps<"input">, keyof MultipleChoice | "type" | "onInput">;

/**
 * Chosen values, and the native input out of sight that stands for them in forms.
 *
 * The input has the `name`, the `ref` and a `value` (several: an array) that form libraries may read and write; it goes
 * back to the default at form reset. With `multiple`, what is sent comes from hidden inputs beside it. Focus on it goes
 * on to the element with `aria-describedby` in the same field.
 */
export function useHeld(
  { multiple, value, defaultValue, onValueChange, onChange, onBlur, ref, name, ...props }: HeldProps,
  onWrite?: () => void,
): { values: readonly string[]; change: (next: readonly string[]) => void; blur: () => void; held: JSX.Element } {
  const own = useRef<HTMLInputElement>(null);
  const [state, setState] = useState(() => listOf(defaultValue));
  const values = value === undefined ? state : listOf(value);
  const now = useRef<readonly string[]>(values);
  const keep = useRef<(text: string) => void>(undefined);
  const write = (given: unknown) => {
    now.current = listOf(given as string);
    setState(now.current);
    onWrite?.();
  };
  const latest = useRef(write);

  useLayoutEffect(() => {
    const input = own.current!;
    // React's own, which minds what it has seen; the native one is beneath it.
    const beneath = Object.getOwnPropertyDescriptor(input, "value")!;
    keep.current = (text) => beneath.set!.call(input, text);
    Object.defineProperty(input, "value", {
      configurable: true,
      get: () => (multiple ? [...now.current] : (now.current[0] ?? "")),
      set: (given) => latest.current(given),
    });
    return () => {
      Object.defineProperty(input, "value", beneath);
    };
  }, [multiple]);
  useLayoutEffect(() => {
    latest.current = write;
    now.current = values;
    keep.current!(values.join());
    // A name that is found but not sent; React would take it away.
    if (multiple) Object.defineProperty(own.current!, "name", { configurable: true, get: () => name, set() {} });
  });
  useImperativeHandle(ref, () => own.current!);
  useEffect(() => {
    const root = own.current!.getRootNode();
    const reset = (event: Event) => {
      if (event.target === own.current!.form && !event.defaultPrevented) write(defaultValue);
    };
    root.addEventListener("reset", reset);
    return () => root.removeEventListener("reset", reset);
  });

  return {
    values,
    change(next) {
      now.current = next;
      setValue(own.current!, next.join());
      // A copy, so that what is refused is taken back.
      setState([...next]);
      if (multiple) onValueChange?.([...next]);
      else (onValueChange as SingleChoice["onValueChange"])?.(next[0] ?? "");
    },
    blur: () => own.current!.dispatchEvent(new FocusEvent("focusout", { bubbles: true })),
    held: (
      <>
        <input
          autoComplete="off"
          {...props}
          ref={own}
          name={multiple ? undefined : name}
          className="gw-held"
          tabIndex={-1}
          aria-hidden
          defaultValue={values.join()}
          onInput={onChange as ComponentProps<"input">["onInput"]}
          onFocus={({ target }) =>
            target.closest("[data-field]")!.querySelector<HTMLElement>("[aria-describedby]")!.focus()
          }
          onBlur={(event) => {
            // Not when the focus has only gone on.
            if (!event.isTrusted) onBlur?.(event);
          }}
        />
        {multiple &&
          name &&
          values.map((each) => (
            <input
              key={each}
              type="hidden"
              aria-hidden
              name={name}
              value={each}
              form={props.form}
              disabled={props.disabled}
            />
          ))}
      </>
    ),
  };
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return ([] as string[]).concat(value || []);
}
