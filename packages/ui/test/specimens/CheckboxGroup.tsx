import { CheckboxGroup } from "@groundwork/ui";
import { userEvent } from "vitest/browser";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "CheckboxGroup",
  render: (props) => (
    <CheckboxGroup
      label="Sizes"
      name="size"
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
    props: ["value", "defaultValue", "onValueChange"],
    first: ["s"],
    second: ["s", "m"],
    read: (container) => [...container.querySelectorAll<HTMLInputElement>("input:checked")].map(({ value }) => value),
    change: (container) => userEvent.click(container.querySelectorAll("input")[1]!),
    from: (values) => values,
  },
} satisfies Specimen;
