import { Meter } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "Meter",
  render: (props) => <Meter label="Storage" value={42} max={50} valueText="42 of 50 GB" {...props} />,
  root: "div.gw-meter",
  control: "meter",
} satisfies Specimen;
