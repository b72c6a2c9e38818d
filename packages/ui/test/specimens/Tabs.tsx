import { Tabs } from "@groundwork/ui";
import { userEvent } from "vitest/browser";
import type { Specimen } from "../conformance.tsx";

const words = ["Map", "Costs", "People and their places", "Photos of the whole trip"];

export default {
  name: "Tabs",
  render: (props) => (
    <Tabs
      label="Trip"
      items={words.map((label, index) => ({
        value: label,
        label,
        children: `About ${label}.`,
        disabled: index === 2,
      }))}
      {...props}
    />
  ),
  root: ".gw-tabs",
  state: {
    props: ["value", "defaultValue", "onValueChange"],
    first: "Map",
    second: "Costs",
    read: (container) => container.querySelector("[aria-selected=true]")?.textContent,
    change: (container) => userEvent.click(container.querySelectorAll("[role=tab]")[1]!),
    from: (value) => value,
  },
} satisfies Specimen;
