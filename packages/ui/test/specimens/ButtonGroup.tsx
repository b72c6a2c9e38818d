import { Button, ButtonGroup } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "ButtonGroup",
  render: (props) => (
    <ButtonGroup label="Zoom" {...props}>
      <Button variant="outline">Out</Button>
      <Button variant="outline">In</Button>
    </ButtonGroup>
  ),
  root: ".gw-button-group",
} satisfies Specimen;
