import { Alert } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "Alert",
  render: (props) => (
    <Alert tone="warning" {...props}>
      Two of your courses are still open.
    </Alert>
  ),
  root: ".gw-alert",
} satisfies Specimen;
