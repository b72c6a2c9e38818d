import { Combobox, type ComboboxProps, Dialog, Form } from "@groundwork/ui";
import { useActionState } from "react";
import { describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { focused, frame, mount, press, quietly } from "./harness.tsx";

const words = ["Évora", "Lisbon", "Porto", "Portalegre", "Faro"];
const options = words.map((label) => ({ value: label.toLowerCase(), label }));
const city = (props: object = {}) => (
  <Combobox {...({ label: "City", name: "city", options, ...props } as ComboboxProps)} />
);
const box = () => document.querySelector<HTMLInputElement>("[role=combobox]")!;
const list = () => [...document.querySelectorAll("[role=option]")].map(({ textContent }) => textContent);
const active = () => {
  const id = box().getAttribute("aria-activedescendant");
  return id ? document.getElementById(id)!.textContent : "";
};
const value = () => document.querySelector<HTMLInputElement>(".gw-held")!.value as unknown;
const open = () => {
  const shown = document.querySelector(".gw-options")!.matches(":popover-open");
  expect(box().getAttribute("aria-expanded")).toBe(String(shown));
  return shown;
};
const sent = (name = "city") => new FormData(document.querySelector("form")!).getAll(name);

describe("keys", () => {
  it("opens on the first or last by Down and Up, moves around the ends, takes by Enter", async () => {
    const change = vi.fn();
    mount(city({ onValueChange: change }));
    await press("Tab", "ArrowDown");
    expect([open(), active()]).toEqual([true, "Évora"]);
    await press("ArrowUp");
    expect(active()).toBe("Faro");
    await press("ArrowDown", "ArrowDown", "Enter");
    expect([open(), box().value, value(), change.mock.calls]).toEqual([false, "Lisbon", "lisbon", [["lisbon"]]]);
    // The chosen one is where it opens next.
    await press("ArrowDown");
    expect(active()).toBe("Lisbon");
    await press("Escape", "Control+a", "Backspace", "Escape", "ArrowUp");
    expect(active()).toBe("Faro");
  });

  it("opens by Alt+Down without moving and closes by Alt+Up", async () => {
    mount(city());
    await press("Tab", "Alt+ArrowDown");
    expect([open(), active()]).toEqual([true, ""]);
    await press("Alt+ArrowUp");
    expect(open()).toBe(false);
  });

  it("filters whatever the case and accents, and gives the caret back to Home, End, Left and Right", async () => {
    mount(city());
    await press("Tab", "e", "v");
    expect([open(), list(), active()]).toEqual([true, ["Évora"], ""]);
    for (const key of ["Home", "End", "ArrowLeft", "ArrowRight"]) {
      await press("ArrowDown");
      expect(active()).toBe("Évora");
      await press(key);
      expect([active(), open()]).toEqual(["", true]);
    }
  });

  it("Escape first gives up what is typed, then clears, then leaves the key to the dialog around", async () => {
    const { get } = mount(
      <Dialog defaultOpen title="Trip" closeLabel="Close">
        {city({ defaultValue: "porto" })}
      </Dialog>,
    );
    box().focus();
    await press("End", "x", "Escape");
    expect([open(), box().value, value()]).toEqual([false, "Porto", "porto"]);
    await press("Escape");
    expect([box().value, value(), get<HTMLDialogElement>("dialog").open]).toEqual(["", "", true]);
    await press("Escape");
    expect(get<HTMLDialogElement>("dialog").open).toBe(false);
  });

  it("takes the active option by Tab, an exact name by leaving, and gives the rest up", async () => {
    mount(
      <>
        {city({ defaultValue: "faro" })}
        <button type="button">After</button>
      </>,
    );
    await press("Tab", "Control+a", "P", "o", "ArrowDown", "Tab");
    expect([focused(), value(), box().value, open()]).toEqual(["After", "porto", "Porto", false]);
    await press("Shift+Tab", ..."LISBON", "Tab");
    expect([value(), box().value]).toEqual(["lisbon", "Lisbon"]);
    await press("Shift+Tab", ..."Lis", "Tab");
    expect([value(), box().value]).toEqual(["lisbon", "Lisbon"]);
  });

  it("does not take a disabled option, nor anything while composing, read-only or disabled", async () => {
    const { rerender } = mount(city({ options: [{ value: "a", label: "A", disabled: true }] }));
    await press("Tab", "ArrowDown", "Enter");
    expect([active(), value()]).toEqual(["A", ""]);
    await press("Escape");
    rerender(city({ readOnly: true }));
    await press("ArrowDown");
    expect(open()).toBe(false);
  });

  it("suggests the first, and inline writes the rest of it, selected", async () => {
    const { rerender } = mount(city({ suggest: "first" }));
    await press("Tab", "p", "Enter");
    expect(value()).toBe("porto");
    rerender(city({ suggest: "inline" }));
    await press("Control+a", "L", "i");
    expect([box().value, box().selectionStart, box().selectionEnd]).toEqual(["Lisbon", 2, 6]);
    await press("Backspace");
    expect(box().value).toBe("Li");
    await press("s", "Tab");
    expect(value()).toBe("lisbon");
  });
});

describe("pointer", () => {
  it("opens by the box, chooses by a press, and closes on leaving", async () => {
    const { get } = mount(
      <div style={{ paddingBlockEnd: 300 }}>
        {city()}
        <button type="button">After</button>
      </div>,
    );
    await userEvent.click(box());
    expect(open()).toBe(true);
    await userEvent.click(document.querySelectorAll("[role=option]")[2]!);
    expect([open(), value(), focused()]).toEqual([false, "porto", "City"]);
    await userEvent.click(box());
    get("button").focus();
    await frame();
    expect(open()).toBe(false);
  });
});

describe("several", () => {
  const several = (props: object = {}) =>
    city({ multiple: true, removeLabel: (label: string) => `Remove ${label}`, ...props });
  const chips = () => [...document.querySelectorAll(".gw-chip")].map(({ textContent }) => textContent);

  it("adds, takes back, and removes by Backspace, Delete and press; sends each", async () => {
    const change = vi.fn();
    mount(<form>{several({ onValueChange: change, defaultValue: ["faro"] })}</form>);
    expect([chips(), sent(), value()]).toEqual([["Faro"], ["faro"], ["faro"]]);
    await press("Tab", "p", "o", "ArrowDown", "Enter");
    expect([open(), chips(), sent()]).toEqual([true, ["Faro", "Porto"], ["faro", "porto"]]);
    await press("l", "i", "ArrowDown", "Enter", "Escape", "Backspace");
    expect(chips()).toEqual(["Faro", "Porto"]);
    await press("ArrowLeft");
    expect(focused()).toBe("Remove Porto");
    await press("ArrowLeft", "ArrowLeft", "Delete");
    expect([focused(), chips()]).toEqual(["Remove Porto", ["Porto"]]);
    await press("ArrowRight");
    expect(focused()).toBe("City");
    await press("ArrowLeft", "Enter");
    expect([focused(), chips(), change.mock.calls.at(-1)]).toEqual(["City", [], [[]]]);
  });

  it("mirrors the way to them", async () => {
    document.documentElement.dir = "rtl";
    mount(several({ defaultValue: ["faro", "porto"] }));
    await press("Tab", "ArrowRight");
    expect(focused()).toBe("Remove Porto");
    await press("ArrowLeft");
    expect(focused()).toBe("City");
  });

  it("is valid with one chosen, if required", async () => {
    const { get } = mount(<form>{several({ required: true, defaultValue: ["faro"] })}</form>);
    expect(get<HTMLFormElement>("form").checkValidity()).toBe(true);
    await press("Tab", "Backspace");
    expect(get<HTMLFormElement>("form").checkValidity()).toBe(false);
  });

  it("requires a name for removing by types", () => {
    // @ts-expect-error
    void (<Combobox label="City" options={options} multiple />);
  });
});

describe("values of its own", () => {
  it("takes what is typed by Enter and on leaving", async () => {
    mount(<form>{city({ allowCustom: true })}</form>);
    await press("Tab", ..."Sines", "Tab");
    expect([sent(), box().value]).toEqual([["Sines"], "Sines"]);
    await press("Shift+Tab", ..."faro", "Enter");
    expect(sent()).toEqual(["faro"]);
    expect(box().value).toBe("Faro");
  });

  it("warns once of a value without option, and not where it is expected", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const { rerender } = mount(city({ value: "rome" }));
    await frame();
    rerender(city({ value: "rome", hint: "again" }));
    mount(city({ defaultValue: "rome", labels: { rome: "Rome" } }));
    mount(city({ defaultValue: "rome", allowCustom: true }));
    await frame();
    expect(warn.mock.calls.map(String)).toEqual([
      'Combobox: no option has the value "rome"; add it to `options` or `labels`, or set `allowCustom`.',
    ]);
    warn.mockRestore();
  });
});

describe("options that come later", () => {
  it("says that it loads, ignores stale answers, aborts them, and shows failure", async () => {
    const asked: { text: string; signal: AbortSignal; answer: (found: typeof options) => void; fail: () => void }[] =
      [];
    const load = (text: string, signal: AbortSignal) =>
      new Promise<typeof options>((answer, fail) => asked.push({ text, signal, answer, fail: () => fail("offline") }));
    const { get } = mount(
      city({
        options: load,
        loading: "Searching…",
        empty: "None",
        failed: "Failed",
        delayMs: 0,
        results: (n: number) => `${n} found`,
      }),
    );
    const status = () => get("[role=status]").textContent;
    await press("Tab", "ArrowDown");
    await expect.poll(() => asked.length).toBe(1);
    expect([open(), status()]).toEqual([true, "Searching…"]);
    await press("p");
    await expect.poll(() => asked.length).toBe(2);
    expect([asked[1]!.text, asked[0]!.signal.aborted]).toEqual(["p", true]);
    asked[1]!.answer(options.slice(2, 4));
    await expect.poll(status).toBe("2 found");
    asked[0]!.answer(options);
    await frame();
    expect(list()).toEqual(["Porto", "Portalegre"]);
    await press("x");
    await expect.poll(() => asked.length).toBe(3);
    asked[2]!.answer([]);
    await expect.poll(status).toBe("None");
    await press("y");
    await expect.poll(() => asked.length).toBe(4);
    asked[3]!.fail();
    await expect.poll(status).toBe("Failed");
    await press("Backspace", "Backspace");
    await expect.poll(() => asked.at(-1)?.text).toBe("p");
    asked.at(-1)!.answer(options.slice(2, 4));
    await expect.poll(list).toEqual(["Porto", "Portalegre"]);
    await press("ArrowDown", "Enter");
    expect([box().value, value()]).toEqual(["Porto", "porto"]);
  });

  it("takes options that the caller fetches", async () => {
    const search = vi.fn();
    const { rerender, get } = mount(city({ options: [], filter: false, onSearch: search, loading: "Searching…" }));
    await press("Tab", "x");
    expect([search.mock.calls, get("[role=status]").textContent]).toEqual([[["x"]], "Searching…"]);
    rerender(city({ filter: false, onSearch: search }));
    expect(list().length).toBe(5);
    await press("ArrowDown", "Enter");
    expect([value(), search.mock.calls.at(-1)]).toEqual(["évora", [""]]);
  });
});

function Trip() {
  const [state, action] = useActionState(
    (_: object, data: FormData) => (data.get("city") === "porto" ? {} : { errors: { city: "Not there" } }),
    {},
  );
  return (
    <Form action={action} errors={(state as { errors?: Record<string, string> }).errors}>
      {city({ defaultValue: "faro" })}
      <button type="submit">Send</button>
    </Form>
  );
}

describe("forms", () => {
  it("is sent, reset, and shows native errors beside it until one is chosen", async () => {
    const submit = vi.fn((event) => event.preventDefault());
    const { container, get } = mount(
      <Form onSubmit={submit}>
        {city({ required: true })}
        <button type="submit">Send</button>
      </Form>,
    );
    const error = () => [...container.querySelectorAll(".gw-error")].map((each) => each.textContent).join("");
    get<HTMLFormElement>("form").requestSubmit();
    await frame();
    expect([submit.mock.calls.length, focused(), box().getAttribute("aria-invalid")]).toEqual([0, "City", "true"]);
    expect(error()).not.toBe("");
    await press("P", "o", "r", "t", "o", "Enter");
    expect([error(), box().getAttribute("aria-invalid"), sent()]).toEqual(["", null, ["porto"]]);
    await press("Enter");
    expect(submit).toHaveBeenCalledTimes(1);
    get<HTMLFormElement>("form").reset();
    await frame();
    expect([sent(), box().value]).toEqual([[""], ""]);
  });

  it("shows what the server said, and works with useActionState", async () => {
    await quietly(async () => {
      const { container, get } = mount(<Trip />);
      const error = () => [...container.querySelectorAll(".gw-error")].map((each) => each.textContent).join("");
      get<HTMLFormElement>("form").requestSubmit();
      await expect.poll(error).toBe("Not there");
      expect([focused(), box().getAttribute("aria-invalid")]).toEqual(["City", "true"]);
      await press("Control+a", ..."Porto", "Enter");
      expect([error(), box().getAttribute("aria-invalid")]).toEqual(["", null]);
      await press("Enter");
      await expect.poll(() => box().value).toBe("Faro");
    });
  });
});
