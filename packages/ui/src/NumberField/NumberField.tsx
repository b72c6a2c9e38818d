"use client";
import "./NumberField.css";
import type { ComponentProps, JSX, MouseEvent, ReactNode } from "react";
import { Field, type FieldOptions } from "../Field/Field.tsx";
import { setValue } from "../set-value.ts";

export interface NumberFieldProps
  extends FieldOptions,
    Omit<ComponentProps<"input">, keyof FieldOptions | "children" | "type"> {
  /** Name of the button that makes it less: “Fewer guests”. */
  decrementLabel: string;
  /** Name of the button that makes it more. */
  incrementLabel: string;
  /** Something small after the number: a unit. */
  end?: ReactNode;
}

/**
 * A native number input with two buttons for fingers; `min`, `max` and `step` are the browser's to keep. Arrow keys
 * step by one, Page Up and Page Down by ten, Home and End go to `min` and `max` where they are given.
 *
 * @example
 * ```tsx no-run
 * <NumberField label="Guests" name="guests" min={1} max={8} defaultValue={2} decrementLabel="Fewer" incrementLabel="More" />
 * ```
 */
export function NumberField({
  decrementLabel,
  incrementLabel,
  end,
  onKeyDown,
  ...field
}: NumberFieldProps): JSX.Element {
  const inert = field.disabled || field.readOnly;
  const button = (label: string, steps: number) => (
    <button
      type="button"
      aria-label={label}
      tabIndex={-1}
      disabled={inert}
      data-step={steps}
      onClick={(event: MouseEvent<HTMLButtonElement>) =>
        step(event.currentTarget.parentElement!.querySelector("input")!, steps)
      }
    />
  );
  return (
    <Field<ComponentProps<"input">> {...field}>
      {(control) => (
        <span className="gw-control gw-number">
          <input
            inputMode="decimal"
            {...control}
            type="number"
            className="gw-input"
            onKeyDown={(event) => {
              onKeyDown?.(event);
              const input = event.currentTarget;
              const steps = { PageUp: 10, PageDown: -10 }[event.key];
              const limit = { Home: input.min, End: input.max }[event.key];
              if (inert || event.defaultPrevented || !(steps || limit)) return;
              event.preventDefault();
              if (steps) step(input, steps);
              else setValue(input, limit!);
            }}
          />
          {end}
          {button(decrementLabel, -1)}
          {button(incrementLabel, 1)}
        </span>
      )}
    </Field>
  );
}

function step(input: HTMLInputElement, steps: number): void {
  const before = input.value;
  input.stepUp(steps);
  const after = input.value;
  // React must see the change happen.
  input.value = before;
  if (after !== before) setValue(input, after);
}
