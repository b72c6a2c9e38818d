/**
 * Keeps an element with a popover in it usable: outside an open modal dialog everything is inert, so it moves into the
 * one opened last, and home when none is left. Returns what ends that.
 */
export function followModal(element: HTMLElement, popover: HTMLElement, home: HTMLElement): () => void {
  const root = home.getRootNode() as Document;
  const put = (parent: Element) => {
    if (element.parentElement === parent) return;
    // Keeps state; but an element that was removed with its dialog cannot be moved.
    if (element.isConnected && "moveBefore" in parent) parent.moveBefore(element, null);
    else parent.append(element);
    raise(popover);
  };
  const place = (changes: readonly MutationRecord[]) => {
    const opened = changes
      .filter(({ type, target }) => type === "attributes" && (target as Element).matches("dialog:modal"))
      .at(-1)?.target;
    const now = element.parentElement!;
    if (!opened && element.isConnected && now.matches("dialog:modal")) return;
    put((opened as Element) ?? [...root.querySelectorAll("dialog:modal")].at(-1) ?? home);
  };
  const observer = new MutationObserver(place);
  observer.observe(root, { subtree: true, childList: true, attributeFilter: ["open"] });
  place([]);
  return () => {
    observer.disconnect();
    put(home);
  };
}

/** Puts an open popover over everything else, unless the focus is in it. */
export function raise(popover: HTMLElement): void {
  if (!popover.isConnected || popover.matches(":focus-within")) return;
  popover.hidePopover();
  popover.showPopover();
}
