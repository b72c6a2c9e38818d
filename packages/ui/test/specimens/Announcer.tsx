import { Announcer } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "Announcer",
  render: (props) => <Announcer message="12 courses found" {...props} />,
  root: ".gw-visually-hidden",
} satisfies Specimen;
