/** What makes a button open a Dialog. */
export interface DialogOpener {
  command: "show-modal";
  commandfor: string;
  "aria-haspopup": "dialog";
}

/**
 * Props for the button that opens the Dialog, AlertDialog or Drawer of this id; spread them on a `Button`.
 *
 * The button opens it before hydration where the browser knows `commandfor`, and from hydration on elsewhere.
 *
 * @example
 * dialogOpener("edit"); // => { command: "show-modal", commandfor: "edit", "aria-haspopup": "dialog" }
 */
export function dialogOpener(id: string): DialogOpener {
  return { command: "show-modal", commandfor: id, "aria-haspopup": "dialog" };
}
