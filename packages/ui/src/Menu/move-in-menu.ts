import { menuItems } from "./menu-items.ts";

/** What has been typed lately, and when, in ms. */
export interface Typed {
  text: string;
  at: number;
}

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
  const { key, timeStamp } = event;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const items = menuItems(menu);
  const current = items.indexOf(event.target as HTMLElement);
  const find = (text: string, from: number) =>
    [...items.slice(from), ...items.slice(0, from)].find((item) =>
      (item.ariaLabel ?? item.textContent).trim().toLowerCase().startsWith(text),
    );
  let item: HTMLElement | undefined;
  if (key === "ArrowDown") item = items[(current + 1) % items.length];
  else if (key === "ArrowUp") item = items.at(Math.max(current, 0) - 1);
  else if (key === "Home") item = items[0];
  else if (key === "End") item = items.at(-1);
  else if (key.length === 1 && key !== " ") {
    const letter = key.toLowerCase();
    typed.text = timeStamp - typed.at < 500 ? typed.text + letter : letter;
    typed.at = timeStamp;
    if (typed.text !== letter) item = find(typed.text, current);
    // The same letter again, or a new word.
    if (!item) {
      typed.text = letter;
      item = find(letter, current + 1);
    }
  } else return;
  event.preventDefault();
  item?.focus();
}
