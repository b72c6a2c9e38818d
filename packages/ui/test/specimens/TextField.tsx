import { TextField } from "@groundwork/ui";
import { userEvent } from "vitest/browser";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "TextField",
  render: (props) => (
    <TextField label="E-mail" hint="We write once a week" error="Already in use" name="email" {...props} />
  ),
  root: ".gw-field",
  control: "input",
  state: {
    props: ["value", "defaultValue", "onChange"],
    first: "ada",
    second: "ada!",
    read: (container) => container.querySelector("input")?.value,
    change: (container) => userEvent.type(container.querySelector("input")!, "!"),
  },
} satisfies Specimen;
