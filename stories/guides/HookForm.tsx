import { Button, CheckboxGroup, NumberField, TextField } from "@groundwork/ui";
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";

const days = [
  { value: "mon", label: "Monday" },
  { value: "tue", label: "Tuesday" },
];

export function HookForm() {
  const [sent, setSent] = useState("nothing yet");
  const { register, control, handleSubmit, formState } = useForm({
    defaultValues: { name: "", guests: 1, days: ["mon"] },
  });
  return (
    <form noValidate onSubmit={handleSubmit((data) => setSent(JSON.stringify(data)))}>
      <TextField
        label="Name"
        {...register("name", { required: "Enter a name." })}
        error={formState.errors.name?.message}
      />
      <NumberField
        label="Guests"
        decrementLabel="Fewer"
        incrementLabel="More"
        {...register("guests", { valueAsNumber: true })}
      />
      <Controller
        name="days"
        control={control}
        render={({ field: { onChange, ...field } }) => (
          <CheckboxGroup label="Days" options={days} {...field} onValueChange={onChange} />
        )}
      />
      <Button type="submit">Send</Button>
      <p>Sent: {sent}</p>
    </form>
  );
}
