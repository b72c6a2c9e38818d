import { menuItems } from "./menu-items.ts";
import { menuOpener } from "./menu-opener.ts";

/** Opens a menu and focuses its item at an index (from the end if negative); without one, the menu itself. */
export function openMenu(menu: HTMLElement, index?: number): void {
  const source = menuOpener(menu);
  const enter = () => (index === undefined ? menu : menuItems(menu).at(index))?.focus();
  menu.showPopover(source ? { source } : undefined);
  // `toggle` comes too late for a second key.
  enter();
  // When it is controlled, its caller has only been asked so far.
  if (!menu.matches(":popover-open")) queueMicrotask(enter);
}

/** Closes a menu with its submenus; the focus goes to what opened it. */
export function closeMenu(menu: HTMLElement): void {
  menu.hidePopover();
  // A popover within another one does not give focus back by itself.
  menuOpener(menu)?.focus();
}
