"use client";
import "./Menu.css";
import { type ComponentProps, type JSX, useRef } from "react";
import { type PopoverState, usePopover } from "../Popover/use-popover.ts";
import { menuItems, menuOf } from "./menu-items.ts";
import { menuOpener } from "./menu-opener.ts";
import { moveInMenu } from "./move-in-menu.ts";
import { closeMenu } from "./open-menu.ts";

export interface MenuPopupProps extends PopoverState, Omit<ComponentProps<"div">, "onToggle" | "onBeforeToggle"> {
  id: string;
}

/** The part of every menu that opens: a native popover with the keys of a menu. */
export function MenuPopup({
  open,
  defaultOpen,
  onToggle,
  ref,
  className = "gw-menu",
  onKeyDown,
  ...props
}: MenuPopupProps): JSX.Element {
  const popover = usePopover({ open, defaultOpen, onToggle }, ref);
  const typed = useRef({ text: "", at: 0 });
  return (
    <div
      role="menu"
      tabIndex={-1}
      {...props}
      {...popover}
      className={className}
      popover="auto"
      onToggle={(event) => {
        const { currentTarget: menu, newState } = event;
        const opener = menuOpener(menu);
        // Not the mere point where a ContextMenu opens.
        if (opener?.ariaHasPopup) opener.ariaExpanded = `${newState === "open"}`;
        popover.onToggle(event);
        // Opened otherwise than by its button.
        const { activeElement } = menu.getRootNode() as Document;
        if (newState === "open" && !(activeElement && menuOf(activeElement))) menuItems(menu)[0]?.focus();
      }}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        const { key, currentTarget: menu, defaultPrevented } = event;
        const item = event.target as HTMLElement;
        if (defaultPrevented) return;
        // Each level of submenus in turn, from within; then Tab goes on from the button.
        if (key === "Tab") closeMenu(menu);
        else if (menuOf(item) === menu) {
          if (key === "Escape") {
            event.preventDefault();
            closeMenu(menu);
          } else if (key === " " && item.localName === "a") {
            event.preventDefault();
            item.click();
          } else moveInMenu(menu, event, typed.current);
        }
      }}
      onPointerMove={({ target, pointerType }) => {
        const item = (target as Element).closest<HTMLElement>('[role^="menuitem"]');
        if (item && pointerType !== "touch" && !item.matches(":focus")) item.focus({ preventScroll: true });
      }}
      onClickCapture={(event) => {
        const item = (event.target as Element).closest('[role^="menuitem"]');
        if (item?.ariaDisabled) {
          event.preventDefault();
          event.stopPropagation();
        }
        // Before what the item does, which may move the focus on.
        else if (item && !item.matches("[aria-haspopup],[aria-checked]")) closeMenu(event.currentTarget);
      }}
    />
  );
}
