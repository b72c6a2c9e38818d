import "./Choice.css";
import { type ComponentProps, type JSX, type Ref, useId } from "react";
import { classNames } from "../class-names.ts";
import type { FieldOptions } from "../Field/Field.tsx";
import { FieldHelp } from "../Field/FieldHelp.tsx";

export interface ChoiceProps
  extends Omit<FieldOptions, "hideLabel">,
    Omit<ComponentProps<"input">, keyof FieldOptions | "type" | "children"> {}

/** A checkbox or switch: the native input in its label, with hint and error below. */
export function Choice({
  label,
  hint,
  error,
  messages,
  className,
  style,
  own,
  frame,
  ...input
}: ChoiceProps & { own: string; frame?: Ref<HTMLDivElement> | undefined }): JSX.Element {
  const id = useId();
  return (
    <div
      ref={frame}
      className={classNames(own, className)}
      style={style}
      data-field={messages ? JSON.stringify(messages) : ""}
    >
      <label className="gw-choice">
        <input aria-describedby={`${id}d`} aria-invalid={!!error} {...input} type="checkbox" />
        <span>{label}</span>
      </label>
      <FieldHelp id={id} hint={hint} error={error} />
    </div>
  );
}
