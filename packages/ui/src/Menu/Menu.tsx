"use client";
import "../IconButton/IconButton.css";
import { type JSX, type ReactNode, useId } from "react";
import { Button, type ButtonProps } from "../Button/Button.tsx";
import type { PopoverState } from "../Popover/use-popover.ts";
import { MenuPopup } from "./MenuPopup.tsx";
import { closeMenu, openMenu } from "./open-menu.ts";

export type MenuProps = PopoverState &
  Omit<ButtonProps, "onToggle" | "popoverTarget" | "type" | "aria-label"> & {
    /** MenuItem, MenuCheckbox, MenuRadioGroup, MenuGroup, MenuSeparator and Submenu. */
    children: ReactNode;
  } & (
    | {
        /** On the button; also names the menu. */
        label: ReactNode;
        icon?: undefined;
      }
    | {
        /** The button's name. */
        label: string;
        /** What the button shows in place of the label. */
        icon: ReactNode;
      }
  );

/**
 * A Button with a menu of commands. It opens before hydration; after it, the keys are those of a menu: arrows, Home,
 * End, first letters, Escape. Choosing closes it and gives focus back before the item's `onClick` runs.
 *
 * `ref`, `className`, `style` and all else reach the button.
 *
 * @example
 * ```tsx no-run
 * <Menu label="Trip" variant="outline">
 *   <MenuItem onClick={rename}>Rename</MenuItem>
 *   <MenuItem tone="danger" onClick={remove}>Delete</MenuItem>
 * </Menu>
 * ```
 */
export function Menu({
  id,
  label,
  icon,
  open,
  defaultOpen,
  onToggle,
  children,
  onClick,
  onKeyDown,
  ...props
}: MenuProps): JSX.Element {
  const auto = useId();
  const own = id ?? auto;
  const popup = `${own}m`;
  const menu = (button: Element) => (button.getRootNode() as Document).getElementById(popup)!;
  return (
    <>
      <Button
        aria-haspopup="menu"
        aria-label={icon ? (label as string) : undefined}
        {...props}
        id={own}
        popoverTarget={popup}
        {...(icon ? { "data-icon": "" } : undefined)}
        onClick={(event) => {
          onClick?.(event);
          if (event.defaultPrevented) return;
          // In place of the browser's own, which does not focus an item.
          event.preventDefault();
          const element = menu(event.currentTarget);
          if (element.matches(":popover-open")) closeMenu(element);
          else openMenu(element, event.detail ? undefined : 0);
        }}
        onKeyDown={(event) => {
          onKeyDown?.(event);
          const { key, defaultPrevented, currentTarget } = event;
          if (defaultPrevented || (key !== "ArrowDown" && key !== "ArrowUp")) return;
          event.preventDefault();
          openMenu(menu(currentTarget), key === "ArrowUp" ? -1 : 0);
        }}
      >
        {icon ?? label}
      </Button>
      <MenuPopup id={popup} aria-labelledby={own} open={open} defaultOpen={defaultOpen} onToggle={onToggle}>
        {children}
      </MenuPopup>
    </>
  );
}
