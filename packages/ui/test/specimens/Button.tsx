import { Button } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "Button",
  render: (props) => <Button {...props}>Save changes</Button>,
  root: "button.gw-button",
} satisfies Specimen;
