import { Button, Menubar, MenuCheckbox, MenuItem, Submenu } from "@groundwork/ui";
import { describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { focused, frame, mount, press } from "./harness.tsx";

const bar = (props: object = {}) => (
  <Menubar
    label="Document"
    menus={[
      {
        label: "File",
        children: (
          <>
            <MenuItem>New</MenuItem>
            <Submenu label="Export">
              <MenuItem>As PDF</MenuItem>
              <MenuItem>As CSV</MenuItem>
            </Submenu>
            <MenuItem>Close</MenuItem>
          </>
        ),
      },
      { label: "Edit", children: <MenuItem>Undo</MenuItem> },
      { label: "Format", children: <MenuCheckbox>Bold</MenuCheckbox> },
    ]}
    {...props}
  />
);
const names = () => [...document.querySelectorAll<HTMLElement>("[role=menubar] > button")];
const open = () =>
  [...document.querySelectorAll("[role=menu]:popover-open")].map(
    (menu) => document.getElementById(menu.getAttribute("aria-labelledby")!)!.textContent,
  );
const stops = () =>
  names()
    .filter(({ tabIndex }) => tabIndex === 0)
    .map(({ textContent }) => textContent);

describe("among the names", () => {
  it("is a menubar with one Tab stop; Left and Right go around the ends, Home and End to them", async () => {
    const { get } = mount(
      <>
        {bar()}
        <Button>After</Button>
      </>,
    );
    expect([get("[role=menubar]").ariaLabel, names().map(({ role }) => role)]).toEqual([
      "Document",
      ["menuitem", "menuitem", "menuitem"],
    ]);
    expect(stops()).toEqual(["File"]);
    await press("Tab", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft");
    expect([focused(), stops(), open()]).toEqual(["Format", ["Format"], []]);
    await press("Home");
    expect(focused()).toBe("File");
    await press("End", "Tab");
    expect(focused()).toBe("After");
    await press("Shift+Tab");
    expect(focused()).toBe("Format");
  });

  it("letters go to the next that begins so", async () => {
    mount(bar());
    await press("Tab", "f");
    expect(focused()).toBe("Format");
    await press("f");
    expect(focused()).toBe("File");
    await new Promise((resolve) => setTimeout(resolve, 600));
    await press("e");
    expect(focused()).toBe("Edit");
  });

  it("right-to-left changes Left and Right", async () => {
    document.documentElement.dir = "rtl";
    mount(bar());
    await press("Tab", "ArrowLeft");
    expect(focused()).toBe("Edit");
    await press("ArrowDown", "ArrowRight");
    expect([focused(), open()]).toEqual(["New", ["File"]]);
  });

  it.each([
    ["ArrowDown", "New"],
    ["Enter", "New"],
    [" ", "New"],
    ["ArrowUp", "Close"],
  ])("%s opens, on %s", async (key, item) => {
    mount(bar());
    await press("Tab", key);
    expect([focused(), open(), names()[0]!.ariaExpanded]).toEqual([item, ["File"], "true"]);
  });
});

describe("in an open menu", () => {
  it("Left and Right go on to the next one, around the ends, and one is open at a time", async () => {
    mount(bar());
    await press("Tab", "ArrowDown", "ArrowRight");
    expect([focused(), open()]).toEqual(["Undo", ["Edit"]]);
    await press("ArrowRight");
    expect([focused(), open()]).toEqual(["Bold", ["Format"]]);
    await press("ArrowRight");
    expect([focused(), open()]).toEqual(["New", ["File"]]);
    await press("ArrowLeft");
    expect([focused(), open()]).toEqual(["Bold", ["Format"]]);
    expect(names().map(({ ariaExpanded }) => ariaExpanded === "true")).toEqual([false, false, true]);
  });

  it("the arrow into a submenu goes in, from there on to the next menu, and the other one back", async () => {
    mount(bar());
    await press("Tab", "ArrowDown", "ArrowDown", "ArrowRight");
    expect([focused(), open()]).toEqual(["As PDF", ["File", "Export"]]);
    await press("ArrowLeft");
    expect([focused(), open()]).toEqual(["Export", ["File"]]);
    await press("ArrowRight", "ArrowRight");
    expect([focused(), open()]).toEqual(["Undo", ["Edit"]]);
  });

  it("Escape closes and goes back to the name; Tab closes and goes on from it", async () => {
    mount(
      <>
        {bar()}
        <Button>After</Button>
      </>,
    );
    await press("Tab", "ArrowRight", "ArrowDown", "Escape");
    expect([focused(), open(), stops()]).toEqual(["Edit", [], ["Edit"]]);
    await press("ArrowDown", "Tab");
    expect([focused(), open()]).toEqual(["After", []]);
  });

  it("Home, End and letters stay in it", async () => {
    mount(bar());
    await press("Tab", "ArrowDown", "End");
    expect(focused()).toBe("Close");
    await press("e");
    expect(focused()).toBe("Export");
    await press("Home");
    expect(focused()).toBe("New");
  });
});

it("the pointer opens what it comes to while one is open, and only then", async () => {
  mount(bar());
  await userEvent.hover(names()[1]!);
  expect(open()).toEqual([]);
  await userEvent.click(names()[0]!);
  expect(open()).toEqual(["File"]);
  await userEvent.hover(names()[2]!);
  await frame();
  expect(open()).toEqual(["Format"]);
  await press("ArrowDown");
  expect(focused()).toBe("Bold");
  await userEvent.click(names()[2]!);
  expect(open()).toEqual([]);
});

it("choosing closes and gives the focus back; the menus' own props reach their buttons", async () => {
  const undo = vi.fn();
  const toggle = vi.fn();
  const menus = [
    { label: "Edit", className: "mine", onToggle: toggle, children: <MenuItem onClick={undo}>Undo</MenuItem> },
  ];
  const { get } = mount(bar({ menus }));
  await press("Tab", "Enter", "Enter");
  expect([focused(), open(), undo.mock.calls.length]).toEqual(["Edit", [], 1]);
  expect(get(".mine").role).toBe("menuitem");
  expect(toggle.mock.calls).toEqual([[true], [false]]);
});

it("passes over what is disabled: by keys, from an open menu, by the pointer, and as the Tab stop", async () => {
  const menus = [
    { label: "File", disabled: true, children: <MenuItem>New</MenuItem> },
    { label: "Edit", children: <MenuItem>Undo</MenuItem> },
    { label: "Format", disabled: true, children: <MenuItem>Bold</MenuItem> },
    { label: "Help", children: <MenuItem>About</MenuItem> },
  ];
  mount(bar({ menus }));
  await press("Tab", "ArrowRight");
  expect(focused()).toBe("Help");
  await press("ArrowRight", "f");
  expect(focused()).toBe("Edit");
  await press("ArrowDown", "ArrowRight");
  expect([focused(), open()]).toEqual(["About", ["Help"]]);
  await userEvent.hover(names()[2]!, { force: true });
  await frame();
  expect(open()).toEqual(["Help"]);
});

it("has a name by type", () => {
  // @ts-expect-error a label is required
  void (() => <Menubar menus={[]} />);
});
