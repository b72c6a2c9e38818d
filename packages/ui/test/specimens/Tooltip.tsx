import { Button, Tooltip } from "@groundwork/ui";
import { type ComponentProps, useId } from "react";
import type { Specimen } from "../conformance.tsx";
import { press } from "../harness.tsx";

function Example(props: Partial<ComponentProps<typeof Tooltip>>) {
  const id = useId();
  return (
    <>
      <Button aria-describedby={id}>Archive</Button>
      <Tooltip id={id} {...props}>
        Out of sight, not deleted
      </Tooltip>
    </>
  );
}

export default {
  name: "Tooltip",
  render: (props) => <Example {...props} />,
  root: ".gw-tooltip",
  open: async (container) => {
    if (!container.querySelector(":popover-open")) await press("Tab");
  },
} satisfies Specimen;
