/** A control that needs a key itself: a slider its arrows, a text its caret's, until that is at the end of the text. */
export function keepsKey(control: HTMLElement, { key, shiftKey }: KeyboardEvent, step: number): boolean {
  if (control.matches('[type="range"],[role="slider"]')) return true;
  // Up and down, in a vertical toolbar.
  if (/[pn]$/.test(key))
    return control.matches('select,textarea,[type="number"],[role="combobox"],[role="spinbutton"]');
  const { selectionStart, selectionEnd, value } = control as HTMLInputElement;
  // Nothing but a text has a selection.
  if (selectionStart == null) return false;
  return shiftKey || selectionStart !== selectionEnd || selectionStart !== (step < 0 ? 0 : value.length);
}
