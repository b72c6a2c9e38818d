import { Button, Tree, type TreeItem, type TreeProps } from "@groundwork/ui";
import { describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { focused, frame, mount, press } from "./harness.tsx";

const items: TreeItem[] = [
  {
    value: "fruits",
    label: "Fruits",
    children: [
      { value: "oranges", label: "Oranges" },
      { value: "pineapple", label: "Pineapple" },
      {
        value: "apples",
        label: "Äpples",
        children: [
          { value: "macintosh", label: "Macintosh" },
          { value: "fuji", label: "Fuji" },
        ],
      },
    ],
  },
  { value: "vegetables", label: "Vegetables", children: [{ value: "podded", label: "Podded" }] },
  { value: "salt", label: "Salt", disabled: true },
  { value: "water", label: "Water" },
];
const foods = (props: object = {}) => <Tree {...({ label: "Foods", items, ...props } as TreeProps)} />;
const rows = () => [...document.querySelectorAll<HTMLElement>("[role=treeitem]")];
const shown = () => rows().map(({ textContent }) => textContent);
const chosen = () =>
  [...document.querySelectorAll("[role=treeitem][aria-selected=true]")].map(({ textContent }) => textContent);
const row = (label: string) => rows().find(({ textContent }) => textContent === label)!;
const closed = ["Fruits", "Vegetables", "Salt", "Water"];
const stops = () => rows().filter(({ tabIndex }) => tabIndex === 0).length;
const rest = () => new Promise((resolve) => setTimeout(resolve, 600));

describe("moving", () => {
  it("is one Tab stop: the chosen item that shows, or the first; then the last that had the focus", async () => {
    const { unmount } = mount(foods());
    expect(stops()).toBe(1);
    await press("Tab");
    expect(focused()).toBe("Fruits");
    unmount();
    mount(
      <>
        {foods({ defaultValue: "water" })}
        <Button>After</Button>
      </>,
    );
    await press("Tab");
    expect(focused()).toBe("Water");
    await press("ArrowUp", "ArrowUp", "Tab");
    expect(focused()).toBe("After");
    await press("Shift+Tab");
    expect([focused(), stops()]).toEqual(["Vegetables", 1]);
  });

  it("Right opens, then goes in; Left goes out, then closes; on an end item neither does anything", async () => {
    mount(foods());
    await press("Tab", "ArrowRight");
    expect([focused(), row("Fruits").ariaExpanded]).toEqual(["Fruits", "true"]);
    await press("ArrowRight", "ArrowRight");
    expect(focused()).toBe("Oranges");
    await press("ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight");
    expect(focused()).toBe("Macintosh");
    await press("ArrowLeft", "ArrowLeft");
    expect([focused(), row("Äpples").ariaExpanded]).toEqual(["Äpples", "false"]);
    await press("ArrowLeft", "ArrowLeft");
    expect([focused(), shown()]).toEqual(["Fruits", closed]);
    await press("ArrowLeft", "End", "ArrowRight");
    expect([focused(), shown()]).toEqual(["Water", closed]);
  });

  it("right-to-left changes what Left and Right do", async () => {
    document.documentElement.dir = "rtl";
    mount(foods());
    await press("Tab", "ArrowRight");
    expect(shown()).toEqual(closed);
    await press("ArrowLeft", "ArrowLeft");
    expect(focused()).toBe("Oranges");
    await press("ArrowRight");
    expect(focused()).toBe("Fruits");
  });

  it("Down, Up, Home and End go through all that shows and stop at the ends, also on what is disabled", async () => {
    mount(foods({ defaultExpanded: ["fruits"] }));
    await press("Tab", "ArrowUp", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown");
    expect(focused()).toBe("Salt");
    await press("End", "ArrowDown");
    expect(focused()).toBe("Water");
    await press("Home");
    expect(focused()).toBe("Fruits");
  });

  it("* opens all beside it at once", async () => {
    const change = vi.fn();
    mount(foods({ onExpandedChange: change }));
    await press("Tab", "*");
    expect(change.mock.calls).toEqual([[["fruits", "vegetables"]]]);
    expect(focused()).toBe("Fruits");
    expect(shown()).toEqual(["Fruits", "Oranges", "Pineapple", "Äpples", "Vegetables", "Podded", "Salt", "Water"]);
  });

  it("letters find what shows, whatever the case and accents", async () => {
    mount(foods({ defaultExpanded: ["fruits"] }));
    await press("Tab", "a");
    expect(focused()).toBe("Äpples");
    await rest();
    await press("m");
    expect(focused()).toBe("Äpples");
    await rest();
    await press("p", "i");
    expect(focused()).toBe("Pineapple");
  });
});

describe("choosing one", () => {
  it("Space and Enter choose; arrows do not", async () => {
    const change = vi.fn();
    mount(foods({ onValueChange: change }));
    await press("Tab", "ArrowDown");
    expect(change).not.toHaveBeenCalled();
    await press("Enter");
    expect(chosen()).toEqual(["Vegetables"]);
    await press("End", " ", " ");
    expect([chosen(), change.mock.calls]).toEqual([["Water"], [["vegetables"], ["water"]]]);
  });

  it("a press chooses, on the mark it opens and closes, twice it opens too", async () => {
    mount(foods());
    await userEvent.click(row("Vegetables").querySelector("i")!);
    expect([chosen(), shown().length]).toEqual([[], 5]);
    expect(focused()).toBe("Vegetables");
    await userEvent.click(row("Vegetables").querySelector("i")!);
    expect(shown()).toEqual(closed);
    await userEvent.dblClick(row("Fruits"));
    expect([chosen(), shown().length, stops()]).toEqual([["Fruits"], 7, 1]);
  });

  it("what is disabled is reached and not chosen", async () => {
    mount(foods({ defaultValue: "water" }));
    await press("Tab", "ArrowUp", "Enter", " ");
    await userEvent.click(row("Salt"), { force: true });
    expect([focused(), chosen()]).toEqual(["Salt", ["Water"]]);
  });
});

describe("choosing several", () => {
  it("Space, Shift with arrows, Shift+Space, Control+Shift+Home and End, Control+A", async () => {
    const change = vi.fn();
    mount(foods({ multiple: true, defaultExpanded: ["fruits"], onValueChange: change }));
    await press("Tab", "ArrowDown", " ", "Shift+ArrowDown");
    expect(chosen()).toEqual(["Oranges", "Pineapple"]);
    await press("Shift+Home");
    expect([focused(), chosen()]).toEqual(["Fruits", ["Oranges", "Pineapple"]]);
    await press("End", "Shift+ ");
    expect(chosen()).toEqual(["Oranges", "Pineapple", "Äpples", "Vegetables", "Water"]);
    await press("Control+a");
    expect(chosen()).toHaveLength(6);
    await press("Control+a");
    expect(change.mock.lastCall).toEqual([[]]);
    await press("ArrowUp", "ArrowUp", "Control+Shift+End");
    expect([focused(), chosen()]).toEqual(["Water", ["Vegetables", "Water"]]);
    await press("Control+a", "Control+a", "Home", "ArrowDown", "Control+Shift+Home");
    expect([focused(), chosen()]).toEqual(["Fruits", ["Fruits", "Oranges"]]);
  });

  it("what is hidden stays chosen", async () => {
    const change = vi.fn();
    mount(foods({ multiple: true, defaultValue: ["podded"], onValueChange: change }));
    await press("Tab", " ");
    expect(change.mock.lastCall).toEqual([["podded", "fruits"]]);
  });
});

it("is controlled in what is open, and opens what is fetched then", async () => {
  const change = vi.fn();
  const lazy = (children: TreeItem[], busy = false) => [{ value: "a", label: "A", busy, children }];
  const { rerender } = mount(foods({ items: lazy([]), expanded: [], onExpandedChange: change }));
  await press("Tab", "ArrowRight");
  expect([change.mock.calls, row("A").ariaExpanded]).toEqual([[[["a"]]], "false"]);
  rerender(foods({ items: lazy([], true), expanded: ["a"] }));
  expect([row("A").ariaExpanded, row("A").ariaBusy]).toEqual(["true", "true"]);
  await press("ArrowRight");
  expect(focused()).toBe("A");
  rerender(foods({ items: lazy([{ value: "b", label: "B" }]), expanded: ["a"] }));
  await press("ArrowRight");
  expect(focused()).toBe("B");
});

it("the focus goes out to the item that closed around it", async () => {
  mount(foods({ defaultExpanded: ["fruits", "apples"] }));
  row("Fuji").focus();
  await userEvent.click(row("Fruits").querySelector("i")!);
  expect([focused(), shown(), stops()]).toEqual(["Fruits", closed, 1]);
});

it("the focus goes out when its branch is closed from elsewhere, and up when its item goes", async () => {
  const { rerender } = mount(foods({ expanded: ["fruits", "apples"] }));
  row("Fuji").focus();
  rerender(foods({ expanded: ["apples"] }));
  expect([focused(), stops()]).toEqual(["Fruits", 1]);
  row("Water").focus();
  rerender(foods({ items: items.slice(0, 2), expanded: [] }));
  expect(focused()).toBe("Vegetables");
  row("Fruits").focus();
  rerender(foods({ items: items.slice(1, 2), expanded: [] }));
  await frame();
  expect([focused(), stops()]).toEqual(["Vegetables", 1]);
});

it("takes no focus that was elsewhere when its items change", () => {
  const { rerender } = mount(foods({ expanded: ["fruits"] }));
  row("Oranges").focus();
  row("Oranges").blur();
  rerender(foods({ expanded: [] }));
  expect(focused()).toBe("");
});

it("leaves keys to a control within an item", async () => {
  const pin = vi.fn();
  const change = vi.fn();
  const content = (
    <button type="button" onClick={pin}>
      Pin
    </button>
  );
  mount(foods({ items: [{ value: "a", label: "A", content }, ...items], onValueChange: change }));
  document.querySelector("button")!.focus();
  await press("ArrowDown", "w", "Enter");
  expect([document.activeElement!.localName, pin.mock.calls.length, change.mock.calls]).toEqual(["button", 1, []]);
});

it("links: Enter and a press follow them, the chosen one is the current page", async () => {
  const links = [
    { value: "one", label: "One", href: "#one" },
    { value: "two", label: "Two", href: "#two" },
  ];
  mount(foods({ items: links, value: "one" }));
  expect([row("One").getAttribute("aria-current"), row("One").ariaSelected]).toEqual(["page", null]);
  await press("Tab", "ArrowDown", "Enter");
  expect(location.hash).toBe("#two");
  await userEvent.click(row("One"));
  expect(location.hash).toBe("#one");
  history.replaceState(null, "", " ");
});

it("says where each item stands, to assistive technology", () => {
  mount(foods({ defaultExpanded: ["fruits", "apples"] }));
  expect(rows().map(({ ariaLevel }) => ariaLevel)).toEqual(["1", "2", "2", "2", "3", "3", "1", "1", "1"]);
  const group = document.getElementById(row("Äpples").getAttribute("aria-owns")!)!;
  expect([group.role, group.children.length]).toEqual(["group", 2]);
  expect(row("Oranges").ariaExpanded).toBe(null);
});

it("with ten thousand items a key changes two Tab stops, and renders nothing", async () => {
  const many = Array.from({ length: 100 }, (_, i) => ({
    value: `${i}`,
    label: `Folder ${i}`,
    children: Array.from({ length: 100 }, (__, j) => ({ value: `${i}/${j}`, label: `File ${j} of ${i}` })),
  }));
  mount(foods({ items: many, defaultExpanded: many.map(({ value }) => value) }));
  expect(rows().length).toBe(10_100);
  await press("Tab", "End", "ArrowUp");
  expect(focused()).toBe("File 98 of 99");
  let renders = 0;
  const observer = new MutationObserver((records) => {
    renders += records.length;
  });
  observer.observe(document.querySelector("[role=tree]")!, { subtree: true, childList: true, attributes: true });
  await press("ArrowUp");
  await frame();
  // Two Tab stops change places, and nothing else.
  expect(renders).toBeLessThanOrEqual(4);
});

it("warns once of two items with one value", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const twice = [...items, { value: "fuji", label: "Fuji" }];
  const { rerender } = mount(foods({ items: twice }));
  rerender(foods({ items: twice }));
  await frame();
  expect(warn.mock.calls).toEqual([['Tree: two items have the value "fuji"; give each a value of its own.']]);
  warn.mockRestore();
});

it("has a name, and one or several values, by type", () => {
  // @ts-expect-error a label is required
  void (() => <Tree items={items} />);
  // @ts-expect-error several values need `multiple`
  void (() => <Tree label="Foods" items={items} value={["water"]} />);
});
