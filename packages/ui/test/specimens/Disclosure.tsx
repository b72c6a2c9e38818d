import { Disclosure } from "@groundwork/ui";
import { userEvent } from "vitest/browser";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "Disclosure",
  render: (props) => (
    <Disclosure {...props} title="Delivery">
      Two to three days.
    </Disclosure>
  ),
  root: ".gw-disclosure",
  state: {
    props: ["open", "defaultOpen", "onToggle"],
    first: false,
    second: true,
    read: (container) => container.querySelector("details")?.open,
    change: (container) => userEvent.click(container.querySelector("summary")!),
    from: (open) => open,
  },
  open: (container) => userEvent.click(container.querySelector("summary")!),
} satisfies Specimen;
