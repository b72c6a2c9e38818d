import { Button, Drawer, type DrawerProps, dialogOpener } from "@groundwork/ui";
import { useId } from "react";
import { userEvent } from "vitest/browser";
import type { Specimen } from "../conformance.tsx";

function Example(props: Partial<DrawerProps>) {
  const id = useId();
  return (
    <>
      <Button {...dialogOpener(id)}>Filters</Button>
      <Drawer id={id} title="Filters" closeLabel="Close" {...props}>
        Nothing to choose.
      </Drawer>
    </>
  );
}

const press = (container: HTMLElement) => userEvent.click(container.querySelector("[commandfor]")!);

export default {
  name: "Drawer",
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
