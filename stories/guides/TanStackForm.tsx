import { Button, Checkbox, TextField } from "@groundwork/ui";
import { useForm } from "@tanstack/react-form";
import { useState } from "react";

export function TanStackForm() {
  const [sent, setSent] = useState("nothing yet");
  const form = useForm({
    defaultValues: { name: "", terms: false },
    onSubmit: ({ value }) => setSent(JSON.stringify(value)),
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.handleSubmit();
      }}
    >
      <form.Field
        name="name"
        validators={{ onChange: ({ value }) => (value.length < 3 ? "At least three letters." : undefined) }}
      >
        {(field) => (
          <TextField
            label="Name"
            name={field.name}
            value={field.state.value}
            onBlur={field.handleBlur}
            onChange={(event) => field.handleChange(event.target.value)}
            error={field.state.meta.errors.join(" ")}
          />
        )}
      </form.Field>
      <form.Field name="terms">
        {(field) => (
          <Checkbox
            label="I have read the terms"
            name={field.name}
            checked={field.state.value}
            onBlur={field.handleBlur}
            onChange={(event) => field.handleChange(event.target.checked)}
          />
        )}
      </form.Field>
      <Button type="submit">Send</Button>
      <p>Sent: {sent}</p>
    </form>
  );
}
