const layers = "[popover],dialog";

/**
 * The controls of a toolbar in order: what Tab would reach, without what opens from them. `known` are those that it
 * found before, which it may have taken from the Tab order since, and is brought up to date.
 */
export function toolbarControls(toolbar: HTMLElement, known: Set<HTMLElement>): HTMLElement[] {
  const found = toolbar.querySelectorAll<HTMLElement>("a[href],button,input,select,textarea,summary,[tabindex]");
  const controls = [...found].filter(
    (each) => (each.tabIndex >= 0 || known.has(each)) && each.closest(layers) === toolbar.closest(layers),
  );
  known.clear();
  for (const each of controls) known.add(each);
  return controls.filter((each) => !each.matches(":disabled") && each.checkVisibility());
}
