import type { JSX } from "react";
import { DialogFrame, type DialogOptions } from "./DialogFrame.tsx";

export interface DialogProps extends DialogOptions {
  /** Name of the button that closes it. */
  closeLabel: string;
}

/**
 * A native `<dialog>`. Buttons with `dialogOpener(id)` open it; so does `open`.
 *
 * Escape, the close button and (with `closedby="any"`) a press outside first fire `cancel`: prevent that, and it stays.
 * A `<form method="dialog">` in it closes it. Focus goes to the first control, or to the one with `data-autofocus`, and
 * back when it closes. The page behind a modal one neither scrolls nor shifts.
 *
 * @example
 * ```tsx no-run
 * <Button {...dialogOpener("edit")}>Edit</Button>
 * <Dialog id="edit" title="Edit profile" closeLabel="Close">…</Dialog>
 * ```
 */
export function Dialog(props: DialogProps): JSX.Element {
  return <DialogFrame {...props} />;
}
