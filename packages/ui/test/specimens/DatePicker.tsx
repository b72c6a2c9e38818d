import { DatePicker } from "@groundwork/ui";
import { userEvent } from "vitest/browser";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "DatePicker",
  render: (props) => (
    <DatePicker
      label="Departure"
      hint="A hint"
      error="An error"
      name="departure"
      locale="en-GB"
      today="2026-11-24"
      labels={{
        open: "Choose a date",
        previousMonth: "Previous month",
        nextMonth: "Next month",
        previousYear: "Previous year",
        nextYear: "Next year",
      }}
      invalidMessage="Enter a date like 24/11/2026."
      unavailable={(date: string) => date === "2026-11-25" && "Fully booked"}
      {...props}
    />
  ),
  root: ".gw-field",
  control: "[type=date]",
  state: {
    props: ["value", "defaultValue", "onChange"],
    first: "2026-11-24",
    second: "2026-11-02",
    read: (container) => container.querySelector<HTMLInputElement>("[type=date]")?.value,
    change: (container) => userEvent.fill(container.querySelector(".gw-input")!, "2/11/2026"),
  },
  open: (container) =>
    container.querySelector(":popover-open") ? undefined : userEvent.click(container.querySelector("[popovertarget]")!),
} satisfies Specimen;
