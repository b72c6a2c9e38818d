"use client";
import "../Choice/Choice.css";
import "../Checkbox/Checkbox.css";
import type { ChangeEvent, ComponentProps, CSSProperties, JSX, ReactNode } from "react";
import type { FieldHelpOptions } from "../Field/FieldHelp.tsx";
import { Fieldset } from "../Fieldset/Fieldset.tsx";

export interface CheckboxOption {
  value: string;
  label: ReactNode;
  disabled?: boolean | undefined;
}

export interface CheckboxGroupProps
  extends FieldHelpOptions,
    Omit<ComponentProps<"input">, "type" | "value" | "defaultValue" | "children"> {
  /** The question; the legend of the group. */
  label: ReactNode;
  options: readonly CheckboxOption[];
  value?: readonly string[] | undefined;
  defaultValue?: readonly string[] | undefined;
  /** All chosen values in the order of the options, after each change. `onChange` is each checkbox's own. */
  onValueChange?: ((values: string[]) => void) | undefined;
  orientation?: "horizontal" | undefined;
  /** Reaches the `<fieldset>`, as `style` does; `ref` and all else reach each `<input>`. */
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

/**
 * Any of a few: native checkboxes of one `name` in a `<fieldset>`; `FormData.getAll(name)` has the chosen values.
 *
 * @example
 * ```tsx no-run
 * <CheckboxGroup label="Days" name="day" options={[{ value: "mon", label: "Monday" }, { value: "tue", label: "Tuesday" }]} />
 * ```
 */
export function CheckboxGroup({
  label,
  hint,
  error,
  options,
  value,
  defaultValue,
  onValueChange,
  orientation,
  className,
  style,
  onChange,
  ...input
}: CheckboxGroupProps): JSX.Element {
  const change = (event: ChangeEvent<HTMLInputElement>) => {
    onChange?.(event);
    const inputs = event.currentTarget.closest("fieldset")!.querySelectorAll<HTMLInputElement>("input:checked");
    onValueChange?.([...inputs].map((each) => each.value));
  };
  return (
    <Fieldset label={label} hint={hint} error={error} orientation={orientation} className={className} style={style}>
      {options.map((option) => (
        <label key={option.value} className="gw-choice">
          <input
            {...input}
            type="checkbox"
            value={option.value}
            disabled={option.disabled || input.disabled}
            onChange={change}
            {...(value
              ? { checked: value.includes(option.value) }
              : { defaultChecked: defaultValue?.includes(option.value) })}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </Fieldset>
  );
}
