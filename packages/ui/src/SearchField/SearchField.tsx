"use client";
import "./SearchField.css";
import type { ComponentProps, JSX } from "react";
import { Field, type FieldOptions } from "../Field/Field.tsx";
import { setValue } from "../set-value.ts";

export interface SearchFieldProps
  extends FieldOptions,
    Omit<ComponentProps<"input">, keyof FieldOptions | "children" | "type"> {
  /** Name of the button that empties the field; without it there is none. Escape empties it too. */
  clearLabel?: string | undefined;
}

/**
 * A native search input with a button that empties it. Put it into `<search>` or a form with `role="search"`.
 *
 * @example
 * ```tsx no-run
 * <SearchField label="Search courses" name="q" clearLabel="Clear" />
 * ```
 */
export function SearchField({ clearLabel, onKeyDown, ...field }: SearchFieldProps): JSX.Element {
  const clear = (input: HTMLInputElement) => {
    if (input.value) setValue(input, "");
    input.focus();
  };
  return (
    <Field<ComponentProps<"input">> placeholder=" " {...field}>
      {(control) => (
        <span className="gw-control gw-search">
          <input
            {...control}
            type="search"
            className="gw-input"
            onKeyDown={(event) => {
              onKeyDown?.(event);
              // An empty field leaves Escape to the dialog around it.
              if (event.key === "Escape" && event.currentTarget.value && !event.defaultPrevented) {
                event.preventDefault();
                event.stopPropagation();
                clear(event.currentTarget);
              }
            }}
          />
          {clearLabel && (
            <button
              type="button"
              aria-label={clearLabel}
              disabled={field.disabled || field.readOnly}
              onClick={(event) => clear(event.currentTarget.previousElementSibling as HTMLInputElement)}
            />
          )}
        </span>
      )}
    </Field>
  );
}
