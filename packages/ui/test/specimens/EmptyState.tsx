import { Button, EmptyState } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "EmptyState",
  render: (props) => (
    <EmptyState icon="∅" {...props} title="No expenses yet">
      <p>Add the first one to see who owes whom.</p>
      <Button>Add expense</Button>
    </EmptyState>
  ),
  root: ".gw-empty-state",
} satisfies Specimen;
