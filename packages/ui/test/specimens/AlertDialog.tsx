import { AlertDialog, type AlertDialogProps, Button, dialogOpener } from "@groundwork/ui";
import { useId } from "react";
import { userEvent } from "vitest/browser";
import type { Specimen } from "../conformance.tsx";

function Example(props: Partial<AlertDialogProps>) {
  const id = useId();
  return (
    <>
      <Button {...dialogOpener(id)}>Delete</Button>
      <AlertDialog
        id={id}
        title="Delete this trip?"
        confirmLabel="Delete"
        cancelLabel="Keep"
        tone="danger"
        onConfirm={() => undefined}
        {...props}
      >
        Its 12 expenses go too.
      </AlertDialog>
    </>
  );
}

const press = (container: HTMLElement) => userEvent.click(container.querySelector("[commandfor]")!);

export default {
  name: "AlertDialog",
  render: (props) => <Example {...props} />,
  root: "dialog",
  state: {
    props: ["open", "defaultOpen", "onToggle"],
    first: false,
    second: true,
    read: (container) => container.querySelector("dialog")!.matches(":modal"),
    change: press,
    from: (open) => open,
  },
  open: (container) => (container.querySelector("dialog")!.open ? undefined : press(container)),
} satisfies Specimen;
