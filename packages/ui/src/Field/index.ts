export { Field, type FieldControl, type FieldOptions, type FieldProps } from "./Field.tsx";
export type { FieldHelpOptions } from "./FieldHelp.tsx";
