import "./FileField.css";
import type { ComponentProps, JSX } from "react";
import { Field, type FieldOptions } from "../Field/Field.tsx";

export interface FileFieldProps
  extends FieldOptions,
    Omit<ComponentProps<"input">, keyof FieldOptions | "children" | "type"> {}

/**
 * A native file input as large as a place to drop files: browsers take a drop anywhere on it, so it needs no script.
 * The words on its button are the browser's own. `accept` filters the picker; browsers differ on dropped files, so
 * check them too.
 *
 * @example
 * ```tsx no-run
 * <FileField label="Photos" name="photos" accept="image/*" hint="Choose them or drop them here" multiple />
 * ```
 */
export function FileField(props: FileFieldProps): JSX.Element {
  return (
    <Field<ComponentProps<"input">> {...props}>
      {(control) => <input {...control} type="file" className="gw-file" />}
    </Field>
  );
}
