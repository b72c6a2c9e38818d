import { Button, ToggleGroup } from "@groundwork/ui";
import { describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { focused, mount, press } from "./harness.tsx";

const options = [
  { value: "map", label: "Map" },
  { value: "list", label: "List" },
  { value: "print", label: "Print", icon: "⎙", disabled: true },
  { value: "plan", label: "Plan" },
];
const around = (group: React.JSX.Element) => (
  <>
    <Button>Before</Button>
    {group}
    <Button>After</Button>
  </>
);
const on = () =>
  [...document.querySelectorAll('[aria-pressed="true"],[aria-checked="true"]')].map(({ textContent }) => textContent);
const stops = () => document.querySelectorAll('.gw-button-group > :not([tabindex="-1"])').length;

describe("one or none", () => {
  it("is a group of pressed buttons with one Tab stop: what is pressed, or the first", async () => {
    const { get } = mount(around(<ToggleGroup label="View" options={options} />));
    expect([get(".gw-button-group").role, get(".gw-button-group").ariaLabel]).toEqual(["group", "View"]);
    await press("Tab", "Tab");
    expect(focused()).toBe("Map");
    await press("Tab");
    expect(focused()).toBe("After");
    await userEvent.click(get(".gw-button-group > :nth-child(2)"));
    expect(on()).toEqual(["List"]);
    await press("ArrowRight", "ArrowRight");
    expect([focused(), on(), stops()]).toEqual(["Plan", ["List"], 1]);
    await press("Tab", "Shift+Tab");
    expect(focused()).toBe("List");
    await press("ArrowRight", "Shift+Tab");
    expect(focused()).toBe("Before");
  });

  it.each([["Enter"], [" "]])("%s presses and lets go; arrows only move", async (key) => {
    const change = vi.fn();
    mount(<ToggleGroup label="View" options={options} onValueChange={change} />);
    await press("Tab", "ArrowRight");
    expect(on()).toEqual([]);
    await press(key);
    expect(on()).toEqual(["List"]);
    await press("ArrowLeft", key);
    expect(on()).toEqual(["Map"]);
    await press(key);
    expect(on()).toEqual([]);
    expect(change.mock.calls).toEqual([["list"], ["map"], [""]]);
  });

  it("a disabled button is reached, and not pressed by keys or pointer", async () => {
    const change = vi.fn();
    const { get } = mount(<ToggleGroup label="View" options={options} onValueChange={change} />);
    await press("Tab", "ArrowDown", "ArrowDown", "Enter", " ");
    expect(focused()).toBe("Print");
    await userEvent.click(get('[aria-disabled="true"]'), { force: true });
    expect([on(), change.mock.calls]).toEqual([[], []]);
  });

  it.each([
    ["ltr", "ArrowRight", "ArrowLeft"],
    ["rtl", "ArrowLeft", "ArrowRight"],
  ])("in %s %s goes on and %s back, around the ends, Home and End to them", async (direction, next, previous) => {
    document.documentElement.dir = direction;
    mount(<ToggleGroup label="View" options={options} />);
    await press("Tab", previous);
    expect(focused()).toBe("Plan");
    await press(next);
    expect(focused()).toBe("Map");
    await press(next, next, "Home");
    expect(focused()).toBe("Map");
    await press("End");
    expect(focused()).toBe("Plan");
    await press("ArrowUp", "ArrowUp");
    expect(focused()).toBe("List");
    await press("ArrowDown");
    expect(focused()).toBe("Print");
  });
});

describe("required", () => {
  const view = <ToggleGroup label="View" required defaultValue="map" options={options} />;

  it("is a group of radios, and arrows choose at once; what is chosen stays so", async () => {
    const { get, container } = mount(around(view));
    expect([get(".gw-button-group").role, container.querySelectorAll('[role="radio"]').length]).toEqual([
      "radiogroup",
      4,
    ]);
    await press("Tab", "Tab", "ArrowRight");
    expect([focused(), on()]).toEqual(["List", ["List"]]);
    await press(" ", "Enter");
    expect(on()).toEqual(["List"]);
    await press("ArrowRight");
    expect([focused(), on()]).toEqual(["Print", ["List"]]);
    await press("ArrowRight", "ArrowRight");
    expect([focused(), on(), stops()]).toEqual(["Map", ["Map"], 1]);
    await userEvent.click(get(".gw-button-group > :nth-child(4)"));
    expect([focused(), on()]).toEqual(["Plan", ["Plan"]]);
  });

  it("controlled, an arrow asks and moves", async () => {
    const change = vi.fn();
    mount(<ToggleGroup label="View" required value="map" onValueChange={change} options={options} />);
    await press("Tab", "ArrowRight");
    expect([focused(), on(), change.mock.calls, stops()]).toEqual(["List", ["Map"], [["list"]], 1]);
  });
});

describe("multiple", () => {
  it("presses any number, and tells them in the order of the options", async () => {
    const change = vi.fn();
    mount(<ToggleGroup label="Style" multiple options={options} onValueChange={change} />);
    await press("Tab", "End", "Enter", "Home", " ");
    expect(on()).toEqual(["Map", "Plan"]);
    await press("End", " ");
    expect(change.mock.calls).toEqual([[["plan"]], [["map", "plan"]], [["map"]]]);
  });

  it("controlled, asks and shows what it is told", async () => {
    const change = vi.fn();
    mount(<ToggleGroup label="Style" multiple value={["list"]} options={options} onValueChange={change} />);
    await press("Tab", "Enter");
    expect([focused(), on(), change.mock.calls]).toEqual(["List", ["List"], [[[]]]]);
  });
});

it("keeps a Tab stop when the focused option goes", async () => {
  const { rerender } = mount(<ToggleGroup label="View" options={options} />);
  await press("Tab", "End");
  rerender(<ToggleGroup label="View" options={options.slice(0, 2)} />);
  expect(stops()).toBe(1);
  await press("Tab");
  expect(focused()).toBe("Map");
});
