export type { ListOption } from "../Listbox/OptionList.tsx";
export { Combobox, type ComboboxProps } from "./Combobox.tsx";
export type { LoadOptions } from "./use-options.ts";
