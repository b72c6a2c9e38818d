import "../Choice/Choice.css";
import "./RadioGroup.css";
import { type ComponentProps, type CSSProperties, type JSX, type ReactNode, useId } from "react";
import type { FieldHelpOptions } from "../Field/FieldHelp.tsx";
import { Fieldset } from "../Fieldset/Fieldset.tsx";

export interface RadioOption {
  value: string;
  label: ReactNode;
  disabled?: boolean | undefined;
}

export interface RadioGroupProps
  extends FieldHelpOptions,
    Omit<ComponentProps<"input">, "type" | "value" | "defaultValue" | "children"> {
  /** The question; the legend of the group. */
  label: ReactNode;
  options: readonly RadioOption[];
  value?: string | undefined;
  defaultValue?: string | undefined;
  orientation?: "horizontal" | undefined;
  /** Reaches the `<fieldset>`, as `style` does; `ref` and all else reach each `<input>`. */
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

/**
 * One of a few: native radio buttons in a `<fieldset>`; the arrow keys, roving focus and form value are the browser's.
 *
 * Props for a control (`name`, `required`, `onChange`, `ref`) reach every `<input>`, as `register()` expects.
 *
 * @example
 * ```tsx no-run
 * <RadioGroup label="Size" name="size" options={[{ value: "s", label: "Small" }, { value: "l", label: "Large" }]} />
 * ```
 */
export function RadioGroup({
  label,
  hint,
  error,
  options,
  value,
  defaultValue,
  orientation,
  className,
  style,
  ...input
}: RadioGroupProps): JSX.Element {
  const auto = useId();
  return (
    <Fieldset
      label={label}
      hint={hint}
      error={error}
      orientation={orientation}
      className={className}
      style={style}
      role="radiogroup"
    >
      {options.map((option) => (
        <label key={option.value} className="gw-choice">
          <input
            name={auto}
            {...input}
            type="radio"
            value={option.value}
            disabled={option.disabled || input.disabled}
            {...(value === undefined
              ? { defaultChecked: option.value === defaultValue }
              : { checked: option.value === value, readOnly: !input.onChange })}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </Fieldset>
  );
}
