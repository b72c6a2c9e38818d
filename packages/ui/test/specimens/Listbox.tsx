import { Listbox } from "@groundwork/ui";
import { userEvent } from "vitest/browser";
import type { Specimen } from "../conformance.tsx";

const options = [
  { value: "ie", label: "Ireland", group: "North" },
  { value: "is", label: "Iceland, with a name that is rather long", group: "North", disabled: true },
  { value: "pt", label: "Portugal", group: "South" },
];

export default {
  name: "Listbox",
  render: (props) => (
    <Listbox label="Country" hint="A hint" error="An error" name="country" options={options} {...props} />
  ),
  root: ".gw-field",
  control: ".gw-held",
  state: {
    props: ["value", "defaultValue", "onValueChange"],
    first: "ie",
    second: "pt",
    read: (container) => container.querySelector<HTMLInputElement>(".gw-held")?.value,
    change: (container) => userEvent.click([...container.querySelectorAll("[role=option]")].at(-1)!),
    from: (value) => value,
  },
} satisfies Specimen;
