import { Checkbox, NumberField, RadioGroup, SearchField, Slider, Switch } from "@groundwork/ui";
import { describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { focused, frame, mount, press } from "./harness.tsx";

describe("NumberField", () => {
  const field = (props: object) =>
    mount(<NumberField label="Guests" decrementLabel="Fewer" incrementLabel="More" {...props} />);

  it("steps by arrows, ten by Page keys, and goes to its limits by Home and End", async () => {
    const { get } = field({ min: 0, max: 30, defaultValue: 5 });
    const input = get<HTMLInputElement>("input");
    const values: string[] = [];
    await press("Tab");
    for (const key of ["ArrowUp", "ArrowDown", "PageUp", "PageDown", "End", "PageUp", "Home", "ArrowDown"]) {
      await press(key);
      values.push(input.value);
    }
    expect(values).toEqual(["6", "5", "15", "5", "30", "30", "0", "0"]);
  });

  it("leaves Home and End to the caret without limits, and is one Tab stop", async () => {
    const { get } = field({ defaultValue: 5 });
    await press("Tab", "Home", "End", "Tab");
    expect(get<HTMLInputElement>("input").value).toBe("5");
    expect(focused()).toBe("");
  });

  it("steps by its buttons within limits, tells each change once, and starts from nothing", async () => {
    const change = vi.fn();
    const { get } = field({ max: 1, onChange: change });
    await userEvent.click(get("[aria-label=More]"));
    await userEvent.click(get("[aria-label=More]"));
    await userEvent.click(get("[aria-label=Fewer]"));
    expect(change.mock.calls.map(([event]) => event.target.name)).toHaveLength(2);
    expect(get<HTMLInputElement>("input").value).toBe("0");
  });

  it("does nothing when read-only or disabled", async () => {
    for (const props of [{ readOnly: true }, { disabled: true }]) {
      const { get, unmount } = field({ ...props, defaultValue: 5, max: 9 });
      expect(get<HTMLButtonElement>("[aria-label=More]").disabled).toBe(true);
      get("input").focus();
      await press("PageUp", "End");
      expect(get<HTMLInputElement>("input").value).toBe("5");
      unmount();
    }
  });
});

describe("SearchField", () => {
  it("empties by its button and by Escape, and leaves Escape to others when empty", async () => {
    const change = vi.fn();
    const escaped = vi.fn();
    const { get } = mount(
      // biome-ignore lint/a11y/noStaticElementInteractions: stands for a dialog.
      <div onKeyDown={(event) => event.key === "Escape" && escaped()}>
        <SearchField label="Search" clearLabel="Clear" onChange={(event) => change(event.target.value)} />
      </div>,
    );
    const input = get<HTMLInputElement>("input");
    expect(getComputedStyle(get("button")).visibility).toBe("hidden");
    await userEvent.type(input, "a");
    await userEvent.click(get("button"));
    expect([input.value, focused()]).toEqual(["", "Search"]);
    await press("b", "Escape");
    expect([input.value, escaped.mock.calls.length]).toEqual(["", 0]);
    await press("Escape");
    expect(escaped).toHaveBeenCalledTimes(1);
    expect(change.mock.calls.flat()).toEqual(["a", "", "b", ""]);
  });
});

describe("Slider", () => {
  it("shows and says its value in words from the start", async () => {
    const { get } = mount(<Slider label="Distance" defaultValue={10} max={50} format={(km) => `${km} km`} />);
    await frame();
    expect(get("output").textContent).toBe("10 km");
    await press("Tab", "ArrowRight", "End");
    expect(get("output").textContent).toBe("50 km");
    expect(get("input").getAttribute("aria-valuetext")).toBe("50 km");
  });
});

describe("Checkbox and Switch", () => {
  it("are toggled by Space and by their labels, with their roles", async () => {
    const { get, container } = mount(
      <>
        <Checkbox label="Terms" />
        <Switch label="News" />
      </>,
    );
    await press("Tab", " ", "Tab", " ");
    expect([...container.querySelectorAll("input")].map(({ checked }) => checked)).toEqual([true, true]);
    await userEvent.click(get(".gw-switch span"));
    expect(get<HTMLInputElement>("[role=switch]").checked).toBe(false);
  });

  it("shows indeterminate until told otherwise", () => {
    const { get, rerender } = mount(<Checkbox label="All" indeterminate />);
    expect(get<HTMLInputElement>("input").indeterminate).toBe(true);
    rerender(<Checkbox label="All" />);
    expect(get<HTMLInputElement>("input").indeterminate).toBe(false);
  });
});

describe("RadioGroup", () => {
  it("is one Tab stop, moves and selects by arrows, wraps, and skips what is disabled", async () => {
    const options = ["a", "b", "c"].map((value) => ({ value, label: value, disabled: value === "b" }));
    const { container } = mount(
      <>
        <RadioGroup label="One" options={options} defaultValue="a" />
        <RadioGroup label="Two" options={options} />
      </>,
    );
    const chosen = () => [...container.querySelectorAll<HTMLInputElement>("input:checked")].map(({ value }) => value);
    await press("Tab", "ArrowDown");
    expect(chosen()).toEqual(["c"]);
    await press("ArrowDown");
    expect(chosen()).toEqual(["a"]);
    await press("ArrowUp", "Tab", " ");
    expect(chosen()).toEqual(["c", "a"]);
  });
});
