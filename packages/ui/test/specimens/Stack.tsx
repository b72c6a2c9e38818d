import { Button, Stack } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "Stack",
  render: (props) => (
    <Stack gap={2} direction="row" {...props}>
      <Button>Save</Button>
      <Button variant="plain">Cancel</Button>
    </Stack>
  ),
  root: ".gw-stack",
} satisfies Specimen;
