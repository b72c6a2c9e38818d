"use client";
import { type JSX, useId, useTransition } from "react";
import { Button } from "../Button/Button.tsx";
import { DialogFrame, type DialogOptions } from "../Dialog/DialogFrame.tsx";
import { requestClose } from "../Dialog/request-close.ts";
import type { Tone } from "../tone.ts";

export interface AlertDialogProps extends Omit<DialogOptions, "actions" | "modal"> {
  /** Words of the button that does it: “Delete”. */
  confirmLabel: string;
  /** Words of the button that does not; it has the focus at first. */
  cancelLabel: string;
  /** Does it. The dialog closes after; when this returns a promise, once that is fulfilled. */
  onConfirm: () => void | Promise<void>;
  /** Of the button that does it. */
  tone?: Tone | undefined;
}

/**
 * Asks before something that cannot be taken back. The content is its description, read out with the title.
 *
 * Opens, closes and is refused like a Dialog. While `onConfirm`'s promise is pending, its button says so; what it
 * throws reaches the nearest error boundary.
 *
 * @example
 * ```tsx no-run
 * <Button {...dialogOpener("delete")}>Delete</Button>
 * <AlertDialog id="delete" title="Delete this trip?" confirmLabel="Delete" cancelLabel="Keep" tone="danger" onConfirm={remove}>
 *   Its 12 expenses go too.
 * </AlertDialog>
 * ```
 */
export function AlertDialog({
  id,
  confirmLabel,
  cancelLabel,
  onConfirm,
  tone,
  ...props
}: AlertDialogProps): JSX.Element {
  const auto = useId();
  const own = id ?? auto;
  const [pending, start] = useTransition();
  return (
    <DialogFrame
      role="alertdialog"
      aria-describedby={`${own}b`}
      {...props}
      id={own}
      actions={
        <>
          <Button variant="outline" data-autofocus="" onClick={(event) => requestClose(event.currentTarget)}>
            {cancelLabel}
          </Button>
          <Button
            tone={tone}
            pending={pending}
            onClick={({ currentTarget }) =>
              start(async () => {
                await onConfirm();
                currentTarget.closest("dialog")?.close();
              })
            }
          >
            {confirmLabel}
          </Button>
        </>
      }
    />
  );
}
