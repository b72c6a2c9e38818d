import { Combobox } from "@groundwork/ui";
import { userEvent } from "vitest/browser";
import type { Specimen } from "../conformance.tsx";
import { frame } from "../harness.tsx";

const options = [
  { value: "ie", label: "Ireland", group: "North" },
  { value: "is", label: "Iceland", group: "North", disabled: true },
  { value: "pt", label: "Portugal", group: "South" },
];
const click = (container: HTMLElement) => userEvent.click(container.querySelector("[role=combobox]")!);

export default {
  name: "Combobox",
  render: (props) => (
    <Combobox label="Country" hint="A hint" error="An error" name="country" options={options} {...props} />
  ),
  root: ".gw-field",
  control: ".gw-held",
  state: {
    props: ["value", "defaultValue", "onValueChange"],
    first: "ie",
    second: "pt",
    read: (container) => container.querySelector<HTMLInputElement>(".gw-held")?.value,
    change: async (container) => {
      await click(container);
      await frame();
      await userEvent.click([...container.querySelectorAll("[role=option]")].at(-1)!);
    },
    from: (value) => value,
  },
  open: click,
} satisfies Specimen;
