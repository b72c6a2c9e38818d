import { menuOf } from "./menu-items.ts";
import { closeMenu } from "./open-menu.ts";

interface Key {
  key: string;
  currentTarget: HTMLElement;
  preventDefault(): void;
}

/** Enter toggles an item and closes its menus; Space and a press leave them open, for the next item. */
export function toggleByEnter(event: Key): void {
  if (event.key !== "Enter") return;
  event.preventDefault();
  const item = event.currentTarget;
  if (item.ariaDisabled) return;
  for (let menu = menuOf(item); menu?.popover; menu = menuOf(menu.parentElement!)) closeMenu(menu);
  item.click();
}
