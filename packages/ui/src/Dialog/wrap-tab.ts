/** Tab from the last stop in `scope` goes to the first, Shift+Tab from the first to the last. */
export function wrapTab(scope: HTMLElement, event: { shiftKey: boolean; preventDefault(): void }): void {
  const stops = [
    ...scope.querySelectorAll<HTMLInputElement>(
      "a[href],button,input,select,textarea,summary,iframe,audio,video,[contenteditable],[tabindex]",
    ),
  ].filter(
    (stop) => stop.tabIndex >= 0 && !stop.matches(":disabled") && stop.checkVisibility({ visibilityProperty: true }),
  );
  const active = (scope.getRootNode() as Document).activeElement;
  const leaving = stops.at(event.shiftKey ? 0 : -1);
  const entering = stops.at(event.shiftKey ? -1 : 0);
  // Radio buttons of one name are one stop, the checked one.
  const stop = (one: HTMLInputElement | undefined) =>
    stops.find((each) => each.checked && each.type === "radio" && each.name === one?.name && each.form === one.form) ??
    one;
  const within = (active as HTMLInputElement | null)?.type === "radio" && (active as HTMLInputElement).name;
  if (active !== scope && active !== leaving && !(within && within === leaving?.name)) return;
  event.preventDefault();
  stop(entering)?.focus();
}
