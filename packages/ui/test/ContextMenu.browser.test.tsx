import { Button, ContextMenu, MenuItem } from "@groundwork/ui";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { focused, frame, mount, press } from "./harness.tsx";

beforeEach(() => page.viewport(1024, 768));
const chosen = vi.fn();
const view = (
  <>
    <ContextMenu
      label="Photo"
      items={
        <>
          <MenuItem onClick={() => chosen("Copy")}>Copy</MenuItem>
          <MenuItem onClick={() => chosen("Delete")}>Delete</MenuItem>
        </>
      }
      style={{ width: 400, height: 300 }}
    >
      <Button onClick={() => chosen("Photo")}>Photo</Button>
    </ContextMenu>
    <Button>After</Button>
  </>
);
const menu = () => document.querySelector<HTMLElement>(".gw-menu")!;
const open = () => menu().matches(":popover-open");
const region = () => document.querySelector<HTMLElement>(".gw-context-menu")!;
const item = (name: string) =>
  [...document.querySelectorAll(".gw-menu-item")].find((each) => each.textContent === name)!;
/** Whether the menu's corner is 4 px from a point of the region; a pointer may stand between two pixels. */
const offset = (x: number, y: number) => {
  const { left, top } = region().getBoundingClientRect();
  const box = menu().getBoundingClientRect();
  return [box.left - left - x, box.top - top - y].map((each) => Math.abs(each - 4) <= 1);
};
const rightClick = (x: number, y: number) => userEvent.click(region(), { button: "right", position: { x, y } });
const settled = async () => {
  await frame();
  await frame();
};

describe("pointer", () => {
  it("opens at the pointer, outlives the release, and focuses the menu", async () => {
    mount(view);
    await rightClick(120, 80);
    await settled();
    expect([open(), document.activeElement, offset(120, 80)]).toEqual([true, menu(), [true, true]]);
    await press("ArrowDown");
    expect(focused()).toBe("Copy");
    await rightClick(10, 200);
    await settled();
    expect([open(), offset(10, 200)]).toEqual([true, [true, true]]);
  });

  it("a press outside closes it, and it stays shut", async () => {
    mount(view);
    await rightClick(120, 80);
    await settled();
    await userEvent.click(document.body, { position: { x: 900, y: 600 }, force: true });
    await settled();
    expect(open()).toBe(false);
  });

  it("a press chooses", async () => {
    chosen.mockClear();
    mount(view);
    await rightClick(120, 80);
    await settled();
    await userEvent.click(item("Delete"));
    await settled();
    expect([open(), chosen.mock.calls]).toEqual([false, [["Delete"]]]);
  });

  it("is not opened where its caller says no", async () => {
    mount(
      <ContextMenu label="Photo" items={<MenuItem>Copy</MenuItem>} onContextMenu={(event) => event.preventDefault()}>
        Photo
      </ContextMenu>,
    );
    await rightClick(5, 5);
    await settled();
    expect(open()).toBe(false);
  });

  it("opens under a finger that rests, outlives the release, without the click; not under one that moves", async () => {
    chosen.mockClear();
    mount(view);
    const button = region().querySelector("button")!;
    const { left, top } = region().getBoundingClientRect();
    const fire = (type: string, x: number, y: number) =>
      button.dispatchEvent(
        new PointerEvent(type, {
          bubbles: true,
          cancelable: true,
          isPrimary: true,
          pointerType: "touch",
          clientX: left + x,
          clientY: top + y,
        }),
      );
    fire("pointerdown", 20, 20);
    fire("pointermove", 20, 60);
    await new Promise((resolve) => setTimeout(resolve, 700));
    fire("pointerup", 20, 60);
    expect(open()).toBe(false);
    fire("pointerdown", 20, 20);
    fire("pointermove", 22, 24);
    await vi.waitFor(() => expect(open()).toBe(true));
    // As browsers do at the release of a touch, which they take for a press outside.
    menu().hidePopover();
    fire("pointerup", 20, 20);
    button.click();
    await settled();
    expect([open(), offset(20, 20), chosen.mock.calls]).toEqual([true, [true, true], []]);
    button.click();
    expect(chosen.mock.calls).toEqual([["Photo"]]);
  });
});

describe("keys", () => {
  it.each([["Shift+F10"], ["ContextMenu"]])("%s opens below what has the focus, at the first item", async (key) => {
    mount(view);
    await press("Tab", key);
    expect([open(), focused()]).toEqual([true, "Copy"]);
    const button = region().querySelector("button")!.getBoundingClientRect();
    const box = menu().getBoundingClientRect();
    expect([Math.round(box.left - button.left), Math.round(box.top - button.bottom)]).toEqual([4, 4]);
  });

  it("arrows, Home, End and letters move; Escape closes and gives the focus back", async () => {
    mount(view);
    await press("Tab", "Shift+F10", "ArrowDown");
    expect(focused()).toBe("Delete");
    await press("ArrowDown", "End", "c");
    expect(focused()).toBe("Copy");
    await press("Escape");
    expect([open(), focused()]).toEqual([false, "Photo"]);
  });

  it.each([["Enter"], [" "]])("%s chooses, after the focus is back", async (key) => {
    chosen.mockClear();
    mount(view);
    await press("Tab", "Shift+F10", "End", key);
    expect([open(), focused(), chosen.mock.calls]).toEqual([false, "Photo", [["Delete"]]]);
  });

  it("Tab closes and goes on", async () => {
    mount(view);
    await press("Tab", "Shift+F10", "Tab");
    expect([open(), focused()]).toEqual([false, "After"]);
  });
});
