import { Table } from "@groundwork/ui";
import { userEvent } from "vitest/browser";
import type { Specimen } from "../conformance.tsx";

const trips = [
  { id: "a", name: "Azores", days: 9 },
  { id: "b", name: "Bergen", days: 12 },
  { id: "c", name: "Cork", days: 4 },
];

export default {
  name: "Table",
  render: (props) => (
    <Table<(typeof trips)[number]>
      caption="Trips"
      rows={trips}
      rowKey="id"
      columns={[
        { key: "name", header: "Trip", rowHeader: true, sortable: true },
        { key: "days", header: "Days", align: "end", sortable: true, footer: 25 },
        { key: "edit", header: "Change", cell: (trip) => <a href={`#${trip.id}`}>Change {trip.name}</a> },
      ]}
      selectable={{ label: (trip) => `Select ${trip.name}`, allLabel: "Select all trips" }}
      {...props}
    />
  ),
  root: ".gw-table",
  state: {
    props: ["selected", "defaultSelected", "onSelectedChange"],
    first: ["a"],
    second: ["a", "c"],
    read: (container) =>
      [...container.querySelectorAll<HTMLInputElement>("tbody input:checked")].map(
        (input) => trips.find(({ name }) => input.ariaLabel!.endsWith(name))!.id,
      ),
    change: (container) => userEvent.click(container.querySelectorAll("tbody input")[2]!),
    from: (keys) => [...keys],
  },
} satisfies Specimen;
