import { RadioGroup } from "@groundwork/ui";
import { userEvent } from "vitest/browser";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "RadioGroup",
  render: (props) => (
    <RadioGroup
      label="Size"
      hint="A hint"
      error="An error"
      options={[
        { value: "s", label: "Small" },
        { value: "m", label: "Medium" },
        { value: "l", label: "Large", disabled: true },
      ]}
      {...props}
    />
  ),
  root: ".gw-fieldset",
  control: "input",
  state: {
    props: ["value", "defaultValue", "onChange"],
    first: "s",
    second: "m",
    read: (container) => container.querySelector<HTMLInputElement>("input:checked")?.value,
    change: (container) => userEvent.click(container.querySelectorAll("input")[1]!),
  },
} satisfies Specimen;
