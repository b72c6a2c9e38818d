"use client";
import { type JSX, type ReactNode, useState } from "react";
import { MenuGroup, type MenuGroupProps } from "./MenuGroup.tsx";
import { MenuItem } from "./MenuItem.tsx";
import { toggleByEnter } from "./toggle-by-enter.ts";

export interface MenuRadioOption {
  value: string;
  label: ReactNode;
  disabled?: boolean | undefined;
  hint?: ReactNode;
}

export interface MenuRadioGroupProps extends Omit<MenuGroupProps, "children" | "defaultValue"> {
  options: readonly MenuRadioOption[];
  value?: string | undefined;
  defaultValue?: string | undefined;
  onValueChange?: ((value: string) => void) | undefined;
}

/**
 * Items of a menu of which one is chosen. Space or a press chooses and leaves the menu open; Enter also closes the menu.
 *
 * @example
 * ```tsx no-run
 * <MenuRadioGroup label="Sort by" defaultValue="date" options={[{ value: "date", label: "Date" }, { value: "name", label: "Name" }]} />
 * ```
 */
export function MenuRadioGroup({
  options,
  value,
  defaultValue,
  onValueChange,
  ...props
}: MenuRadioGroupProps): JSX.Element {
  const [own, setOwn] = useState(defaultValue);
  return (
    <MenuGroup {...props}>
      {options.map(({ value: each, label, disabled, hint }) => (
        <MenuItem
          key={each}
          role="menuitemradio"
          aria-checked={each === (value ?? own)}
          disabled={disabled}
          hint={hint}
          onKeyDown={toggleByEnter}
          onClick={() => {
            setOwn(each);
            onValueChange?.(each);
          }}
        >
          {label}
        </MenuItem>
      ))}
    </MenuGroup>
  );
}
