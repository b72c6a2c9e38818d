/**
 * Of the elements that `list` gives, keeps exactly one a Tab stop: the one that had the focus last, or else the first
 * that is one, or the first.
 * Also when elements come, go or are disabled later. Returns what ends that.
 */
export function keepTabStop(root: HTMLElement, list: () => HTMLElement[]): () => void {
  let stop: HTMLElement | undefined;
  const keep = () => {
    const all = list();
    if (!all.includes(stop!)) stop = all.find((each) => each.tabIndex >= 0) ?? all[0];
    for (const each of all) {
      const tabIndex = each === stop ? 0 : -1;
      if (each.tabIndex !== tabIndex) each.tabIndex = tabIndex;
    }
  };
  const focus = ({ target }: Event) => {
    if (!list().includes(target as HTMLElement)) return;
    stop = target as HTMLElement;
    keep();
  };
  const observer = new MutationObserver(keep);
  observer.observe(root, { subtree: true, childList: true, attributeFilter: ["disabled", "hidden"] });
  root.addEventListener("focusin", focus);
  keep();
  return () => {
    observer.disconnect();
    root.removeEventListener("focusin", focus);
  };
}
