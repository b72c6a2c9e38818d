import { Form, Listbox, type ListboxProps } from "@groundwork/ui";
import { describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { focused, frame, mount, press, quietly } from "./harness.tsx";

const options = [
  { value: "evora", label: "Évora" },
  { value: "lisbon", label: "Lisbon" },
  { value: "loule", label: "Loulé", disabled: true },
  { value: "porto", label: "Porto" },
  { value: "portalegre", label: "Portalegre" },
];
const cities = (props: object = {}) => (
  <Listbox {...({ label: "City", name: "city", options, ...props } as ListboxProps)} />
);
const list = () => document.querySelector<HTMLElement>("[role=listbox]")!;
const option = (label: string) =>
  [...document.querySelectorAll<HTMLElement>("[role=option]")].find(({ textContent }) => textContent === label)!;
const active = () => document.getElementById(list().getAttribute("aria-activedescendant") ?? "")?.textContent ?? "";
const chosen = () =>
  [...document.querySelectorAll("[role=option][aria-selected=true]")].map(({ textContent }) => textContent);
const sent = () => new FormData(document.querySelector("form")!).getAll("city");

describe("one", () => {
  it("is one Tab stop: the chosen option, or the first, which is not chosen by that", async () => {
    mount(cities());
    expect([active(), list().tabIndex]).toEqual(["", 0]);
    await press("Tab");
    expect([document.activeElement === list(), active(), chosen()]).toEqual([true, "Évora", []]);
    await press("Tab");
    expect([document.activeElement === list(), active()]).toEqual([false, ""]);
  });

  it("arrows, Home and End choose at once and stop at the ends; Space takes the first", async () => {
    const change = vi.fn();
    mount(cities({ onValueChange: change }));
    await press("Tab", "ArrowUp");
    expect([active(), chosen()]).toEqual(["Évora", ["Évora"]]);
    await press("ArrowDown", "End", "ArrowDown", "Home", "End", "ArrowUp");
    expect(change.mock.calls.flat()).toEqual(["evora", "lisbon", "portalegre", "evora", "portalegre", "porto"]);
    expect([active(), chosen()]).toEqual(["Porto", ["Porto"]]);
    await press("ArrowLeft", "ArrowRight", "Control+a", "Shift+ArrowDown");
    expect(chosen()).toEqual(["Portalegre"]);
  });

  it("Space chooses where the focus came to nothing chosen", async () => {
    mount(cities());
    await press("Tab", " ");
    expect(chosen()).toEqual(["Évora"]);
  });

  it("a disabled option is reached and neither chosen nor lets go", async () => {
    mount(cities({ defaultValue: "lisbon" }));
    await press("Tab", "ArrowDown", " ");
    expect([active(), chosen()]).toEqual(["Loulé", ["Lisbon"]]);
    await userEvent.click(option("Loulé"), { force: true });
    expect(chosen()).toEqual(["Lisbon"]);
  });

  it("goes to what is typed, whatever the case and accents, and to the next by the same letter", async () => {
    mount(cities());
    await press("Tab", "l");
    expect(active()).toBe("Lisbon");
    await new Promise((resolve) => setTimeout(resolve, 600));
    await press("l");
    expect(active()).toBe("Loulé");
    await new Promise((resolve) => setTimeout(resolve, 600));
    await press("p", "o", "r", "t", "a");
    expect([active(), chosen()]).toEqual(["Portalegre", ["Portalegre"]]);
    await new Promise((resolve) => setTimeout(resolve, 600));
    await press("E");
    expect(active()).toBe("Évora");
  });

  it("lies down: left and right move, the other way in right-to-left; up and down do not", async () => {
    mount(cities({ orientation: "horizontal" }));
    expect(list().ariaOrientation).toBe("horizontal");
    await press("Tab", "ArrowRight", "ArrowDown");
    expect(active()).toBe("Lisbon");
    document.documentElement.dir = "rtl";
    await press("ArrowRight");
    expect(active()).toBe("Évora");
    await press("ArrowLeft");
    expect(active()).toBe("Lisbon");
  });
});

describe("several", () => {
  it("arrows only move; Space chooses and lets go; Shift with an arrow does both", async () => {
    const change = vi.fn();
    mount(cities({ multiple: true, onValueChange: change }));
    expect(list().ariaMultiSelectable).toBe("true");
    await press("Tab", "ArrowDown");
    expect(chosen()).toEqual([]);
    await press(" ", "End", " ");
    expect(change.mock.lastCall).toEqual([["lisbon", "portalegre"]]);
    await press(" ", "Home", "Shift+ArrowDown");
    expect([active(), chosen()]).toEqual(["Lisbon", []]);
    await press("Shift+ArrowUp");
    expect(chosen()).toEqual(["Évora"]);
    await press("Shift+End");
    expect([active(), chosen()]).toEqual(["Portalegre", ["Évora"]]);
  });

  it("Shift+Space chooses from the last one on, Control+Shift+Home and End to the ends, past what is disabled", async () => {
    mount(cities({ multiple: true }));
    await press("Tab", "ArrowDown", " ", "End", "Shift+ ");
    expect(chosen()).toEqual(["Lisbon", "Porto", "Portalegre"]);
    await press("Control+a", "Control+a");
    expect(chosen()).toEqual([]);
    await press("Home", "ArrowDown", "Control+Shift+End");
    expect([active(), chosen()]).toEqual(["Portalegre", ["Lisbon", "Porto", "Portalegre"]]);
    await press("Control+a", "Control+a", "ArrowUp", "Control+Shift+Home");
    expect([active(), chosen()]).toEqual(["Évora", ["Évora", "Lisbon", "Porto"]]);
  });

  it("Control+A takes all that can be, and then lets them go; a disabled one stays as it was", async () => {
    mount(cities({ multiple: true, defaultValue: ["loule"] }));
    await press("Tab", "Control+a");
    expect(chosen()).toHaveLength(5);
    await press("Control+a");
    expect(chosen()).toEqual(["Loulé"]);
  });

  it("a press chooses and lets go, with Shift all from the last one on", async () => {
    mount(cities({ multiple: true }));
    await userEvent.click(option("Lisbon"));
    await userEvent.keyboard("{Shift>}");
    await userEvent.click(option("Portalegre"));
    await userEvent.keyboard("{/Shift}");
    expect([chosen(), active()]).toEqual([["Lisbon", "Porto", "Portalegre"], "Portalegre"]);
    await userEvent.click(option("Porto"));
    expect(chosen()).toEqual(["Lisbon", "Portalegre"]);
  });
});

describe("in forms", () => {
  it("is sent, goes back at reset, and says what native validity says", async () => {
    mount(
      <Form>
        {cities({ required: true, messages: { valueMissing: "Choose a city." } })}
        <button type="submit">Send</button>
        <button type="reset">Back</button>
      </Form>,
    );
    expect(sent()).toEqual([""]);
    await userEvent.click(document.querySelector("[type=submit]")!);
    await frame();
    expect([document.activeElement === list(), list().ariaInvalid]).toEqual([true, "true"]);
    expect(document.querySelector("[data-error]")!.textContent).toBe("Choose a city.");
    await press("ArrowDown");
    expect([sent(), document.querySelector("[data-error]")!.textContent]).toEqual([["lisbon"], ""]);
    await userEvent.click(document.querySelector("[type=reset]")!);
    expect([sent(), chosen()]).toEqual([[""], []]);
  });

  it("sends several under one name", async () => {
    mount(<form>{cities({ multiple: true, defaultValue: ["lisbon", "porto"] })}</form>);
    expect(sent()).toEqual(["lisbon", "porto"]);
    await press("Tab", "Control+a");
    expect(sent()).toEqual(["evora", "lisbon", "porto", "portalegre"]);
  });

  it("its label focuses it", async () => {
    const { get } = mount(cities());
    await userEvent.click(get("label"));
    expect(document.activeElement).toBe(list());
  });

  it.each([
    ["disabled", { disabled: true }, (each: React.JSX.Element) => each],
    ["readOnly", { readOnly: true }, (each: React.JSX.Element) => each],
    ["a disabled fieldset", {}, (each: React.JSX.Element) => <fieldset disabled>{each}</fieldset>],
  ])("%s: nothing changes it", async (_, props, around) => {
    const change = vi.fn();
    mount(around(cities({ ...props, multiple: true, defaultValue: ["porto"], onValueChange: change })));
    await userEvent.click(option("Lisbon"), { force: true });
    list().focus();
    await press(" ", "Control+a", "Shift+ArrowDown", "Control+Shift+Home");
    expect([chosen(), change.mock.calls]).toEqual([["Porto"], []]);
  });
});

it("keeps the active option in view, and scrolls nothing before it has the focus", async () => {
  const many = Array.from({ length: 200 }, (_, index) => ({ value: `${index}`, label: `Option ${index}` }));
  mount(cities({ options: many, defaultValue: "150" }));
  expect(list().scrollTop).toBe(0);
  await press("Tab");
  const inView = () => {
    const outer = list().getBoundingClientRect();
    const inner = option(active()).getBoundingClientRect();
    return inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
  };
  expect([active(), inView()]).toEqual(["Option 150", true]);
  await press("Home");
  expect([active(), inView(), list().scrollTop]).toEqual(["Option 0", true, 0]);
  await press("End");
  expect([active(), inView()]).toEqual(["Option 199", true]);
});

it("goes on from the same option when the list changes, and stands an empty one", async () => {
  const { rerender } = mount(cities());
  await press("Tab", "End");
  rerender(cities({ options: [{ value: "new", label: "New" }, ...options] }));
  expect(active()).toBe("Portalegre");
  await quietly(async () => {
    rerender(cities({ options: [], value: "" }));
    await press("ArrowDown", " ", "a");
  });
  expect([active(), focused()]).toEqual(["", ""]);
});

it("warns once of two options with one value, and of a value that is none of them", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const { rerender } = mount(cities({ value: "paris" }));
  rerender(cities({ value: "paris" }));
  rerender(cities({ options: [...options, options[0]] }));
  await frame();
  expect(warn.mock.calls.flat()).toEqual([
    'Listbox: no option has the value "paris"; add it to `options`.',
    'Listbox: two options have the value "evora"; give each a value of its own.',
  ]);
  warn.mockRestore();
  error.mockRestore();
});

it("has no form without a label, and one or several values by type", () => {
  // @ts-expect-error a label is required
  void (() => <Listbox options={options} />);
  // @ts-expect-error several values need `multiple`
  void (() => <Listbox label="City" options={options} value={["porto"]} />);
  // @ts-expect-error several values are a list
  void (() => <Listbox label="City" options={options} multiple value="porto" />);
});
