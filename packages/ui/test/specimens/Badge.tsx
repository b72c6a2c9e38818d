import { Badge } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "Badge",
  render: (props) => (
    <Badge tone="success" {...props}>
      Paid
    </Badge>
  ),
  root: ".gw-badge",
} satisfies Specimen;
