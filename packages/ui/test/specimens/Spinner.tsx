import { Spinner } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "Spinner",
  render: (props) => <Spinner label="Loading" {...props} />,
  root: ".gw-spinner",
} satisfies Specimen;
