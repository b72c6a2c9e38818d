import { IconButton } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "IconButton",
  render: (props) => (
    <IconButton label="Close" {...props}>
      ×
    </IconButton>
  ),
  root: "button.gw-button",
} satisfies Specimen;
