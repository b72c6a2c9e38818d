import "./Field.css";
import { type CSSProperties, type JSX, type ReactNode, useId } from "react";
import { classNames } from "../class-names.ts";
import { FieldHelp, type FieldHelpOptions } from "./FieldHelp.tsx";

/** What every field takes beside the props of its native control. */
export interface FieldOptions extends FieldHelpOptions {
  /** The visible label; the accessible name of the control. */
  label: ReactNode;
  /** Shows the label to assistive technology only. */
  hideLabel?: boolean | undefined;
  /** Words for failures of native validation in a `Form`, in place of the browser's: `{ valueMissing: "Enter a name" }`. */
  messages?: Partial<Record<keyof ValidityState, string>> | undefined;
  /** Reaches the field's outer element, as `style` does; `ref` and all else reach the control. */
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

/** What `Field` reads from, and adds to, the props of a control. */
export interface FieldControl {
  id?: string | undefined;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean | "true" | "false" | "grammar" | "spelling" | undefined;
}

export type FieldProps<Props extends FieldControl> = FieldOptions &
  Omit<Props, keyof FieldOptions | "children"> & {
    /** Renders the control from its props. */
    children: (control: Omit<Props, keyof FieldOptions | "children">) => ReactNode;
  };

/**
 * Label, hint and error around one control, wired by ids.
 *
 * `error` is the caller's. Inside a `Form` the field also shows what native validation and the server say. Spread what
 * `children` receives on an `<input>`, `<textarea>` or `<select>`. No state, no effect: it renders in server components.
 *
 * @example
 * ```tsx no-run
 * <Field label="Colour" name="colour">{(control) => <input type="color" {...control} />}</Field>
 * ```
 */
export function Field<Props extends FieldControl>(props: FieldProps<Props>): JSX.Element {
  const { label, hideLabel, hint, error, messages, className, style, children, ...given } =
    props as unknown as FieldOptions & FieldControl & { children: (control: FieldControl) => ReactNode };
  const auto = useId();
  const id = given.id ?? auto;
  return (
    <div
      className={classNames("gw-field", className)}
      style={style}
      data-field={messages ? JSON.stringify(messages) : ""}
    >
      <label id={`${id}l`} htmlFor={id} data-hidden={hideLabel}>
        {label}
      </label>
      {children({
        ...given,
        id,
        "aria-describedby": `${given["aria-describedby"] ?? ""} ${id}d`,
        "aria-invalid": !!error || given["aria-invalid"],
      })}
      <FieldHelp id={id} hint={hint} error={error} />
    </div>
  );
}
