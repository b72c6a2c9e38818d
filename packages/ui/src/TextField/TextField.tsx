import type { ComponentProps, JSX, ReactNode } from "react";
import { Field, type FieldOptions } from "../Field/Field.tsx";

export interface TextFieldProps extends FieldOptions, Omit<ComponentProps<"input">, keyof FieldOptions | "children"> {
  /** Something small inside the box before the text: an icon, a currency. */
  start?: ReactNode;
  /** Something small inside the box after the text: a unit, an `IconButton`. */
  end?: ReactNode;
}

/**
 * One line of text: a native `<input>` with label, hint and errors. Inside a `Form` it shows what native validation and
 * the server say. No state of its own: it renders in server components.
 *
 * `ref`, event handlers and all other props reach the `<input>`, so React Hook Form's `register()` can be spread on
 * it; `className` and `style` reach the outer element.
 *
 * @example
 * ```tsx no-run
 * <TextField label="E-mail" name="email" type="email" autoComplete="email" required />
 * ```
 */
export function TextField({ start, end, ...field }: TextFieldProps): JSX.Element {
  return (
    <Field<ComponentProps<"input">> {...field}>
      {(control) => (
        <span className="gw-control">
          {start}
          <input {...control} className="gw-input" />
          {end}
        </span>
      )}
    </Field>
  );
}
