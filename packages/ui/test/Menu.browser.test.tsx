import {
  Button,
  Dialog,
  Menu,
  MenuCheckbox,
  MenuGroup,
  MenuItem,
  MenuRadioGroup,
  MenuSeparator,
  Popover,
  Submenu,
  TextField,
} from "@groundwork/ui";
import { useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { renderToString } from "react-dom/server.browser";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { focused, frame, mount, press, quietly } from "./harness.tsx";

beforeEach(() => page.viewport(1024, 768));

const chosen = vi.fn();
const example = (
  <>
    <Menu label="Trip" id="trip">
      <MenuItem onClick={() => chosen("Rename")}>Rename</MenuItem>
      <MenuItem disabled onClick={() => chosen("Move")}>
        Move
      </MenuItem>
      <MenuSeparator />
      <MenuGroup label="Share">
        <MenuItem icon="→" onClick={() => chosen("Copy link")}>
          Copy link
        </MenuItem>
        <MenuItem href="#menu-all">All trips</MenuItem>
      </MenuGroup>
      <MenuItem onClick={() => chosen("Remove")}>Remove</MenuItem>
    </Menu>
    <Button>After</Button>
  </>
);
const open = () => document.querySelectorAll(".gw-menu:popover-open").length;
const named = (name: string) =>
  [...document.querySelectorAll<HTMLElement>('[role^="menuitem"], .gw-button')].find(
    (each) => (each.ariaLabel ?? each.querySelector("span")?.textContent ?? each.textContent) === name,
  )!;

describe("the button", () => {
  it.each([["Enter"], [" "], ["ArrowDown"]])("opens at the first item by %s", async (key) => {
    mount(example);
    await press("Tab", key);
    expect([open(), focused()]).toEqual([1, "Rename"]);
    expect(named("Trip").ariaExpanded).toBe("true");
  });

  it("opens at the last item by ArrowUp", async () => {
    mount(example);
    await press("Tab", "ArrowUp");
    expect([open(), focused()]).toEqual([1, "Remove"]);
  });

  it("toggles by the pointer, which focuses the menu and no item; its keys work from there", async () => {
    mount(example);
    await userEvent.click(named("Trip"));
    expect([open(), document.activeElement?.role]).toEqual([1, "menu"]);
    await userEvent.click(named("Trip"));
    expect([open(), focused()]).toEqual([0, "Trip"]);
    await userEvent.click(named("Trip"));
    await press("ArrowUp");
    expect(focused()).toBe("Remove");
    await press("Escape");
    await userEvent.click(named("Trip"));
    await press("ArrowDown");
    expect(focused()).toBe("Rename");
  });

  it("names the menu, and says what it opens", () => {
    const { get } = mount(example);
    expect(get("#trip").getAttribute("aria-haspopup")).toBe("menu");
    expect(get('[role="menu"]').getAttribute("aria-labelledby")).toBe("trip");
  });

  it("shows an icon in place of its label", () => {
    const { get } = mount(
      <Menu label="More" icon={<svg aria-hidden="true" />}>
        <MenuItem>Rename</MenuItem>
      </Menu>,
    );
    expect([get(".gw-button").ariaLabel, get(".gw-button").textContent]).toEqual(["More", ""]);
  });

  it("opens before hydration", () => {
    const container = document.body.appendChild(document.createElement("div"));
    container.innerHTML = renderToString(example);
    container.querySelector("button")!.click();
    expect(open()).toBe(1);
    container.remove();
  });
});

describe("in the menu", () => {
  it("arrows go through all items, the disabled one too, and wrap; Home and End go to the ends", async () => {
    mount(example);
    await press("Tab", "Enter");
    const through: string[] = [];
    for (let step = 0; step < 5; step++) {
      await press("ArrowDown");
      through.push(focused());
    }
    expect(through).toEqual(["Move", "Copy link→", "All trips", "Remove", "Rename"]);
    await press("ArrowUp");
    expect(focused()).toBe("Remove");
    await press("Home");
    expect(focused()).toBe("Rename");
    await press("End");
    expect(focused()).toBe("Remove");
  });

  it("letters go to the next name that starts with them; the last letter starts anew where nothing matches", async () => {
    mount(example);
    await press("Tab", "Enter", "c");
    expect(focused()).toBe("Copy link→");
    await press("R");
    expect(focused()).toBe("Remove");
    await press("r");
    expect(focused()).toBe("Rename");
    await new Promise((resolve) => setTimeout(resolve, 520));
    await press("r", "e", "n");
    expect(focused()).toBe("Rename");
    await press("x", "a");
    expect(focused()).toBe("All trips");
    await press("x");
    expect(focused()).toBe("All trips");
  });

  it.each([["Enter"], [" "]])("%s chooses, closes and gives focus back", async (key) => {
    chosen.mockClear();
    mount(example);
    await press("Tab", "ArrowUp", key);
    expect([open(), focused(), chosen.mock.calls]).toEqual([0, "Trip", [["Remove"]]]);
    expect(named("Trip").ariaExpanded).toBe("false");
  });

  it.each([["Enter"], [" "]])("%s does nothing on a disabled item", async (key) => {
    chosen.mockClear();
    mount(example);
    await press("Tab", "Enter", "m", key);
    expect([open(), focused(), chosen.mock.calls]).toEqual([1, "Move", []]);
    await userEvent.click(named("Move"), { force: true });
    expect([open(), chosen.mock.calls]).toEqual([1, []]);
  });

  it.each([["Enter"], [" "]])("%s follows a link", async (key) => {
    mount(example);
    await press("Tab", "Enter", "a", key);
    expect([open(), location.hash]).toEqual([0, "#menu-all"]);
    location.hash = "";
  });

  it("Escape closes, Tab closes and goes on, Shift+Tab goes back", async () => {
    mount(
      <>
        <Button>Before</Button>
        {example}
      </>,
    );
    await press("Tab", "Tab", "Enter", "Escape");
    expect([open(), focused()]).toEqual([0, "Trip"]);
    await press("Enter", "Tab");
    expect([open(), focused()]).toEqual([0, "After"]);
    await press("Shift+Tab", "Enter", "Shift+Tab");
    expect([open(), focused()]).toEqual([0, "Before"]);
  });

  it("the pointer focuses the item under it, and a press chooses it", async () => {
    chosen.mockClear();
    mount(example);
    await userEvent.click(named("Trip"));
    await userEvent.hover(named("Copy link"));
    expect(focused()).toBe("Copy link→");
    await userEvent.click(named("Copy link"));
    expect([open(), focused(), chosen.mock.calls]).toEqual([0, "Trip", [["Copy link"]]]);
  });

  it("a press outside closes it", async () => {
    mount(example);
    await userEvent.click(named("Trip"));
    await userEvent.click(named("After"));
    expect([open(), focused()]).toEqual([0, "After"]);
  });

  it("an item may move the focus, or open a dialog that gives it back", async () => {
    // biome-ignore lint/correctness/noComponentHookFactories: a component of this test, made once.
    function Example() {
      const [shown, setShown] = useState(false);
      return (
        <>
          <Menu label="Trip">
            <MenuItem onClick={() => document.querySelector("input")!.focus()}>Find</MenuItem>
            <MenuItem onClick={() => setShown(true)}>Details</MenuItem>
          </Menu>
          <TextField label="Search" />
          <Dialog open={shown} onToggle={setShown} title="Details" closeLabel="Close">
            Two days
          </Dialog>
        </>
      );
    }
    mount(<Example />);
    await press("Tab", "Enter", "Enter");
    expect(focused()).toBe("Search");
    await press("Shift+Tab", "ArrowUp", "Enter");
    expect([open(), focused()]).toEqual([0, "Close"]);
    await press("Escape");
    expect(focused()).toBe("Trip");
  });
});

describe("items that are checked", () => {
  const checks = vi.fn();
  const view = (
    <Menu label="View">
      <MenuCheckbox defaultChecked onCheckedChange={(checked) => checks("Grid", checked)}>
        Grid
      </MenuCheckbox>
      <MenuCheckbox disabled onCheckedChange={(checked) => checks("Rulers", checked)}>
        Rulers
      </MenuCheckbox>
      <MenuRadioGroup
        label="Sort by"
        defaultValue="date"
        options={[
          { value: "date", label: "Date" },
          { value: "name", label: "Name" },
        ]}
        onValueChange={(value) => checks("Sort", value)}
      />
    </Menu>
  );
  const state = () => [...document.querySelectorAll("[aria-checked]")].map(({ ariaChecked }) => ariaChecked);

  it("Space toggles and stays, Enter toggles and closes", async () => {
    checks.mockClear();
    mount(view);
    await press("Tab", "Enter");
    expect(state()).toEqual(["true", "false", "true", "false"]);
    await press(" ");
    expect([open(), focused(), state()[0]]).toEqual([1, "Grid", "false"]);
    await press("ArrowDown", " ", "Enter");
    expect([open(), focused(), state()[1]]).toEqual([1, "Rulers", "false"]);
    await press("End", " ");
    expect([open(), state()]).toEqual([1, ["false", "false", "false", "true"]]);
    await press("ArrowUp", "Enter");
    expect([open(), focused(), state()]).toEqual([0, "View", ["false", "false", "true", "false"]]);
    expect(checks.mock.calls).toEqual([
      ["Grid", false],
      ["Sort", "name"],
      ["Sort", "date"],
    ]);
  });

  it("all words of the menu begin at one line, in groups without checks too; a submenu without checks has a line of its own", async () => {
    mount(
      <Menu label="View">
        <MenuItem>Reload</MenuItem>
        <MenuGroup label="Show">
          <MenuCheckbox>Grid</MenuCheckbox>
        </MenuGroup>
        <MenuGroup label="Zoom">
          <MenuItem>Larger</MenuItem>
          <Submenu label="Other">
            <MenuItem>Half</MenuItem>
          </Submenu>
        </MenuGroup>
      </Menu>,
    );
    await press("Tab", "ArrowUp", "ArrowRight");
    const indent = (name: string) => {
      const span = named(name).querySelector("span")!;
      return span.getBoundingClientRect().left - named(name).getBoundingClientRect().left;
    };
    const grid = indent("Grid");
    expect(["Reload", "Larger", "Other"].map(indent)).toEqual([grid, grid, grid]);
    expect(indent("Half")).toBeLessThan(grid);
  });

  it("a press toggles and stays", async () => {
    mount(view);
    await userEvent.click(named("View"));
    await userEvent.click(named("Grid"));
    expect([open(), state()[0]]).toEqual([1, "false"]);
  });
});

describe("a submenu", () => {
  const file = (
    <div style={{ padding: "1rem 16rem" }}>
      <Menu label="File">
        <MenuItem>New</MenuItem>
        <Submenu label="Export">
          <MenuItem onClick={() => chosen("PDF")}>PDF</MenuItem>
          <Submenu label="Text">
            <MenuItem onClick={() => chosen("Markdown")}>Markdown</MenuItem>
            <MenuCheckbox onCheckedChange={(checked) => chosen(`Plain ${checked}`)}>Plain</MenuCheckbox>
          </Submenu>
        </Submenu>
        <Submenu label="Print" disabled>
          <MenuItem>One page</MenuItem>
        </Submenu>
        <MenuItem>Close</MenuItem>
      </Menu>
      <Button>After</Button>
    </div>
  );

  it.each([
    ["ltr", "ArrowRight", "ArrowLeft"],
    ["rtl", "ArrowLeft", "ArrowRight"],
  ])("in %s opens by %s and closes by %s, one level each", async (direction, into, out) => {
    document.documentElement.dir = direction;
    mount(file);
    await press("Tab", "Enter", "ArrowDown", into);
    expect([open(), focused()]).toEqual([2, "PDF"]);
    const [parent, child] = [...document.querySelectorAll(".gw-menu:popover-open")].map((menu) =>
      menu.getBoundingClientRect(),
    );
    if (direction === "ltr") expect(child!.left).toBeGreaterThanOrEqual(parent!.right);
    else expect(child!.right).toBeLessThanOrEqual(parent!.left);
    await press(into);
    expect([open(), focused()]).toEqual([2, "PDF"]);
    await press("ArrowDown", into);
    expect([open(), focused()]).toEqual([3, "Markdown"]);
    await press(out);
    expect([open(), focused()]).toEqual([2, "Text"]);
    await press(out);
    expect([open(), focused()]).toEqual([1, "Export"]);
    expect(named("Export").ariaExpanded).toBe("false");
    await press(out);
    expect([open(), focused()]).toEqual([1, "Export"]);
  });

  it.each([["Enter"], [" "]])("opens by %s at the first item", async (key) => {
    mount(file);
    await press("Tab", "Enter", "e", key);
    expect([open(), focused()]).toEqual([2, "PDF"]);
  });

  it("Escape closes one level, Tab all", async () => {
    mount(file);
    await press("Tab", "Enter", "e", "Enter", "t", "Enter", "Escape");
    expect([open(), focused()]).toEqual([2, "Text"]);
    await press("Escape");
    expect([open(), focused()]).toEqual([1, "Export"]);
    await press("Enter", "t", "Enter");
    expect(open()).toBe(3);
    await press("Tab");
    expect([open(), focused()]).toEqual([0, "After"]);
  });

  it("choosing in it closes all, and the first button gets focus back", async () => {
    chosen.mockClear();
    mount(file);
    await press("Tab", "Enter", "e", "Enter", "t", "Enter", "Enter");
    expect([open(), focused(), chosen.mock.calls]).toEqual([0, "File", [["Markdown"]]]);
    await press("Enter", "e", "Enter", "t", "Enter", "p", " ");
    expect(open()).toBe(3);
    await press("Enter");
    expect([open(), focused(), chosen.mock.calls.slice(1)]).toEqual([0, "File", [["Plain true"], ["Plain false"]]]);
  });

  it("disabled, it does not open", async () => {
    mount(file);
    await press("Tab", "Enter", "p", "ArrowRight", "Enter", " ");
    expect([open(), focused()]).toEqual([1, "Print"]);
    await userEvent.click(named("Print"), { force: true });
    expect(open()).toBe(1);
  });

  it("opens under the resting pointer and closes when the pointer rests on another item", async () => {
    mount(file);
    await userEvent.click(named("File"));
    await userEvent.hover(named("Export"));
    expect([open(), focused()]).toEqual([1, "Export"]);
    await vi.waitFor(() => expect(open()).toBe(2));
    expect(focused()).toBe("Export");
    await userEvent.click(named("Export"));
    expect(open()).toBe(2);
    await userEvent.hover(named("PDF"));
    expect([open(), focused()]).toEqual([2, "PDF"]);
    await userEvent.hover(named("New"));
    expect([open(), focused()]).toEqual([1, "New"]);
  });

  it("stays open for a pointer on a straight way to it", async () => {
    mount(file);
    await userEvent.click(named("File"));
    await userEvent.hover(named("Export"));
    await vi.waitFor(() => expect(open()).toBe(2));
    const at = (name: string, x: number) => {
      const { left, top, width, height } = named(name).getBoundingClientRect();
      return { bubbles: true, clientX: left + width * x, clientY: top + height / 2, pointerType: "mouse" };
    };
    const move = (name: string, init: PointerEventInit) =>
      named(name).querySelector("span")!.dispatchEvent(new PointerEvent("pointermove", init));
    move("Export", at("Export", 0.5));
    // Down and far to the side, across the item below.
    const below = at("Print", 0.95);
    move("Print", { ...below, clientY: below.clientY - 10 });
    expect([open(), focused()]).toEqual([2, "Export"]);
    move("PDF", at("PDF", 0.1));
    expect([open(), focused()]).toEqual([2, "PDF"]);
    // Straight down is no way to it.
    move("Export", at("Export", 0.5));
    move("Print", at("Print", 0.5));
    expect([open(), focused()]).toEqual([1, "Print"]);
    // Nor does it wait for ever.
    move("Export", at("Export", 0.5));
    await vi.waitFor(() => expect(open()).toBe(2));
    move("Print", { ...below, clientY: below.clientY - 10 });
    await vi.waitFor(() => expect([open(), focused()]).toEqual([1, "Print"]));
  });
});

describe("elsewhere", () => {
  it("within a modal dialog it opens above it, and Escape leaves the dialog open", async () => {
    const { get } = mount(
      <Dialog defaultOpen title="Trip" closeLabel="Close">
        {example}
      </Dialog>,
    );
    await userEvent.click(get("#trip"));
    const item = named("Rename");
    const { left, top } = item.getBoundingClientRect();
    expect(item.contains(document.elementFromPoint(left + 15, top + 15))).toBe(true);
    await press("ArrowDown", "Escape");
    expect([open(), focused(), get<HTMLDialogElement>("dialog").open]).toEqual([0, "Trip", true]);
  });

  it("within a popover it gives focus back to its button, and leaves the popover open", async () => {
    const { get } = mount(
      <>
        <Button popoverTarget="more">More</Button>
        <Popover id="more" label="More">
          {example}
        </Popover>
      </>,
    );
    await press("Tab", "Enter", "Tab", "Enter", "Escape");
    expect([focused(), get("#more").matches(":popover-open")]).toEqual(["Trip", true]);
    await press("Enter", "Enter");
    expect([focused(), get("#more").matches(":popover-open")]).toEqual(["Trip", true]);
  });

  it("controlled, opens at the item that was asked for, and stays shut when told so", async () => {
    // biome-ignore lint/correctness/noComponentHookFactories: a component of this test, made once.
    function Example({ refuse = false }) {
      const [shown, setShown] = useState(false);
      return (
        <Menu label="Trip" open={shown && !refuse} onToggle={setShown}>
          <MenuItem>Rename</MenuItem>
          <MenuItem>Delete</MenuItem>
        </Menu>
      );
    }
    const { rerender } = mount(<Example />);
    await press("Tab", "ArrowUp");
    expect([open(), focused()]).toEqual([1, "Delete"]);
    await press("Escape");
    expect([open(), focused()]).toEqual([0, "Trip"]);
    rerender(<Example refuse />);
    await press("Enter");
    expect([open(), focused()]).toEqual([0, "Trip"]);
  });

  it("opened by its owner, it gets the focus", async () => {
    mount(
      <Menu label="Trip" defaultOpen>
        <MenuItem>Rename</MenuItem>
      </Menu>,
    );
    await frame();
    expect([open(), focused()]).toEqual([1, "Rename"]);
  });

  it("works in a shadow root", async () => {
    const host = document.body.appendChild(document.createElement("div"));
    const shadow = host.attachShadow({ mode: "open" });
    const root = createRoot(shadow);
    flushSync(() => root.render(example));
    shadow.querySelector<HTMLElement>("#trip")!.focus();
    await press("ArrowUp");
    expect(shadow.activeElement?.textContent).toBe("Remove");
    await press("ArrowDown", "Escape");
    expect(shadow.activeElement?.id).toBe("trip");
    flushSync(() => root.unmount());
    host.remove();
  });

  it("works in another window's document", async () => {
    const frameElement = document.body.appendChild(document.createElement("iframe"));
    const inner = frameElement.contentDocument!;
    const root = createRoot(inner.body);
    await quietly(() => flushSync(() => root.render(example)));
    inner.querySelector<HTMLElement>("#trip")!.click();
    expect(inner.activeElement?.textContent).toBe("Rename");
    inner.activeElement!.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
    expect(inner.activeElement?.textContent).toBe("Move");
    flushSync(() => root.unmount());
    frameElement.remove();
  });
});
