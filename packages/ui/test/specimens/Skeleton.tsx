import { Skeleton } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "Skeleton",
  render: (props) => <Skeleton {...props} />,
  root: ".gw-skeleton",
} satisfies Specimen;
