"use client";
import "./Menu.css";
import { type JSX, type ReactNode, useEffect, useId, useRef } from "react";
import { followPointer } from "./follow-pointer.ts";
import { MenuItem, type MenuItemProps } from "./MenuItem.tsx";
import { MenuPopup } from "./MenuPopup.tsx";
import { menuOf } from "./menu-items.ts";
import { closeMenu, openMenu } from "./open-menu.ts";

export interface SubmenuProps extends Omit<MenuItemProps, "href" | "as" | "hint"> {
  /** The item that opens it; also its name. */
  label: ReactNode;
  /** Its items. */
  children: ReactNode;
}

/**
 * An item of a menu that opens another one beside it. `ref` and all props reach the item.
 *
 * It opens by the arrow that points to it, Enter, Space, a press, or when the pointer rests on it. While the pointer is
 * on the way to it, other items that it crosses do not close it.
 *
 * @example
 * ```tsx no-run
 * <Submenu label="Export"><MenuItem>As PDF</MenuItem><MenuItem>As CSV</MenuItem></Submenu>
 * ```
 */
export function Submenu({ id, label, children, disabled, onClick, onKeyDown, ...props }: SubmenuProps): JSX.Element {
  const auto = useId();
  const own = id ?? auto;
  const popup = useRef<HTMLDivElement>(null);
  useEffect(() => followPointer(popup.current!), []);
  /** The arrow that points into it, then the one that points out. */
  const arrows = () => {
    const keys = ["ArrowRight", "ArrowLeft"];
    return getComputedStyle(popup.current!).direction === "rtl" ? keys.reverse() : keys;
  };
  return (
    <>
      <MenuItem
        aria-haspopup="menu"
        {...props}
        id={own}
        disabled={disabled}
        popoverTarget={`${own}m`}
        onClick={(event) => {
          onClick?.(event);
          const { detail, defaultPrevented } = event;
          if (defaultPrevented) return;
          event.preventDefault();
          if (!disabled) openMenu(popup.current!, detail ? undefined : 0);
        }}
        onKeyDown={(event) => {
          onKeyDown?.(event);
          if (event.defaultPrevented || disabled || event.key !== arrows()[0]) return;
          event.preventDefault();
          openMenu(popup.current!, 0);
        }}
      >
        {label}
      </MenuItem>
      <MenuPopup
        ref={popup}
        id={`${own}m`}
        aria-labelledby={own}
        onKeyDown={(event) => {
          const menu = event.currentTarget;
          if (event.key !== arrows()[1] || menuOf(event.target as Element) !== menu) return;
          event.preventDefault();
          closeMenu(menu);
        }}
      >
        {children}
      </MenuPopup>
    </>
  );
}
