import "./TextArea.css";
import type { ComponentProps, JSX } from "react";
import { Field, type FieldOptions } from "../Field/Field.tsx";

export interface TextAreaProps
  extends FieldOptions,
    Omit<ComponentProps<"textarea">, keyof FieldOptions | "children"> {}

/**
 * Several lines of text: a native `<textarea>` that grows with its text where the browser can (`field-sizing`).
 *
 * @example
 * ```tsx no-run
 * <TextArea label="Message" name="message" maxLength={500} rows={4} />
 * ```
 */
export function TextArea(props: TextAreaProps): JSX.Element {
  return (
    <Field<ComponentProps<"textarea">> {...props}>
      {(control) => (
        <span className="gw-control gw-text-area">
          <textarea rows={3} {...control} className="gw-input" />
        </span>
      )}
    </Field>
  );
}
