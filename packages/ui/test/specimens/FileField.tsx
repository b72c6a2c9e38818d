import { FileField } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "FileField",
  render: (props) => <FileField label="Photos" hint="A hint" error="An error" {...props} />,
  root: ".gw-field",
  control: "input",
} satisfies Specimen;
