import { Kbd } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "Kbd",
  render: (props) => <Kbd {...props}>Esc</Kbd>,
  root: ".gw-kbd",
} satisfies Specimen;
