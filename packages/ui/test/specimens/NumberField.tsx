import { NumberField } from "@groundwork/ui";
import { userEvent } from "vitest/browser";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "NumberField",
  render: (props) => (
    <NumberField
      label="Guests"
      decrementLabel="Fewer"
      incrementLabel="More"
      end="people"
      hint="A hint"
      error="An error"
      {...props}
    />
  ),
  root: ".gw-field",
  control: "input",
  state: {
    props: ["value", "defaultValue", "onChange"],
    first: "2",
    second: "3",
    read: (container) => container.querySelector<HTMLInputElement>("input")?.value,
    change: (container) => userEvent.click(container.querySelectorAll("button")[1]!),
  },
} satisfies Specimen;
