import { ToggleGroup } from "@groundwork/ui";
import { userEvent } from "vitest/browser";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "ToggleGroup",
  render: (props) => (
    <ToggleGroup
      label="View"
      options={[
        { value: "Map", label: "Map" },
        { value: "List", label: "List" },
        { value: "print", label: "Print", icon: "⎙", disabled: true },
      ]}
      {...props}
    />
  ),
  root: ".gw-button-group",
  state: {
    props: ["value", "defaultValue", "onValueChange"],
    first: "Map",
    second: "List",
    read: (container) => container.querySelector('[aria-pressed="true"]')?.textContent,
    change: (container) => userEvent.click(container.querySelectorAll("button")[1]!),
    from: (value) => value,
  },
} satisfies Specimen;
