import { Fieldset, TextField } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "Fieldset",
  render: (props) => (
    <Fieldset label="Address" hint="A hint" error="An error" {...props}>
      <TextField label="Street" />
      <TextField label="Town" />
    </Fieldset>
  ),
  root: ".gw-fieldset",
} satisfies Specimen;
