/** The button that opens a menu. */
export function menuOpener(menu: Element): HTMLElement | null {
  return (menu.getRootNode() as Document).querySelector(`[popovertarget="${CSS.escape(menu.id)}"]`);
}
