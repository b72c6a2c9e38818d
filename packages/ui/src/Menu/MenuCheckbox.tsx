"use client";
import { type JSX, useState } from "react";
import { MenuItem, type MenuItemProps } from "./MenuItem.tsx";
import { toggleByEnter } from "./toggle-by-enter.ts";

export interface MenuCheckboxProps extends Omit<MenuItemProps, "href" | "as" | "onKeyDown"> {
  checked?: boolean | undefined;
  defaultChecked?: boolean | undefined;
  onCheckedChange?: ((checked: boolean) => void) | undefined;
}

/**
 * An item of a menu that is on or off. Space or a press toggles it and leaves the menu open; Enter also closes the menu.
 *
 * @example
 * ```tsx no-run
 * <MenuCheckbox checked={grid} onCheckedChange={setGrid}>Show the grid</MenuCheckbox>
 * ```
 */
export function MenuCheckbox({
  checked,
  defaultChecked = false,
  onCheckedChange,
  onClick,
  ...props
}: MenuCheckboxProps): JSX.Element {
  const [own, setOwn] = useState(defaultChecked);
  const now = checked ?? own;
  return (
    <MenuItem
      role="menuitemcheckbox"
      {...props}
      aria-checked={now}
      onKeyDown={toggleByEnter}
      onClick={(event) => {
        onClick?.(event);
        setOwn(!now);
        onCheckedChange?.(!now);
      }}
    />
  );
}
