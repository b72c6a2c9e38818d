import { Button, Tabs, type TabsProps } from "@groundwork/ui";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { renderToString } from "react-dom/server.browser";
import { expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { focused, frame, mount, press, quietly } from "./harness.tsx";

const items = ["One", "Two", "Three"].map((word) => ({ value: word, label: word, children: `About ${word}` }));
const tabs = (props: Partial<TabsProps> = {}) => (
  <>
    <Tabs {...({ label: "Words", items, ...props } as TabsProps)} />
    <Button>After</Button>
  </>
);
const selected = (root: ParentNode = document) => root.querySelector("[role=tab][aria-selected=true]")?.textContent;
const shown = () =>
  [...document.querySelectorAll<HTMLElement>("[role=tabpanel]")]
    .filter((panel) => !panel.hidden && panel.checkVisibility())
    .map(({ textContent }) => textContent);

function Late() {
  const [busy, setBusy] = useState(true);
  return (
    <>
      <button type="button" hidden={!busy} disabled>
        Hidden
      </button>
      {busy ? <input type="hidden" /> : <Button>Ready</Button>}
      <img alt="" onLoad={() => setBusy(false)} />
    </>
  );
}

async function after(...keys: string[]): Promise<[string, string | null | undefined]> {
  await press(...keys);
  return [focused(), selected()];
}

it("moves and selects by arrows around the ends, Home and End, and is one Tab stop", async () => {
  const change = vi.fn();
  mount(tabs({ onValueChange: change }));
  expect(await after("Tab")).toEqual(["One", "One"]);
  expect(await after("ArrowRight")).toEqual(["Two", "Two"]);
  expect(await after("ArrowRight")).toEqual(["Three", "Three"]);
  expect(await after("ArrowRight")).toEqual(["One", "One"]);
  expect(await after("ArrowLeft")).toEqual(["Three", "Three"]);
  expect(await after("Home")).toEqual(["One", "One"]);
  expect(await after("End")).toEqual(["Three", "Three"]);
  // Up, down and the browser's own combinations are left alone.
  expect(await after("ArrowUp", "ArrowDown", "Alt+ArrowRight", "Control+Home")).toEqual(["Three", "Three"]);
  expect(await after("Tab")).toEqual(["About Three", "Three"]);
  expect(await after("Tab")).toEqual(["After", "Three"]);
  expect(await after("Shift+Tab", "Shift+Tab")).toEqual(["Three", "Three"]);
  expect(change.mock.calls.flat()).toEqual(["Two", "Three", "One", "Three", "One", "Three"]);
});

it("mirrors its arrows where text runs right to left", async () => {
  document.documentElement.dir = "rtl";
  mount(tabs());
  expect(await after("Tab", "ArrowLeft")).toEqual(["Two", "Two"]);
  expect(await after("ArrowRight")).toEqual(["One", "One"]);
});

it("stands upright with up and down, and says so", async () => {
  const { get } = mount(tabs({ orientation: "vertical" }));
  expect(get("[role=tablist]").getAttribute("aria-orientation")).toBe("vertical");
  expect(await after("Tab", "ArrowDown")).toEqual(["Two", "Two"]);
  expect(await after("ArrowLeft", "ArrowRight")).toEqual(["Two", "Two"]);
  expect(await after("ArrowUp", "ArrowUp")).toEqual(["Three", "Three"]);
});

it("with manual activation, selects by Enter and Space only, and Tab goes on from the selected one", async () => {
  mount(
    <>
      <Button>Before</Button>
      {tabs({ activation: "manual" })}
    </>,
  );
  expect(await after("Tab", "Tab", "ArrowRight")).toEqual(["Two", "One"]);
  expect(await after("Enter")).toEqual(["Two", "Two"]);
  expect(await after("ArrowRight")).toEqual(["Three", "Two"]);
  expect(await after("Tab")).toEqual(["About Two", "Two"]);
  expect(await after("Shift+Tab")).toEqual(["Two", "Two"]);
  expect(await after("ArrowRight", " ")).toEqual(["Three", "Three"]);
  expect(await after("ArrowLeft", "Shift+Tab")).toEqual(["Before", "Three"]);
  expect(await after("Tab")).toEqual(["Three", "Three"]);
});

it("reaches a disabled tab, and does not select it by keys or pointer", async () => {
  const change = vi.fn();
  const { container } = mount(
    tabs({ items: items.map((item, index) => ({ ...item, disabled: index < 2 })), onValueChange: change }),
  );
  expect(selected()).toBe("Three");
  expect(await after("Tab", "ArrowRight")).toEqual(["One", "Three"]);
  expect(await after("Enter", " ")).toEqual(["One", "Three"]);
  await userEvent.click(container.querySelectorAll<HTMLElement>("[role=tab]")[1]!, { force: true });
  expect([selected(), change.mock.calls]).toEqual(["Three", []]);
});

it("makes a panel a Tab stop only while it holds none itself", async () => {
  const { get } = mount(tabs({ items: [{ value: "a", label: "A", children: <Late /> }] }));
  const panel = get("[role=tabpanel]");
  expect(panel.getAttribute("tabindex")).toBe("0");
  // Something in the panel changes by itself.
  get("img").dispatchEvent(new Event("load"));
  await frame();
  get("[role=tab]").focus();
  await press("Tab");
  expect([focused(), panel.hasAttribute("tabindex")]).toEqual(["Ready", false]);
});

it("wires ids, and follows items that come, go and move", async () => {
  const { container, rerender } = mount(tabs());
  const check = () => {
    for (const tab of container.querySelectorAll("[role=tab]")) {
      const panel = container.querySelector(`#${tab.getAttribute("aria-controls")}`)!;
      expect(panel.getAttribute("aria-labelledby")).toBe(tab.id);
      expect(panel.textContent).toBe(`About ${tab.textContent}`);
    }
  };
  check();
  await press("Tab", "End");
  const kept = document.activeElement;
  rerender(tabs({ items: [items[2]!, items[0]!] }));
  check();
  expect([document.activeElement === kept, selected(), shown()]).toEqual([true, "Three", ["About Three"]]);
});

it("renders unselected panels, drops them, or leaves them to find-in-page", async () => {
  const { container, rerender } = mount(tabs());
  expect([shown(), container.querySelectorAll("[role=tabpanel]")[1]!.textContent]).toEqual([
    ["About One"],
    "About Two",
  ]);
  rerender(tabs({ unselected: "unmount" }));
  expect(container.querySelectorAll("[role=tabpanel]")[1]!.textContent).toBe("");
  rerender(<div>{tabs({ unselected: "until-found" })}</div>);
  await frame();
  const second = container.querySelectorAll("[role=tabpanel]")[1]!;
  expect(second.getAttribute("hidden")).toBe("until-found");
  expect(await after("Tab", "Tab", "Tab")).toEqual(["After", "One"]);
  // What find-in-page and a link to a fragment do.
  second.id ||= "second";
  location.hash = second.id;
  await expect.poll(() => [selected(), shown()]).toEqual(["Two", ["About Two"]]);
  expect(container.querySelector("[role=tabpanel]")!.getAttribute("hidden")).toBe("until-found");
  history.replaceState(null, "", " ");
});

it("shows the selected panel in the server's HTML", () => {
  const container = document.body.appendChild(document.createElement("div"));
  container.innerHTML = renderToString(tabs({ defaultValue: "Two" }));
  expect([selected(container), shown()]).toEqual(["Two", ["About Two"]]);
  container.remove();
});

it("works within a shadow root and a nested one within a panel", async () => {
  const host = document.body.appendChild(document.createElement("div"));
  const shadow = host.attachShadow({ mode: "open" });
  const root = createRoot(shadow);
  root.render(tabs({ items: [{ value: "a", label: "A", children: tabs({ label: "Inner" } as never) }, items[1]!] }));
  await frame();
  const [outer, inner] = shadow.querySelectorAll(".gw-tabs");
  shadow.querySelector<HTMLElement>("[role=tabpanel] [role=tab]")!.focus();
  await press("ArrowRight");
  expect([selected(outer), selected(inner)]).toEqual(["A", "Two"]);
  root.unmount();
  host.remove();
});

it("warns once of a value that is not there", async () => {
  await quietly(() => mount(tabs()));
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const { rerender } = mount(tabs({ value: "Four" }));
  await frame();
  rerender(tabs({ value: "Four", className: "again" }));
  await frame();
  expect(warn.mock.calls.map(String)).toEqual(['Tabs: no item has the value "Four".']);
  warn.mockRestore();
});

it("requires a name by types", () => {
  // @ts-expect-error
  void (<Tabs items={items} />);
  void (<Tabs items={items} aria-labelledby="heading" />);
});
