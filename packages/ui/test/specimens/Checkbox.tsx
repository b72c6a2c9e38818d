import { Checkbox } from "@groundwork/ui";
import { userEvent } from "vitest/browser";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "Checkbox",
  render: (props) => <Checkbox label="I have read the terms" hint="A hint" error="An error" {...props} />,
  root: ".gw-checkbox",
  control: "input",
  state: {
    props: ["checked", "defaultChecked", "onChange"],
    first: false,
    second: true,
    read: (container) => container.querySelector<HTMLInputElement>("input")?.checked,
    change: (container) => userEvent.click(container.querySelector("input")!),
    from: (event) => event.target.checked,
  },
} satisfies Specimen;
