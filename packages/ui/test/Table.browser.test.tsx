import { Dialog, EmptyState, Table, type TableProps, type TableSort } from "@groundwork/ui";
import { StrictMode, useState } from "react";
import { createPortal, flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { renderToString } from "react-dom/server.browser";
import { describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { expectAccessible, focused, frame, mount, press, quietly } from "./harness.tsx";

interface Trip {
  id: string;
  name: string;
  days: number | null;
  from: Date;
}

const trips: readonly Trip[] = [
  { id: "d", name: "Leg 10", days: 4, from: new Date(Date.UTC(2026, 4, 1)) },
  { id: "a", name: "Åland", days: 4, from: new Date(Date.UTC(2025, 4, 1)) },
  { id: "c", name: "Leg 9", days: null, from: new Date(Date.UTC(2024, 4, 1)) },
  { id: "b", name: "bergen", days: 12, from: new Date(Date.UTC(2026, 3, 1)) },
];

const example = (props: Partial<TableProps<Trip>> = {}) => (
  <Table
    caption="Trips"
    rows={trips}
    rowKey="id"
    locale="en"
    columns={[
      { key: "name", header: "Trip", rowHeader: true, sortable: true },
      { key: "days", header: "Days", align: "end", sortable: true },
      { key: "from", header: "From", sortable: true, cell: (trip) => trip.from.toISOString().slice(0, 4) },
    ]}
    {...props}
  />
);
const selectable = { label: (trip: Trip) => `Select ${trip.name}`, allLabel: "Select all" };
const names = (scope: ParentNode = document) =>
  [...scope.querySelectorAll("tbody th")].map((cell) => cell.textContent).join(", ");
const chosen = () =>
  [...document.querySelectorAll<HTMLInputElement>("tbody input:checked")].map((input) => input.ariaLabel!.slice(7));
const header = (name: string) =>
  [...document.querySelectorAll("button")].find(({ textContent }) => textContent === name)!;
const box = (name: string) => document.querySelector<HTMLInputElement>(`[aria-label="${name}"]`)!;

function Kept() {
  const [keys, setKeys] = useState<string[]>(["a"]);
  return example({ selectable, selected: keys, onSelectedChange: (next) => setKeys([...next]) });
}

describe("sorting", () => {
  it("sorts text by language, numbers in it by size, and turns round", async () => {
    const sort = vi.fn();
    mount(example({ onSort: sort }));
    expect(names()).toBe("Leg 10, Åland, Leg 9, bergen");
    await userEvent.click(header("Trip"));
    expect(names()).toBe("Åland, bergen, Leg 9, Leg 10");
    await press("Enter");
    expect(names()).toBe("Leg 10, Leg 9, bergen, Åland");
    await press(" ");
    expect(names()).toBe("Åland, bergen, Leg 9, Leg 10");
    expect(sort.mock.calls.map(([each]) => each.direction)).toEqual(["ascending", "descending", "ascending"]);
    expect(focused()).toBe("Trip");
  });

  it("knows the language: Å is the last but two letter in Swedish", () => {
    mount(example({ locale: "sv", defaultSort: { column: "name", direction: "ascending" } }));
    expect(names()).toBe("bergen, Leg 9, Leg 10, Åland");
  });

  it("keeps the order of equal rows, and what is missing last, in both directions", async () => {
    mount(example());
    await userEvent.click(header("Days"));
    expect(names()).toBe("Leg 10, Åland, bergen, Leg 9");
    await userEvent.click(header("Days"));
    expect(names()).toBe("bergen, Leg 10, Åland, Leg 9");
    await userEvent.click(header("From"));
    expect(names()).toBe("Leg 9, Åland, bergen, Leg 10");
  });

  it("takes a comparator, and a value to sort by", () => {
    const byLength = (a: Trip, b: Trip) => a.name.length - b.name.length;
    const columns = (extra: object) => [{ key: "name", header: "Trip", rowHeader: true, ...extra } as const];
    const defaultSort: TableSort = { column: "name", direction: "descending" };
    mount(example({ columns: columns({ sortable: byLength }), defaultSort })).unmount();
    const { container } = mount(example({ columns: columns({ sortable: byLength }), defaultSort }));
    expect(names(container)).toBe("Leg 10, bergen, Åland, Leg 9");
    const other = mount(
      example({ columns: columns({ sortable: true, value: (trip: Trip) => trip.days }), defaultSort }),
    );
    expect(names(other.container)).toBe("bergen, Leg 10, Åland, Leg 9");
  });

  it("says which column it is sorted by, and only there", async () => {
    const { container } = mount(example({ defaultSort: { column: "days", direction: "descending" } }));
    const sorted = () =>
      [...container.querySelectorAll("th[aria-sort]")].map((cell) => [cell.textContent, cell.ariaSort]);
    expect(sorted()).toEqual([["Days", "descending"]]);
    await userEvent.click(header("Trip"));
    expect(sorted()).toEqual([["Trip", "ascending"]]);
  });

  it("controlled, asks, and shows what it is told; null is the rows' own order", async () => {
    const sort = vi.fn();
    const { rerender } = mount(example({ sort: null, onSort: sort }));
    await userEvent.click(header("Trip"));
    expect([names(), sort.mock.calls]).toEqual([
      "Leg 10, Åland, Leg 9, bergen",
      [[{ column: "name", direction: "ascending" }]],
    ]);
    rerender(example({ sort: { column: "name", direction: "ascending" }, onSort: sort }));
    expect(names()).toBe("Åland, bergen, Leg 9, Leg 10");
    rerender(example({ sort: { column: "name", direction: "ascending" }, presorted: true }));
    expect(names()).toBe("Leg 10, Åland, Leg 9, bergen");
    expect(document.querySelector("[aria-sort]")!.ariaSort).toBe("ascending");
  });

  it("loses neither choice, focus nor what is typed in a cell", async () => {
    const columns: TableProps<Trip>["columns"] = [
      { key: "name", header: "Trip", rowHeader: true, sortable: true },
      { key: "note", header: "Note", cell: (trip) => <input aria-label={`Note on ${trip.name}`} /> },
    ];
    const table = (sort: TableSort) => example({ columns, sort, selectable, defaultSelected: ["b"] });
    const { rerender } = mount(table({ column: "name", direction: "ascending" }));
    const note = box("Note on bergen");
    await userEvent.type(note, "wet");
    rerender(table({ column: "name", direction: "descending" }));
    expect([document.activeElement, box("Note on bergen"), note.value]).toEqual([note, note, "wet"]);
    expect(chosen()).toEqual(["bergen"]);
  });
});

describe("choosing", () => {
  const start = (props: Partial<TableProps<Trip>> = {}) => {
    const change = vi.fn();
    mount(example({ selectable, onSelectedChange: change, ...props }));
    return () => [...change.mock.lastCall![0]].sort().join("");
  };

  it("chooses one by one, and all", async () => {
    const told = start();
    const all = () => [box("Select all").checked, box("Select all").indeterminate];
    expect(all()).toEqual([false, false]);
    await userEvent.click(box("Select bergen"));
    expect([told(), all()]).toEqual(["b", [false, true]]);
    await userEvent.click(box("Select all"));
    expect([told(), all()]).toEqual(["abcd", [true, false]]);
    await userEvent.click(box("Select bergen"));
    expect([told(), all()]).toEqual(["acd", [false, true]]);
    await userEvent.click(box("Select all"));
    await userEvent.click(box("Select all"));
    expect([told(), all()]).toEqual(["", [false, false]]);
  });

  it("chooses a range by Shift and a click, in the order shown", async () => {
    const told = start({ defaultSort: { column: "name", direction: "ascending" } });
    await userEvent.click(box("Select bergen"));
    await userEvent.click(box("Select Leg 10"), { modifiers: ["Shift"] });
    expect(told()).toBe("bcd");
    // From the last one on, and off as that one is now.
    await userEvent.click(box("Select Leg 9"), { modifiers: ["Shift"] });
    expect(told()).toBe("b");
    await userEvent.click(header("Trip"));
    await userEvent.click(box("Select Åland"), { modifiers: ["Shift"] });
    expect(told()).toBe("abc");
  });

  it("chooses a range by Shift and Space", async () => {
    const told = start();
    box("Select Leg 10").focus();
    await press(" ", "Tab", "Tab", "Shift+ ");
    expect([told(), focused()]).toEqual(["acd", "Select Leg 9"]);
    await press("Shift+Tab", " ");
    expect(told()).toBe("cd");
  });

  it("leaves alone rows that cannot be chosen, and keys of rows that are not shown", async () => {
    const told = start({
      selectable: { ...selectable, disabled: ({ id }) => id === "a" },
      defaultSelected: new Set(["a", "elsewhere"]),
    });
    expect([box("Select Åland").disabled, box("Select Åland").checked]).toEqual([true, true]);
    await userEvent.click(box("Select Leg 10"));
    await userEvent.click(box("Select bergen"), { modifiers: ["Shift"] });
    expect([...told()].sort()).toEqual([..."abcdelsewhere"].sort());
    expect(box("Select all").checked).toBe(true);
    await userEvent.click(box("Select all"));
    expect([...told()].sort()).toEqual([..."aelsewhere"].sort());
  });

  it("has nothing to choose in an empty table", () => {
    start({ rows: [] });
    expect([box("Select all").disabled, box("Select all").checked]).toEqual([true, false]);
  });
});

describe("structure", () => {
  it("is a table in a region, both named by the caption; rows are named by their header", () => {
    const { get, container } = mount(example());
    const caption = get("caption > span");
    expect(get(".gw-table").getAttribute("aria-labelledby")).toBe(caption.id);
    expect(caption.textContent).toBe("Trips");
    expect([...container.querySelectorAll("thead th")].map((cell) => cell.getAttribute("scope"))).toEqual(
      Array(3).fill("col"),
    );
    expect(container.querySelectorAll("tbody tr > th[scope=row]:first-child").length).toBe(4);
  });

  it("is a Tab stop only where it scrolls", async () => {
    const { get } = mount(<div style={{ inlineSize: "900px" }}>{example()}</div>);
    await frame();
    expect(get(".gw-table").tabIndex).toBe(-1);
    get(".gw-table").parentElement!.style.inlineSize = "120px";
    await expect.poll(() => get(".gw-table").tabIndex).toBe(0);
    await press("Tab");
    expect(document.activeElement).toBe(get(".gw-table"));
    await press("ArrowRight");
    await expect.poll(() => get(".gw-table").scrollLeft).toBeGreaterThan(0);
  });

  it("scrolls inside itself at 320 px, and keeps the words of its caption in sight", async () => {
    await page.viewport(320, 640);
    try {
      const { get } = mount(<div style={{ whiteSpace: "nowrap" }}>{example({ caption: "All of our trips" })}</div>);
      const region = get(".gw-table");
      get("table").style.inlineSize = "900px";
      expect(region.scrollWidth).toBeGreaterThan(320);
      expect(document.documentElement.scrollWidth).toBe(320);
      for (const direction of ["ltr", "rtl"]) {
        document.documentElement.dir = direction;
        region.scrollLeft = direction === "ltr" ? 500 : -500;
        await frame();
        const { left, right } = get("caption > span").getBoundingClientRect();
        expect([left >= 0, right <= 320]).toEqual([true, true]);
      }
    } finally {
      await page.viewport(1024, 768);
    }
  });

  it("keeps its header where it is given a height, and focus clear of it", async () => {
    const { get, container } = mount(
      example({
        selectable,
        rows: Array.from({ length: 60 }, (_, n) => ({ ...trips[0]!, id: `${n}` })),
        style: { maxBlockSize: "12rem" },
      }),
    );
    const region = get(".gw-table");
    region.scrollTop = 400;
    const head = get("thead th:last-child").getBoundingClientRect();
    expect(Math.round(head.top - region.getBoundingClientRect().top)).toBe(1);
    const inputs = [...container.querySelectorAll<HTMLElement>("tbody input")];
    inputs[40]!.focus();
    for (let row = 40; row > 30; row--) await press("Shift+Tab");
    expect(document.activeElement).toBe(inputs[30]);
    expect(inputs[30]!.getBoundingClientRect().top).toBeGreaterThanOrEqual(head.bottom);
  });

  it("shows what it is given in place of rows, and sums below", async () => {
    const { get, container } = mount(
      <main>
        {example({
          rows: [],
          selectable,
          empty: <EmptyState title="No trips yet" />,
          columns: [
            { key: "name", header: "Trip" },
            { key: "days", header: "Days", footer: 0 },
          ],
        })}
      </main>,
    );
    expect(get<HTMLTableCellElement>("tbody td").colSpan).toBe(3);
    expect(container.querySelector("tfoot")!.textContent).toBe("0");
    await expectAccessible(container);
  });

  it("renders in full on a server", () => {
    const html = renderToString(example({ defaultSort: { column: "name", direction: "ascending" }, selectable }));
    const holder = document.createElement("div");
    holder.innerHTML = html;
    expect(names(holder)).toBe("Åland, bergen, Leg 9, Leg 10");
  });

  it("works in a shadow root, in another window's document, and in a modal dialog", async () => {
    await quietly(async () => {
      const host = document.body.appendChild(document.createElement("div"));
      const shadow = host.attachShadow({ mode: "open" });
      const inner = shadow.appendChild(document.createElement("div"));
      const root = createRoot(inner);
      flushSync(() => root.render(<StrictMode>{example({ selectable })}</StrictMode>));
      inner.querySelector("button")!.click();
      await frame();
      expect(names(inner)).toBe("Åland, bergen, Leg 9, Leg 10");
      flushSync(() => root.unmount());
      host.remove();

      const frameElement = document.body.appendChild(document.createElement("iframe"));
      const body = frameElement.contentDocument!.body;
      const { unmount } = mount(createPortal(example(), body));
      body.querySelector("button")!.click();
      await frame();
      expect(names(body)).toBe("Åland, bergen, Leg 9, Leg 10");
      unmount();
      frameElement.remove();

      mount(
        <Dialog defaultOpen title="Trips" closeLabel="Close">
          {example({ selectable })}
        </Dialog>,
      );
      await userEvent.click(box("Select bergen"));
      expect(chosen()).toEqual(["bergen"]);
    });
  });

  it("takes an array or a Set, kept by the caller", async () => {
    mount(<Kept />);
    await userEvent.click(box("Select bergen"));
    expect(chosen()).toEqual(["Åland", "bergen"]);
  });
});
