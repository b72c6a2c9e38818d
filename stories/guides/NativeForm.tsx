import { Button, CheckboxGroup, Form, TextField } from "@groundwork/ui";
import { useState } from "react";

const days = [
  { value: "mon", label: "Monday" },
  { value: "tue", label: "Tuesday" },
];

export function NativeForm() {
  const [sent, setSent] = useState("nothing yet");
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        setSent(`${data.get("name")}: ${data.getAll("day").join(", ")}`);
      }}
    >
      <TextField label="Name" name="name" required messages={{ valueMissing: "Enter your name." }} />
      <CheckboxGroup label="Days" name="day" options={days} defaultValue={["mon"]} />
      <Button type="submit">Send</Button>
      <Button type="reset" variant="plain">
        Start again
      </Button>
      <p>Sent: {sent}</p>
    </Form>
  );
}
