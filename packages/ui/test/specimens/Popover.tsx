import { Button, Popover, type PopoverProps } from "@groundwork/ui";
import { useId } from "react";
import { userEvent } from "vitest/browser";
import type { Specimen } from "../conformance.tsx";

function Example(props: Partial<PopoverProps>) {
  const id = useId();
  return (
    <>
      <Button popoverTarget={id}>Share</Button>
      <Popover id={id} label="Share" {...props}>
        Anyone with the link can read.
      </Popover>
    </>
  );
}

const shown = (container: HTMLElement) => !!container.querySelector(":popover-open");
const press = (container: HTMLElement) => userEvent.click(container.querySelector("button")!);

export default {
  name: "Popover",
  render: (props) => <Example {...props} />,
  root: ".gw-popover",
  state: {
    props: ["open", "defaultOpen", "onToggle"],
    first: false,
    second: true,
    read: shown,
    change: press,
    from: (open) => open,
  },
  open: (container) => (shown(container) ? undefined : press(container)),
} satisfies Specimen;
