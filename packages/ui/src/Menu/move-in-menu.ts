import { type Typed, typeAhead } from "../type-ahead.ts";
import { menuItems } from "./menu-items.ts";

interface Key {
  key: string;
  target: EventTarget;
  timeStamp: number;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  preventDefault(): void;
}

/** Moves the focus by an arrow key, Home, End or the first letters of an item's name; wraps at both ends. */
export function moveInMenu(menu: Element, event: Key, typed: Typed): void {
  const { key } = event;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const items = menuItems(menu);
  const current = items.indexOf(event.target as HTMLElement);
  let item: HTMLElement | undefined;
  if (key === "ArrowDown") item = items[(current + 1) % items.length];
  else if (key === "ArrowUp") item = items.at(Math.max(current, 0) - 1);
  else if (key === "Home") item = items[0];
  else if (key === "End") item = items.at(-1);
  else if (key.length === 1 && key !== " ") {
    const names = items.map((each) => each.ariaLabel ?? each.textContent);
    item = items[typeAhead(typed, event, names, current)];
  } else return;
  event.preventDefault();
  item?.focus();
}
