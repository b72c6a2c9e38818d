import "./Select.css";
import type { ComponentProps, JSX } from "react";
import { Field, type FieldOptions } from "../Field/Field.tsx";

export interface SelectProps extends FieldOptions, Omit<ComponentProps<"select">, keyof FieldOptions> {}

/**
 * One (or, with `multiple`, some) of many: the native `<select>`, its list styled where the browser lets it be
 * (`appearance: base-select`). Children are `<option>` and `<optgroup>`.
 *
 * @example
 * ```tsx no-run
 * <Select label="Country" name="country" required>
 *   <option value="">Choose…</option>
 *   <option value="ie">Ireland</option>
 * </Select>
 * ```
 */
export function Select({ children, ...field }: SelectProps): JSX.Element {
  return (
    <Field<ComponentProps<"select">> {...field}>
      {(control) => (
        <span className="gw-control gw-select">
          <select {...control} className="gw-input">
            {children}
          </select>
        </span>
      )}
    </Field>
  );
}
