import { Button, DatePicker, type DatePickerProps, Dialog, Form } from "@groundwork/ui";
import { StrictMode, useActionState } from "react";
import { createPortal, flushSync } from "react-dom";
import { createRoot, hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server.browser";
import { describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { focused, frame, mount, press, quietly } from "./harness.tsx";

const labels = {
  open: "Choose a date",
  previousMonth: "Previous month",
  nextMonth: "Next month",
  previousYear: "Previous year",
  nextYear: "Next year",
};
const example = (props: Partial<DatePickerProps> = {}) => (
  <DatePicker
    label="Departure"
    name="departure"
    locale="en-GB"
    today="2026-11-24"
    labels={labels}
    invalidMessage="Enter a date like 24/11/2026."
    {...props}
  />
);
const text = (root: ParentNode = document) => root.querySelector<HTMLInputElement>(".gw-input")!;
const date = (root: ParentNode = document) => root.querySelector<HTMLInputElement>("[type=date]")!;
const shown = (root: ParentNode = document) => !!root.querySelector(".gw-calendar:popover-open");
const month = () => document.querySelector("[aria-live][id]:not(.gw-error)")!.textContent;
const at = () => focused().replace(/^\w+,? /, "");

describe("typing", () => {
  it("reads a date in the language's order, and writes it out when the field is left", async () => {
    const change = vi.fn();
    mount(example({ onChange: (event) => change(event.target.value) }));
    await userEvent.type(text(), "2/3/26");
    expect(change.mock.lastCall).toEqual(["2026-03-02"]);
    expect(text().value).toBe("2/3/26");
    await press("Tab");
    expect([text().value, date().value]).toEqual(["02/03/2026", "2026-03-02"]);
  });

  it("has no value while the text is no date, says so, and keeps the text", async () => {
    mount(<Form>{example({ defaultValue: "2026-11-24" })}</Form>);
    await userEvent.fill(text(), "31/02/2026");
    expect([date().value, text().validationMessage]).toEqual(["", "Enter a date like 24/11/2026."]);
    await press("Tab");
    expect(text().value).toBe("31/02/2026");
    expect(document.querySelector("[data-error]")!.textContent).toBe("Enter a date like 24/11/2026.");
    expect(text().ariaInvalid).toBe("true");
    await userEvent.fill(text(), "28/02/2026");
    expect([date().value, document.querySelector("[data-error]")!.textContent]).toEqual(["2026-02-28", ""]);
  });

  it("keeps limits, required, and reasons of the caller's", async () => {
    mount(
      example({
        required: true,
        min: "2026-05-01",
        max: "2026-12-31",
        unavailable: (day) => day === "2026-06-01" && "Fully booked",
        messages: { rangeUnderflow: "Not before May." },
      }),
    );
    expect([text().validity.valueMissing, date().validity.valid]).toEqual([true, true]);
    await userEvent.fill(text(), "30/04/2026");
    expect([text().validationMessage, date().validity.rangeUnderflow]).toEqual(["Not before May.", true]);
    await userEvent.fill(text(), "01/01/2027");
    expect([text().validity.valid, date().validity.rangeOverflow]).toEqual([false, true]);
    await userEvent.fill(text(), "01/06/2026");
    expect(text().validationMessage).toBe("Fully booked");
    await userEvent.fill(text(), "02/06/2026");
    expect(text().validity.valid).toBe(true);
  });

  it("controlled by a caller who refuses, shows the old date again", async () => {
    mount(example({ value: "2026-11-24", onChange: () => undefined }));
    await userEvent.fill(text(), "01/01/2026");
    expect([date().value, text().value]).toEqual(["2026-11-24", "24/11/2026"]);
  });

  it("writes other languages, and follows a change of language", () => {
    const { rerender } = mount(example({ value: "2026-11-24", onChange: () => undefined }));
    const written = ["en-US", "de", "sv", "ar-EG", "th-TH"].map((locale) => {
      rerender(example({ value: "2026-11-24", onChange: () => undefined, locale }));
      return text().value.replace(/\u200f/g, "");
    });
    expect(written).toEqual(["11/24/2026", "24.11.2026", "2026-11-24", "٢٤/١١/٢٠٢٦", "24/11/2569"]);
  });
});

describe("forms", () => {
  it("gives FormData the ISO date, and is reset with the form", async () => {
    const { get } = mount(<form>{example({ defaultValue: "2026-11-24" })}</form>);
    const form = get<HTMLFormElement>("form");
    await userEvent.fill(text(), "01/02/2026");
    expect([...new FormData(form)]).toEqual([["departure", "2026-02-01"]]);
    form.reset();
    await expect.poll(() => text().value).toBe("24/11/2026");
    expect([...new FormData(form)]).toEqual([["departure", "2026-11-24"]]);
    await userEvent.fill(text(), "nothing");
    form.reset();
    await expect.poll(() => text().validity.valid).toBe(true);
    expect(text().value).toBe("24/11/2026");
  });

  it("shows what is written to the value, as form libraries do", () => {
    mount(example());
    date().value = "2026-02-01";
    expect(text().value).toBe("01/02/2026");
    date().value = "";
    expect(text().value).toBe("");
  });

  it("takes over what was typed before hydration", async () => {
    const container = document.body.appendChild(document.createElement("div"));
    container.innerHTML = renderToString(example({ defaultValue: "2026-11-24" }));
    expect(text(container).value).toBe("24/11/2026");
    text(container).value = "01/02/2026";
    await quietly(async () => {
      const root = hydrateRoot(container, example({ defaultValue: "2026-11-24" }));
      await expect.poll(() => date(container).value).toBe("2026-02-01");
      expect(text(container).value).toBe("01/02/2026");
      flushSync(() => root.unmount());
    });
    container.remove();
  });

  it("focus on the date goes to the text; blur is told when the whole field is left", async () => {
    const blur = vi.fn();
    mount(
      <>
        {example({ onBlur: (event) => blur(event.target.name) })}
        <Button>After</Button>
      </>,
    );
    date().focus();
    expect(document.activeElement).toBe(text());
    blur.mockClear();
    await press("Tab");
    expect([focused(), blur.mock.calls.length]).toEqual(["Choose a date", 0]);
    await press("Enter");
    expect([shown(), blur.mock.calls.length]).toEqual([true, 0]);
    await press("Escape", "Tab");
    expect([focused(), blur.mock.calls]).toEqual(["After", [["departure"]]]);
  });

  it("shows the errors that a server action answers, beside the text", async () => {
    mount(<Answered />);
    await userEvent.fill(text(), "01/02/2026");
    await userEvent.click(document.querySelector("[type=submit]")!);
    await expect.poll(() => document.querySelector("[data-error]")!.textContent).toBe("No 2026-02-01.");
    expect([document.activeElement, text().ariaInvalid]).toEqual([text(), "true"]);
  });

  it("is disabled and read-only as a whole", () => {
    const { rerender } = mount(example({ disabled: true }));
    expect([text().disabled, date().disabled, document.querySelector("button")!.disabled]).toEqual([true, true, true]);
    rerender(example({ readOnly: true }));
    expect([text().readOnly, document.querySelector("button")]).toEqual([true, null]);
  });
});

function Answered() {
  const [errors, action] = useActionState(
    async (_: object, data: FormData) => ({ departure: `No ${data.get("departure")}.` }),
    {} as { departure?: string },
  );
  return (
    <Form action={action} errors={errors}>
      {example()}
      <Button type="submit">Send</Button>
    </Form>
  );
}

describe("the calendar's keys", () => {
  const start = async (props: Partial<DatePickerProps> = {}) => {
    mount(example({ defaultValue: "2026-11-24", ...props }));
    await press("Tab", "Tab", "Enter");
    expect(shown()).toBe(true);
  };

  it("opens at the date, or at today, and focuses it", async () => {
    await start();
    expect(at()).toBe("24 November 2026");
    expect(document.activeElement!.getAttribute("aria-selected")).toBe("true");
    await press("Escape");
    expect([shown(), focused()]).toEqual([false, "Choose a date"]);
    await userEvent.clear(text());
    await press("Alt+ArrowDown");
    expect([at(), document.activeElement!.getAttribute("aria-current")]).toEqual(["24 November 2026", "date"]);
  });

  it.each([
    ["ArrowRight", "25 November 2026"],
    ["ArrowLeft", "23 November 2026"],
    ["ArrowUp", "17 November 2026"],
    ["ArrowDown", "1 December 2026"],
    ["Home", "23 November 2026"],
    ["End", "29 November 2026"],
    ["PageUp", "24 October 2026"],
    ["PageDown", "24 December 2026"],
    ["Shift+PageUp", "24 November 2025"],
    ["Shift+PageDown", "24 November 2027"],
  ])("%s goes to %s", async (key, to) => {
    await start();
    await press(key);
    expect(at()).toBe(to);
    expect(month()).toBe(to.replace(/^\d+ /, ""));
    expect(document.querySelectorAll("td[tabindex='0']").length).toBe(1);
  });

  it("mirrors the arrows right to left", async () => {
    document.documentElement.dir = "rtl";
    await start();
    await press("ArrowRight", "ArrowRight", "ArrowDown", "ArrowLeft");
    expect(at()).toBe("30 November 2026");
  });

  it("Enter and Space choose, close, and give focus back", async () => {
    await start();
    await press("ArrowRight", "Enter");
    expect([shown(), focused(), text().value]).toEqual([false, "Choose a date", "25/11/2026"]);
    await press(" ", "ArrowDown", " ");
    expect([shown(), focused(), date().value]).toEqual([false, "Choose a date", "2026-12-02"]);
  });

  it("Tab goes round within it", async () => {
    await start();
    const seen: string[] = [];
    for (let stop = 0; stop < 5; stop++) {
      await press("Tab");
      seen.push(focused());
    }
    expect(seen).toEqual(["Previous year", "Previous month", "Next month", "Next year", "Tuesday, 24 November 2026"]);
    await press("Shift+Tab", "Enter", "Enter");
    expect([month(), focused()]).toEqual(["November 2028", "Next year"]);
    await press("Tab");
    expect(at()).toBe("24 November 2028");
  });

  it("stays between the limits, and does not choose what is unavailable", async () => {
    const unavailable = (day: string) => day === "2026-11-25" && "Fully booked";
    await start({ min: "2026-11-20", max: "2026-12-10", unavailable });
    await press("PageUp");
    expect(at()).toBe("20 November 2026");
    await press("Shift+PageDown");
    expect(at()).toBe("10 December 2026");
    const [previous, next] = ["Previous month", "Next month"].map((name) =>
      document.querySelector(`[aria-label="${name}"]`),
    );
    expect([previous!.ariaDisabled, next!.ariaDisabled]).toEqual(["false", "true"]);
    await press("ArrowUp", "ArrowUp", "ArrowLeft", "Enter");
    const cell = document.activeElement as HTMLElement;
    expect([shown(), at(), cell.ariaDisabled, cell.title]).toEqual([true, "25 November 2026", "true", "Fully booked"]);
    cell.click();
    expect([shown(), date().value]).toEqual([true, "2026-11-24"]);
  });

  it.each([
    ["en-GB", undefined, "Mon"],
    ["en-US", undefined, "Sun"],
    ["ar-EG", undefined, "س"],
    ["en-GB", 6, "Sat"],
  ] as const)("starts weeks as %s does, or as told (%s): %s", async (locale, firstDay, first) => {
    mount(example({ locale, firstDay }));
    await userEvent.click(document.querySelector("button")!);
    expect(document.querySelector(".gw-calendar th")!.textContent).toBe(first);
  });

  it("shows every day of a month once, under its day of the week", async () => {
    await start({ defaultValue: "2024-02-29" });
    const cells = [...document.querySelectorAll<HTMLTableCellElement>(".gw-calendar td[role]")];
    expect(cells.map((cell) => cell.textContent)).toEqual(Array.from({ length: 29 }, (_, day) => `${day + 1}`));
    for (const cell of cells) {
      const head = document.querySelectorAll<HTMLTableCellElement>(".gw-calendar th")[cell.cellIndex]!;
      expect(cell.ariaLabel!.startsWith(head.abbr)).toBe(true);
    }
  });

  it("reaches the first and the last date there is", async () => {
    await start({ defaultValue: "0001-01-02" });
    await press("ArrowLeft", "ArrowLeft", "PageUp", "Shift+PageUp");
    expect(at()).toBe("1 January 1");
    await press("Enter");
    expect([text().value, date().value]).toEqual(["01/01/0001", "0001-01-01"]);
    await userEvent.fill(text(), "30/12/9999");
    await press("Tab", "Enter", "ArrowRight", "ArrowRight", "PageDown", "Enter");
    expect(date().value).toBe("9999-12-31");
  });
});

describe("places", () => {
  it("by mouse: opens, chooses, closes on a press outside and on its button", async () => {
    mount(
      <>
        {example({ defaultValue: "2026-11-24" })}
        <Button>After</Button>
      </>,
    );
    const button = document.querySelector("button")!;
    await userEvent.click(button);
    await userEvent.click(document.querySelector("[aria-label='Next month']")!);
    expect(month()).toBe("December 2026");
    await userEvent.click(document.querySelector("[aria-label$='5 December 2026']")!);
    expect([shown(), text().value]).toEqual([false, "05/12/2026"]);
    await userEvent.click(button);
    expect(shown()).toBe(true);
    await userEvent.click(button);
    await frame();
    expect([shown(), document.querySelector(".gw-calendar")!.childElementCount]).toEqual([false, 0]);
  });

  it("in a modal dialog, Escape closes the calendar only", async () => {
    mount(
      <Dialog defaultOpen title="Trip" closeLabel="Close">
        {example()}
      </Dialog>,
    );
    await userEvent.click(document.querySelector("[popovertarget]")!);
    expect(at()).toBe("24 November 2026");
    await press("ArrowRight", "Escape");
    expect([shown(), document.querySelector("dialog")!.open, focused()]).toEqual([false, true, "Choose a date"]);
    await press("Enter", "ArrowRight", "Enter");
    expect(date().value).toBe("2026-11-25");
  });

  it("in a shadow root and another window's document", async () => {
    await quietly(async () => {
      const host = document.body.appendChild(document.createElement("div"));
      const shadow = host.attachShadow({ mode: "open" });
      const root = createRoot(shadow.appendChild(document.createElement("div")));
      flushSync(() => root.render(<StrictMode>{example({ defaultValue: "2026-11-24" })}</StrictMode>));
      shadow.querySelector("button")!.focus();
      await press("Enter");
      expect(shown(shadow)).toBe(true);
      await press("ArrowRight", "Enter");
      expect([shown(shadow), text(shadow).value, date(shadow).value]).toEqual([false, "25/11/2026", "2026-11-25"]);
      flushSync(() => root.unmount());
      host.remove();

      const holder = document.body.appendChild(document.createElement("iframe"));
      const { body } = holder.contentDocument!;
      const { unmount } = mount(createPortal(example({ defaultValue: "2026-11-24" }), body));
      expect(text(body).value).toBe("24/11/2026");
      body.querySelector("button")!.click();
      await frame();
      expect(shown(body)).toBe(true);
      body.querySelector<HTMLElement>("[aria-label$='5 November 2026']")!.click();
      await frame();
      expect([shown(body), date(body).value, text(body).value]).toEqual([false, "2026-11-05", "05/11/2026"]);
      unmount();
      holder.remove();
    });
  });
});
