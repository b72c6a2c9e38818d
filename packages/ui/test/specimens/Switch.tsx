import { Switch } from "@groundwork/ui";
import { userEvent } from "vitest/browser";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "Switch",
  render: (props) => <Switch label="Airplane mode" hint="A hint" error="An error" {...props} />,
  root: ".gw-switch",
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
