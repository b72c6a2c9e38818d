import {
  Button,
  Checkbox,
  CheckboxGroup,
  FileField,
  Form,
  NumberField,
  RadioGroup,
  SearchField,
  Select,
  Slider,
  Switch,
  TextArea,
  TextField,
} from "@groundwork/ui";
import { useActionState } from "react";
import { expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { focused, frame, mount, press, quietly } from "./harness.tsx";

const errors = (container: HTMLElement) =>
  [...container.querySelectorAll(".gw-error")].map(({ textContent }) => textContent).filter(Boolean);

const everyField = (
  <>
    <TextField label="Name" name="name" defaultValue="Ada" />
    <TextArea label="Message" name="message" defaultValue="Hello" />
    <SearchField label="Search" name="q" defaultValue="graph" />
    <NumberField label="Guests" name="guests" defaultValue={2} decrementLabel="Fewer" incrementLabel="More" />
    <Checkbox label="Terms" name="terms" defaultChecked />
    <Switch label="News" name="news" />
    <RadioGroup
      label="Size"
      name="size"
      defaultValue="m"
      options={["s", "m"].map((value) => ({ value, label: value }))}
    />
    <CheckboxGroup
      label="Days"
      name="day"
      defaultValue={["mon", "tue"]}
      options={["mon", "tue", "wed"].map((value) => ({ value, label: value }))}
    />
    <Slider label="Distance" name="distance" defaultValue={30} />
    <Select label="Country" name="country" defaultValue="pt">
      <option>ie</option>
      <option>pt</option>
    </Select>
    <FileField label="Photo" name="photo" />
  </>
);
const sent = [
  ["name", "Ada"],
  ["message", "Hello"],
  ["q", "graph"],
  ["guests", "2"],
  ["terms", "on"],
  ["size", "m"],
  ["day", "mon"],
  ["day", "tue"],
  ["distance", "30"],
  ["country", "pt"],
];

it("has every field in its FormData, and back to the defaults at reset", async () => {
  const { get } = mount(<Form>{everyField}</Form>);
  const form = get<HTMLFormElement>("form");
  const data = () => [...new FormData(form)].filter(([, value]) => typeof value === "string");
  expect(data()).toEqual(sent);
  for (const element of form.querySelectorAll<HTMLInputElement>(
    "input:not([type=file], [type=number], [type=range]), textarea",
  )) {
    if (element.type === "checkbox" || element.type === "radio") await userEvent.click(element);
    else await userEvent.type(element, "!");
  }
  await userEvent.click(form.querySelectorAll(".gw-number button")[1]!);
  form.querySelector<HTMLInputElement>("[type=range]")!.focus();
  await press("ArrowRight");
  await userEvent.selectOptions(form.querySelector("select")!, "ie");
  expect(data()).not.toEqual(sent);
  expect(form.querySelector("output")?.textContent).toBe("31");
  form.reset();
  await frame();
  expect(data()).toEqual(sent);
  expect(form.querySelector("output")?.textContent).toBe("30");
});

it("disables everything through one fieldset", () => {
  const { get } = mount(
    <Form>
      <fieldset disabled>{everyField}</fieldset>
    </Form>,
  );
  expect([...new FormData(get<HTMLFormElement>("form"))]).toEqual([]);
});

it("shows native validity on leaving, follows the correction, and forgets at reset", async () => {
  const { container, get } = mount(
    <Form>
      <TextField
        label="E-mail"
        type="email"
        messages={{ typeMismatch: "Not an address", valueMissing: "Missing" }}
        required
      />
    </Form>,
  );
  const input = get<HTMLInputElement>("input");
  await press("Tab", "a");
  expect(errors(container)).toEqual([]);
  await press("Tab");
  expect(errors(container)).toEqual(["Not an address"]);
  expect(input.getAttribute("aria-invalid")).toBe("true");
  expect(document.getElementById(input.getAttribute("aria-describedby")!.trim())?.textContent).toBe("Not an address");
  await userEvent.clear(input);
  expect(errors(container)).toEqual(["Missing"]);
  await userEvent.type(input, "a@b");
  expect(errors(container)).toEqual([]);
  expect(input.getAttribute("aria-invalid")).not.toBe("true");
  await userEvent.clear(input);
  await press("Tab");
  expect(errors(container)).toEqual(["Missing"]);
  get<HTMLFormElement>("form").reset();
  await frame();
  expect(errors(container)).toEqual([]);
  expect(input.getAttribute("aria-invalid")).not.toBe("true");
});

it("does not submit what is invalid: every field says why, the first gets focus", async () => {
  const submit = vi.fn((event) => event.preventDefault());
  const { container, get } = mount(
    <Form onSubmit={submit}>
      <TextField label="Optional" />
      <TextField label="Name" required />
      <Checkbox label="Terms" required />
      <RadioGroup label="Size" name="size" required options={[{ value: "s", label: "S" }]} />
      <Button type="submit">Send</Button>
    </Form>,
  );
  await userEvent.click(get("button"));
  expect(submit).not.toHaveBeenCalled();
  expect(errors(container).length).toBe(3);
  expect(errors(container)[0]).toBe(get<HTMLInputElement>("input[required][id]").validationMessage);
  expect(focused()).toBe("Name");
  await press("A", "Tab", " ", "Tab", " ");
  expect(errors(container)).toEqual([]);
  await userEvent.click(get("button"));
  expect(submit).toHaveBeenCalledTimes(1);
});

it("lets formNoValidate and noValidate through", async () => {
  const submit = vi.fn((event) => event.preventDefault());
  const { container, rerender } = mount(
    <Form onSubmit={submit}>
      <TextField label="Name" required />
      <Button type="submit" formNoValidate>
        Save draft
      </Button>
    </Form>,
  );
  await userEvent.click(container.querySelector("button")!);
  expect(submit).toHaveBeenCalledTimes(1);
  rerender(
    <Form key="other" noValidate onSubmit={submit}>
      <TextField label="Name" required />
      <Button type="submit">Send</Button>
    </Form>,
  );
  await userEvent.click(container.querySelector("button")!);
  expect(submit).toHaveBeenCalledTimes(2);
});

it("shows what the server said by name, also for odd names, until the field is edited", async () => {
  const answer = { email: ["Already in use.", "Try another."], __proto__: "not a field", size: "Sold out" };
  const fields = (given?: object) => (
    <Form errors={given as never}>
      <TextField label="Constructor" name="constructor" />
      <TextField label="E-mail" name="email" defaultValue="a" />
      <RadioGroup label="Size" name="size" options={[{ value: "s", label: "S" }]} />
    </Form>
  );
  const { container, rerender, get } = mount(fields());
  rerender(fields(answer));
  await frame();
  expect(errors(container)).toEqual(["Already in use. Try another.", "Sold out"]);
  expect(focused()).toBe("E-mail");
  await press("b");
  expect(errors(container)).toEqual(["Sold out"]);
  expect(get("[name=email]").getAttribute("aria-invalid")).not.toBe("true");
  // The same answer rendered again changes nothing; a new one shows again.
  rerender(fields(answer));
  await frame();
  expect(errors(container)).toEqual(["Sold out"]);
  rerender(fields({ ...answer }));
  await frame();
  expect(errors(container).length).toBe(2);
  rerender(fields());
  await frame();
  expect(errors(container)).toEqual([]);
});

it("lets the caller's error stand in for the form's", async () => {
  const { container, get } = mount(
    <Form>
      <TextField label="Name" error="Taken" required />
    </Form>,
  );
  get<HTMLFormElement>("form").requestSubmit();
  await frame();
  const visible = [...container.querySelectorAll<HTMLElement>(".gw-error")].filter((each) => each.checkVisibility());
  expect(visible.map(({ textContent }) => textContent)).toEqual(["Taken"]);
});

interface Answer {
  errors?: Record<string, string>;
}

function SignUp({ submit }: { submit: (data: FormData) => Promise<Answer> }) {
  const [state, action, pending] = useActionState((_: Answer, data: FormData) => submit(data), {});
  return (
    <Form action={action} errors={state.errors}>
      <TextField label="E-mail" name="email" type="email" required />
      <Button type="submit" pending={pending}>
        Sign up
      </Button>
    </Form>
  );
}

it("works with useActionState: pending, answer, success, reset", async () => {
  await quietly(async () => {
    const seen: (FormDataEntryValue | null)[] = [];
    const waiting: ((answer: Answer) => void)[] = [];
    const submit = (data: FormData) => {
      seen.push(data.get("email"));
      return new Promise<Answer>((resolve) => waiting.push(resolve));
    };
    const { container, get } = mount(<SignUp submit={submit} />);
    await press("Tab", "Enter");
    expect(seen).toEqual([]);
    expect(errors(container).length).toBe(1);
    await userEvent.type(get("input"), "a@b");
    await press("Enter");
    expect(seen).toEqual(["a@b"]);
    await expect.poll(() => get("button").getAttribute("aria-busy")).toBe("true");
    waiting.pop()?.({ errors: { email: "Already in use" } });
    await expect.poll(() => errors(container)).toEqual(["Already in use"]);
    expect(focused()).toBe("E-mail");
    await userEvent.type(get("input"), "c@d");
    await press("Enter");
    waiting.pop()?.({});
    await expect.poll(() => get<HTMLInputElement>("input").value).toBe("");
    expect(errors(container)).toEqual([]);
  });
});

it("gives its ref, of either kind, and calls the caller's handlers", async () => {
  const calls: string[] = [];
  let node: HTMLFormElement | null = null;
  const { get } = mount(
    <Form
      ref={(form) => {
        node = form;
      }}
      onReset={() => calls.push("reset")}
      onBlur={() => calls.push("blur")}
      onChange={() => calls.push("change")}
      onInvalidCapture={() => calls.push("invalid")}
    >
      <TextField label="Name" required />
    </Form>,
  );
  expect(node).toBe(get("form"));
  await press("Tab", "a", "Backspace", "Tab");
  get<HTMLFormElement>("form").requestSubmit();
  get<HTMLFormElement>("form").reset();
  expect(calls).toEqual(["change", "change", "blur", "invalid", "reset"]);
});
