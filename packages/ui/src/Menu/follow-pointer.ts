import { menuOf } from "./menu-items.ts";
import { menuOpener } from "./menu-opener.ts";

interface Point {
  clientX: number;
  clientY: number;
}

/**
 * Opens a submenu when the pointer stays on its item for 100 ms, and closes it when another item gets the focus. On the
 * way from its item to it the pointer has 400 ms in which other items do not get the focus.
 *
 * Returns what ends that.
 */
export function followPointer(submenu: HTMLElement): () => void {
  const item = menuOpener(submenu)!;
  const menu = menuOf(item)!;
  let opening: ReturnType<typeof setTimeout> | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let origin: Point | undefined;
  let other: HTMLElement | null;
  const stop = () => {
    clearTimeout(opening);
    clearTimeout(leaving);
    opening = leaving = undefined;
  };
  const focus = ({ target }: Event) => {
    if (item.contains(target as Node) || submenu.contains(target as Node)) return;
    stop();
    submenu.hidePopover();
  };
  const move = (event: PointerEvent) => {
    const target = event.target as Element;
    const stay = () => {
      clearTimeout(leaving);
      leaving = undefined;
    };
    if (event.pointerType === "touch") return;
    if (item.contains(target)) {
      stay();
      origin = event;
      opening ??= setTimeout(() => {
        opening = undefined;
        if (item.checkVisibility() && !item.ariaDisabled) submenu.showPopover({ source: item });
      }, 100);
    } else if (submenu.contains(target)) stay();
    else if (origin && submenu.matches(":popover-open") && aimed(origin, event, submenu)) {
      event.stopPropagation();
      other = target.closest('[role^="menuitem"]');
      leaving ??= setTimeout(() => other?.focus({ preventScroll: true }), 400);
    }
  };
  menu.addEventListener("focusin", focus);
  // Before React's own listeners.
  menu.addEventListener("pointermove", move, true);
  return () => {
    stop();
    menu.removeEventListener("focusin", focus);
    menu.removeEventListener("pointermove", move, true);
  };
}

/** The line from one point through another meets the side of the box that is nearer. */
function aimed(from: Point, to: Point, box: Element): boolean {
  const { left, right, top, bottom } = box.getBoundingClientRect();
  const reach = ((from.clientX < left ? left : right) - from.clientX) / (to.clientX - from.clientX);
  const y = from.clientY + reach * (to.clientY - from.clientY);
  return reach > 0 && y >= top && y <= bottom;
}
