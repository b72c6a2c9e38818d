import { Field } from "@groundwork/ui";
import type { ComponentProps } from "react";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "Field",
  render: (props) => (
    <Field<ComponentProps<"input">> label="Favourite colour" hint="Any you like" error="Not that one" {...props}>
      {(control) => <input type="color" style={{ blockSize: 32 }} {...control} />}
    </Field>
  ),
  root: ".gw-field",
  control: "input",
} satisfies Specimen;
