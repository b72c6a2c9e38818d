import { Progress } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "Progress",
  render: (props) => <Progress label="Uploading" value={3} max={8} valueText="3 of 8 files" {...props} />,
  root: "div.gw-progress",
  control: "progress",
} satisfies Specimen;
