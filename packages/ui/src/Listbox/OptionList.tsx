import "./OptionList.css";
import type { ComponentProps, JSX, ReactNode } from "react";

export interface ListOption {
  /** What is chosen and sent; `""` stands for nothing chosen and is no option. */
  value: string;
  /** Its words: what is typed to find it, and what shows. */
  label: string;
  /** Shows in place of `label`; its name is then the text in it. */
  content?: ReactNode;
  /** Keys still reach it; it cannot be chosen. */
  disabled?: boolean | undefined;
  /** Heading that it stands under, with the options beside it that have the same one. */
  group?: string | undefined;
}

interface OptionListProps extends Omit<ComponentProps<"div">, "children"> {
  id: string;
  options: readonly ListOption[];
  values: readonly string[];
  /** Index of the option that keys are on; -1 for none. */
  active: number;
}

/** A `listbox` and its options; `aria-activedescendant` of whoever has the focus is `${id}-${active}`. */
export function OptionList({ id, options, values, active, ...props }: OptionListProps): JSX.Element {
  const groups: { label: string | undefined; first: number; items: JSX.Element[] }[] = [];
  for (const [index, option] of options.entries()) {
    if (groups.at(-1)?.label !== option.group || !index) groups.push({ label: option.group, first: index, items: [] });
    groups.at(-1)!.items.push(
      // biome-ignore lint/a11y/useFocusableInteractive: the listbox or the combobox has the focus.
      <div
        key={option.value}
        role="option"
        className="gw-option"
        id={`${id}-${index}`}
        aria-selected={values.includes(option.value)}
        aria-disabled={option.disabled}
        data-active={index === active || undefined}
      >
        {option.content ?? option.label}
      </div>,
    );
  }
  return (
    <div role="listbox" {...props} id={id}>
      {groups.map(({ label, first, items }) =>
        label ? (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls.
          <div key={label + first} role="group" aria-labelledby={`${id}-g${first}`}>
            <div id={`${id}-g${first}`} role="presentation">
              {label}
            </div>
            {items}
          </div>
        ) : (
          items
        ),
      )}
    </div>
  );
}

/** The index of the option that an event came from, or -1. */
export function optionIndex(event: { target: EventTarget }): number {
  const id = (event.target as Element).closest("[role=option]")?.id ?? "";
  return id ? Number(id.slice(id.lastIndexOf("-") + 1)) : -1;
}
