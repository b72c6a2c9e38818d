/** The words for why a control is invalid: the field's own (`data-field` holds them as JSON) or the browser's. */
export function fieldMessage(control: HTMLInputElement): string {
  const field = control.closest<HTMLElement>("[data-field]")?.dataset.field;
  const messages: Record<string, string> = field ? JSON.parse(field) : {};
  for (const key in messages) if (control.validity?.[key as keyof ValidityState]) return messages[key]!;
  return control.validationMessage ?? "";
}

/** Whether the field of this control shows a message of the form's. */
export function isShown(control: Element): boolean {
  return !!slotOf(control)?.textContent;
}

/** Writes into the field's own place, which React leaves alone; `""` takes the message away. */
export function showInField(control: Element, message: string): void {
  const slot = slotOf(control);
  if (!slot) return;
  slot.textContent = message;
  // What only holds a value stands for the control that is described.
  const shown = control.ariaHidden ? slot.closest("[data-field]")!.querySelector("[aria-describedby]")! : control;
  if (message) shown.setAttribute("aria-invalid", "true");
  else shown.removeAttribute("aria-invalid");
}

/** Takes all messages of the form's away. */
export function clearFields(form: HTMLFormElement): void {
  for (const control of form.elements) if (isShown(control)) showInField(control, "");
}

function slotOf(control: Element): Element | null | undefined {
  return control.closest("[data-field]")?.querySelector("[data-error]");
}
