import { SearchField } from "@groundwork/ui";
import { userEvent } from "vitest/browser";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "SearchField",
  render: (props) => (
    <SearchField label="Search courses" clearLabel="Clear" hint="A hint" error="An error" {...props} />
  ),
  root: ".gw-field",
  control: "input",
  state: {
    props: ["value", "defaultValue", "onChange"],
    first: "ab",
    second: "",
    read: (container) => container.querySelector<HTMLInputElement>("input")?.value,
    change: (container) => userEvent.click(container.querySelector("button")!),
  },
} satisfies Specimen;
