import { Select } from "@groundwork/ui";
import { userEvent } from "vitest/browser";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "Select",
  render: (props) => (
    <Select label="Country" hint="A hint" error="An error" {...props}>
      <option value="ie">Ireland</option>
      <option value="pt">Portugal</option>
    </Select>
  ),
  root: ".gw-field",
  control: "select",
  state: {
    props: ["value", "defaultValue", "onChange"],
    first: "ie",
    second: "pt",
    read: (container) => container.querySelector<HTMLInputElement>("select")?.value,
    change: (container) => userEvent.selectOptions(container.querySelector("select")!, "pt"),
  },
} satisfies Specimen;
