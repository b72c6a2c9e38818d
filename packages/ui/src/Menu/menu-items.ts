/** The nearest menu around an element, or the element itself if it is one. */
export function menuOf(element: Element): HTMLElement | null {
  return element.closest('[role="menu"]');
}

/** The items of a menu in order, without those of its submenus. */
export function menuItems(menu: Element): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')].filter((item) => menuOf(item) === menu);
}
