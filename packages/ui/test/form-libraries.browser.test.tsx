import {
  Button,
  Checkbox,
  CheckboxGroup,
  NumberField,
  RadioGroup,
  Select,
  Slider,
  Switch,
  TextArea,
  TextField,
} from "@groundwork/ui";
import { useForm as useTanStackForm } from "@tanstack/react-form";
import { Controller, useForm } from "react-hook-form";
import { expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { focused, mount, press, quietly } from "./harness.tsx";

const sizes = ["s", "m"].map((value) => ({ value, label: value }));
const values = {
  name: "",
  message: "",
  guests: 1,
  terms: false,
  news: false,
  size: "s",
  days: ["s"],
  distance: 30,
  country: "ie",
};
const changed = {
  name: "Ada",
  message: "Hi",
  guests: 2,
  terms: true,
  news: true,
  size: "m",
  days: ["s", "m"],
  distance: 31,
  country: "pt",
};

async function fill(container: HTMLElement): Promise<void> {
  const find = <E extends HTMLElement>(selector: string) => container.querySelector<E>(selector)!;
  await userEvent.type(find("[name=name]"), "Ada");
  await userEvent.type(find("textarea"), "Hi");
  await userEvent.click(find(".gw-number button:last-of-type"));
  await userEvent.click(find("[name=terms]"));
  await userEvent.click(find("[name=news]"));
  await userEvent.click(find("[name=size][value=m]"));
  await userEvent.click(find("[name=days][value=m]"));
  find("[type=range]").focus();
  await press("ArrowRight");
  await userEvent.selectOptions(find("select"), "pt");
}

function Registered({ send }: { send: (data: unknown) => void }) {
  const { register, handleSubmit, formState, reset } = useForm({ defaultValues: values });
  return (
    <form noValidate onSubmit={handleSubmit((data) => send(data))}>
      <TextField
        label="Name"
        error={formState.errors.name?.message}
        {...register("name", { required: "Enter a name" })}
      />
      <TextArea label="Message" {...register("message")} />
      <NumberField
        label="Guests"
        decrementLabel="Fewer"
        incrementLabel="More"
        {...register("guests", { valueAsNumber: true })}
      />
      <Checkbox label="Terms" {...register("terms")} />
      <Switch label="News" {...register("news")} />
      <RadioGroup label="Size" options={sizes} {...register("size")} />
      <CheckboxGroup label="Days" options={sizes} {...register("days")} />
      <Slider label="Distance" {...register("distance", { valueAsNumber: true })} />
      <Select label="Country" {...register("country")}>
        <option>ie</option>
        <option>pt</option>
      </Select>
      <Button type="submit">Send</Button>
      <Button onClick={() => reset()}>Reset</Button>
    </form>
  );
}

function Controlled({ send }: { send: (data: unknown) => void }) {
  const { control, handleSubmit } = useForm({ defaultValues: { name: "", size: "s", days: ["s"] } });
  return (
    <form onSubmit={handleSubmit((data) => send(data))}>
      <Controller
        name="name"
        control={control}
        render={({ field, fieldState }) => <TextField label="Name" {...field} error={fieldState.error?.message} />}
      />
      <Controller
        name="size"
        control={control}
        render={({ field }) => <RadioGroup label="Size" options={sizes} {...field} />}
      />
      <Controller
        name="days"
        control={control}
        render={({ field: { onChange, ...field } }) => (
          <CheckboxGroup label="Days" options={sizes} {...field} onValueChange={onChange} />
        )}
      />
      <Button type="submit">Send</Button>
    </form>
  );
}

function TanStack({ send }: { send: (data: unknown) => void }) {
  const form = useTanStackForm({
    defaultValues: { name: "", terms: false, guests: 1 },
    onSubmit: ({ value }) => send(value),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void form.handleSubmit();
      }}
    >
      <form.Field name="name" validators={{ onChange: ({ value }) => (value.length < 3 ? "Too short" : undefined) }}>
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
            label="Terms"
            checked={field.state.value}
            onChange={(event) => field.handleChange(event.target.checked)}
          />
        )}
      </form.Field>
      <form.Field name="guests">
        {(field) => (
          <NumberField
            label="Guests"
            decrementLabel="Fewer"
            incrementLabel="More"
            value={field.state.value}
            onChange={(event) => field.handleChange(event.target.valueAsNumber)}
          />
        )}
      </form.Field>
      <Button type="submit">Send</Button>
    </form>
  );
}

it("registers every field with React Hook Form", async () => {
  await quietly(async () => {
    const got: unknown[] = [];
    const { container } = mount(<Registered send={(data) => got.push(data)} />);
    const [send, reset] = [...container.querySelectorAll<HTMLElement>(".gw-button")];
    await userEvent.click(send!);
    await expect.poll(() => container.querySelector(".gw-error")?.textContent).toBe("Enter a name");
    expect(focused()).toBe("Name");
    await fill(container);
    await userEvent.click(send!);
    await expect.poll(() => got.at(-1)).toEqual(changed);
    expect(container.querySelector(".gw-error")?.textContent).toBe("");
    await userEvent.click(reset!);
    await userEvent.type(container.querySelector("[name=name]")!, "B");
    await userEvent.click(send!);
    await expect.poll(() => got.at(-1)).toEqual({ ...values, name: "B" });
  });
});

it("is controlled by React Hook Form's Controller", async () => {
  await quietly(async () => {
    const got: unknown[] = [];
    const { container } = mount(<Controlled send={(data) => got.push(data)} />);
    await userEvent.type(container.querySelector("[name=name]")!, "Ada");
    await userEvent.click(container.querySelector("[name=size][value=m]")!);
    await userEvent.click(container.querySelector("[name=days][value=m]")!);
    await userEvent.click(container.querySelector(".gw-button")!);
    await expect.poll(() => got.at(-1)).toEqual({ name: "Ada", size: "m", days: ["s", "m"] });
  });
});

it("is controlled by TanStack Form", async () => {
  await quietly(async () => {
    const got: unknown[] = [];
    const { container } = mount(<TanStack send={(data) => got.push(data)} />);
    const name = container.querySelector("[name=name]")!;
    await userEvent.type(name, "Ad");
    await expect.poll(() => container.querySelector(".gw-error")?.textContent).toBe("Too short");
    await userEvent.type(name, "a");
    await userEvent.click(container.querySelector("[type=checkbox]")!);
    await userEvent.click(container.querySelector(".gw-number button:last-of-type")!);
    await userEvent.click(container.querySelector("[type=submit]")!);
    await expect.poll(() => got.at(-1)).toEqual({ name: "Ada", terms: true, guests: 2 });
  });
});
