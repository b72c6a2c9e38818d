import { Button, Checkbox, Form, TextField } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "Form",
  render: (props) => (
    <Form {...props}>
      <TextField label="Name" />
      <Checkbox label="I agree" />
      <Button type="submit">Send</Button>
    </Form>
  ),
  root: ".gw-form",
} satisfies Specimen;
