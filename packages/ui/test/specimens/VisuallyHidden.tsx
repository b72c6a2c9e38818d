import { VisuallyHidden } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "VisuallyHidden",
  render: (props) => <VisuallyHidden {...props}>Opens in a new window</VisuallyHidden>,
  root: ".gw-visually-hidden",
} satisfies Specimen;
