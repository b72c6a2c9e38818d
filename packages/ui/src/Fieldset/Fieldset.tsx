import "./Fieldset.css";
import { type ComponentProps, type JSX, type ReactNode, useId } from "react";
import { classNames } from "../class-names.ts";
import { FieldHelp, type FieldHelpOptions } from "../Field/FieldHelp.tsx";

export interface FieldsetProps extends FieldHelpOptions, ComponentProps<"fieldset"> {
  /** The legend: what the controls in it are about. */
  label: ReactNode;
  /** Controls side by side where there is room. */
  orientation?: "horizontal" | undefined;
}

/**
 * A native `<fieldset>` with legend, hint and error; `disabled` disables everything in it.
 *
 * @example
 * ```tsx no-run
 * <Fieldset label="Delivery address" hint="Where the parcel goes">…</Fieldset>
 * ```
 */
export function Fieldset({
  label,
  hint,
  error,
  orientation,
  className,
  children,
  ...props
}: FieldsetProps): JSX.Element {
  const id = useId();
  return (
    <fieldset
      aria-describedby={`${id}d`}
      {...props}
      className={classNames("gw-fieldset", className)}
      data-field=""
      data-orientation={orientation}
    >
      <legend>{label}</legend>
      {children}
      <FieldHelp id={id} hint={hint} error={error} />
    </fieldset>
  );
}
