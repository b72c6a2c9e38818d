import {
  Button,
  Checkbox,
  CheckboxGroup,
  Combobox,
  DatePicker,
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

const cities = ["Faro", "Porto"].map((label) => ({ value: label.toLowerCase(), label }));
const choose = async (container: HTMLElement, at: number, label: string) => {
  await userEvent.click(container.querySelectorAll("[role=combobox]")[at]!);
  const options = [...container.querySelectorAll("[role=option]")];
  await userEvent.click(options.find(({ textContent }) => textContent === label)!);
};

function Trip({ send }: { send: (data: unknown) => void }) {
  const { register, control, handleSubmit, reset, setValue, formState } = useForm({
    defaultValues: { from: "faro", to: "", via: ["faro"] },
  });
  return (
    <form onSubmit={handleSubmit((data) => send(data))}>
      <Combobox label="From" options={cities} {...register("from")} />
      <Combobox
        label="To"
        options={cities}
        {...register("to", { required: "Enter a city" })}
        error={formState.errors.to?.message}
      />
      <Controller
        name="via"
        control={control}
        render={({ field: { onChange, ...field } }) => (
          <Combobox label="Via" multiple removeLabel={String} options={cities} {...field} onValueChange={onChange} />
        )}
      />
      <Button type="submit">Send</Button>
      <Button onClick={() => reset()}>Reset</Button>
      <Button onClick={() => setValue("from", "porto")}>Set</Button>
    </form>
  );
}

it("registers and controls a Combobox with React Hook Form", async () => {
  await quietly(async () => {
    const got: unknown[] = [];
    const { container } = mount(<Trip send={(data) => got.push(data)} />);
    const shown = () => [...container.querySelectorAll<HTMLInputElement>("[role=combobox]")].map(({ value }) => value);
    const [send, reset, set] = [...container.querySelectorAll<HTMLElement>(".gw-button")];
    expect(shown()).toEqual(["Faro", "", ""]);
    await userEvent.click(send!);
    await expect.poll(() => container.querySelectorAll(".gw-error")[2]?.textContent).toBe("Enter a city");
    expect(focused()).toBe("To");
    await choose(container, 1, "Porto");
    await choose(container, 2, "Porto");
    await press("Tab");
    await userEvent.click(set!);
    await expect.poll(() => shown()[0]).toBe("Porto");
    await userEvent.click(send!);
    await expect.poll(() => got).toEqual([{ from: "porto", to: "porto", via: ["faro", "porto"] }]);
    await userEvent.click(reset!);
    await expect.poll(shown).toEqual(["Faro", "", ""]);
    expect(container.querySelectorAll(".gw-chip").length).toBe(1);
  });
});

function TanStackTrip({ send }: { send: (data: unknown) => void }) {
  const form = useTanStackForm({ defaultValues: { city: "" }, onSubmit: ({ value }) => send(value) });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void form.handleSubmit();
      }}
    >
      <form.Field name="city">
        {(field) => (
          <Combobox
            label="City"
            options={cities}
            name={field.name}
            value={field.state.value}
            onBlur={field.handleBlur}
            onValueChange={field.handleChange}
          />
        )}
      </form.Field>
      <Button type="submit">Send</Button>
    </form>
  );
}

it("controls a Combobox with TanStack Form", async () => {
  await quietly(async () => {
    const got: unknown[] = [];
    const { container } = mount(<TanStackTrip send={(data) => got.push(data)} />);
    await choose(container, 0, "Porto");
    await userEvent.click(container.querySelector("[type=submit]")!);
    await expect.poll(() => got).toEqual([{ city: "porto" }]);
  });
});

const words = {
  locale: "en-GB",
  labels: { open: "Choose a date", previousMonth: "Previous month", nextMonth: "Next month" },
  invalidMessage: "Enter a date like 24/11/2026.",
};

function Dates({ send }: { send: (data: unknown) => void }) {
  const { register, control, handleSubmit, reset, setValue, formState } = useForm({
    defaultValues: { from: "2026-11-24", to: "", back: "" },
  });
  return (
    <form noValidate onSubmit={handleSubmit((data) => send(data))}>
      <DatePicker label="From" {...words} {...register("from")} />
      <DatePicker
        label="To"
        {...words}
        {...register("to", { required: "Enter a day" })}
        error={formState.errors.to?.message}
      />
      <Controller
        name="back"
        control={control}
        render={({ field }) => <DatePicker label="Back" {...words} {...field} />}
      />
      <Button type="submit">Send</Button>
      <Button onClick={() => reset()}>Reset</Button>
      <Button onClick={() => setValue("from", "2027-01-02")}>Set</Button>
    </form>
  );
}

function TanStackDate({ send }: { send: (data: unknown) => void }) {
  const form = useTanStackForm({ defaultValues: { day: "" }, onSubmit: ({ value }) => send(value) });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void form.handleSubmit();
      }}
    >
      <form.Field name="day">
        {(field) => (
          <DatePicker
            label="Day"
            {...words}
            value={field.state.value}
            onBlur={field.handleBlur}
            onChange={(event) => field.handleChange(event.target.value)}
          />
        )}
      </form.Field>
      <Button type="submit">Send</Button>
    </form>
  );
}

it("registers and controls a DatePicker with React Hook Form", async () => {
  await quietly(async () => {
    const got: unknown[] = [];
    const { container } = mount(<Dates send={(data) => got.push(data)} />);
    const texts = [...container.querySelectorAll<HTMLInputElement>(".gw-input")];
    const shown = () => texts.map(({ value }) => value);
    const [send, reset, set] = [...container.querySelectorAll<HTMLElement>(".gw-button")];
    expect(shown()).toEqual(["24/11/2026", "", ""]);
    await userEvent.click(send!);
    await expect.poll(() => container.querySelectorAll(".gw-error")[2]?.textContent).toBe("Enter a day");
    expect(document.activeElement).toBe(texts[1]);
    await userEvent.fill(texts[1]!, "25/11/2026");
    await userEvent.fill(texts[2]!, "1/12/26");
    await userEvent.click(set!);
    await expect.poll(shown).toEqual(["02/01/2027", "25/11/2026", "01/12/2026"]);
    await userEvent.click(send!);
    await expect.poll(() => got).toEqual([{ from: "2027-01-02", to: "2026-11-25", back: "2026-12-01" }]);
    await userEvent.click(reset!);
    await expect.poll(shown).toEqual(["24/11/2026", "", ""]);
  });
});

it("controls a DatePicker with TanStack Form", async () => {
  await quietly(async () => {
    const got: unknown[] = [];
    const { container } = mount(<TanStackDate send={(data) => got.push(data)} />);
    await userEvent.type(container.querySelector(".gw-input")!, "24/11/2026");
    await userEvent.click(container.querySelector("[type=submit]")!);
    await expect.poll(() => got).toEqual([{ day: "2026-11-24" }]);
  });
});
