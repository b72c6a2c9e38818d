/** Closes as the Escape key would: `cancel` first, which may be prevented. */
export function requestClose(element: Element): void {
  const dialog = element.closest("dialog")!;
  // Chrome before 134 has no requestClose().
  if (dialog.dispatchEvent(new Event("cancel", { cancelable: true }))) dialog.close();
}
