import { Button, Dialog, type DialogProps, dialogOpener, TextField } from "@groundwork/ui";
import { useId } from "react";
import { userEvent } from "vitest/browser";
import type { Specimen } from "../conformance.tsx";

function Example(props: Partial<DialogProps>) {
  const id = useId();
  return (
    <>
      <Button {...dialogOpener(id)}>Edit</Button>
      <Dialog id={id} title="Edit profile" closeLabel="Close" actions={<Button>Save</Button>} {...props}>
        <TextField label="Name" />
      </Dialog>
    </>
  );
}

const press = (container: HTMLElement) => userEvent.click(container.querySelector("[commandfor]")!);

export default {
  name: "Dialog",
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
