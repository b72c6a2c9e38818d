import { Button, Link, Menu, MenuItem, NumberField, Slider, TextField, ToggleGroup, Toolbar } from "@groundwork/ui";
import { StrictMode, useState } from "react";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { focused, frame, mount, press } from "./harness.tsx";

const options = [
  { value: "left", label: "Left" },
  { value: "right", label: "Right" },
];
const stops = () =>
  [...document.querySelectorAll<HTMLElement>(".gw-toolbar :is(button, a, input)")].filter(
    (each) => each.tabIndex >= 0 && !each.matches(":disabled, .gw-menu *"),
  ).length;
const named = (name: string) =>
  [...document.querySelectorAll<HTMLElement>("button, a, input")].find(
    (each) => (each.getAttribute("aria-label") ?? each.textContent) === name,
  )!;

function view(orientation?: "vertical") {
  return (
    <StrictMode>
      <Button>Before</Button>
      <Toolbar label="Text" orientation={orientation}>
        <Button>Cut</Button>
        <Button disabled>Copy</Button>
        <ToggleGroup label="Align" required defaultValue="right" options={options} />
        <div>
          <Button aria-disabled>Paste</Button>
          <Link href="#toolbar-help">Help</Link>
        </div>
        <Menu label="More">
          <MenuItem>Undo</MenuItem>
          <MenuItem>Redo</MenuItem>
        </Menu>
      </Toolbar>
      <Button>After</Button>
    </StrictMode>
  );
}
const names = ["Cut", "Left", "Right", "Paste", "Help", "More"];

describe("keys", () => {
  it.each([
    ["ltr", "ArrowRight", "ArrowLeft", undefined],
    ["rtl", "ArrowLeft", "ArrowRight", undefined],
    ["ltr", "ArrowDown", "ArrowUp", "vertical"],
  ] as const)(
    "in %s %s goes through all controls, %s back, around the ends (%s)",
    async (dir, next, back, orientation) => {
      document.documentElement.dir = dir;
      mount(view(orientation));
      await press("Tab", "Tab");
      const through = [focused()];
      for (let step = 0; step < names.length; step++) {
        await press(next);
        through.push(focused());
      }
      expect(through).toEqual([...names, "Cut"]);
      await press(back);
      expect([focused(), document.querySelector(":popover-open")]).toEqual(["More", null]);
      await press(back);
      expect(focused()).toBe("Help");
      await press("Home");
      expect(focused()).toBe("Cut");
      await press("End");
      expect(focused()).toBe("More");
    },
  );

  it("Tab comes to the first, then to the last visited, and leaves", async () => {
    mount(view());
    await press("Tab", "Tab");
    expect([focused(), stops()]).toEqual(["Cut", 1]);
    await press("Tab");
    expect(focused()).toBe("After");
    await press("Shift+Tab", "End", "ArrowLeft", "Tab");
    expect([focused(), stops()]).toEqual(["After", 1]);
    await press("Shift+Tab");
    expect(focused()).toBe("Help");
    await press("Shift+Tab");
    expect(focused()).toBe("Before");
    await userEvent.click(named("Cut"));
    expect(stops()).toBe(1);
    await press("Tab", "Shift+Tab");
    expect(focused()).toBe("Cut");
  });

  it("arrows across do nothing, but move within a group; none chooses, Space does", async () => {
    mount(view());
    await press("Tab", "Tab", "ArrowDown");
    expect(focused()).toBe("Cut");
    await press("ArrowRight", "ArrowDown");
    expect(focused()).toBe("Right");
    await press("ArrowDown");
    expect(focused()).toBe("Left");
    const chosen = () => document.querySelector('[aria-checked="true"]')!.textContent;
    expect(chosen()).toBe("Right");
    await press(" ");
    expect([focused(), chosen(), stops()]).toEqual(["Left", "Left", 1]);
    await press("ArrowRight", "ArrowRight");
    expect(focused()).toBe("Paste");
  });

  it("a menu in it has its own keys, and gives the focus back", async () => {
    mount(view());
    await press("Tab", "Tab", "End", "ArrowDown");
    expect(focused()).toBe("Undo");
    await press("End");
    expect(focused()).toBe("Redo");
    await press("Escape");
    expect(focused()).toBe("More");
    await press("ArrowRight");
    expect(focused()).toBe("Cut");
  });

  it("with Control, Alt or Meta a key is the browser's", async () => {
    mount(view());
    await press("Tab", "Tab", "Control+ArrowRight");
    expect(focused()).toBe("Cut");
  });
});

describe("fields", () => {
  it("a text keeps the keys of its caret until that is at the end", async () => {
    mount(
      <Toolbar label="Find">
        <Button>First</Button>
        <TextField label="Word" defaultValue="ab" />
        <Button>Last</Button>
      </Toolbar>,
    );
    await press("Tab", "ArrowRight", "Home", "ArrowRight");
    expect(focused()).toBe("Word");
    await press("ArrowRight");
    expect([focused(), (document.activeElement as HTMLInputElement).selectionStart]).toEqual(["Word", 2]);
    await press("ArrowRight");
    expect(focused()).toBe("Last");
    await press("ArrowLeft", "Home");
    expect(focused()).toBe("Word");
    await press("ArrowLeft");
    expect(focused()).toBe("First");
  });

  it("left and right pass a number, up and down are its own; a slider keeps all", async () => {
    const { get } = mount(
      <Toolbar label="Size">
        <Button>First</Button>
        <NumberField label="Points" defaultValue={4} decrementLabel="Fewer" incrementLabel="More" />
        <Slider label="Zoom" defaultValue={50} />
      </Toolbar>,
    );
    await press("Tab", "ArrowRight", "ArrowUp");
    expect([focused(), get<HTMLInputElement>('[type="number"]').value]).toEqual(["Points", "5"]);
    await press("ArrowRight", "ArrowRight");
    const slider = get<HTMLInputElement>('[type="range"]');
    expect([document.activeElement, slider.value]).toEqual([slider, "51"]);
  });
});

it("follows controls that come, go and are disabled", async () => {
  // biome-ignore lint/correctness/noComponentHookFactories: a component of this test, made once.
  function Tool({ name }: { name: string }) {
    const [state, setState] = useState("");
    return state === "gone" ? null : (
      <>
        <Button disabled={state === "disabled"} onClick={() => setState("disabled")}>
          {name}
        </Button>
        {state === "disabled" && <Button onClick={() => setState("gone")}>{`More ${name}`}</Button>}
      </>
    );
  }
  mount(
    <Toolbar label="Tools">
      <Tool name="One" />
      <Tool name="Two" />
    </Toolbar>,
  );
  await press("Tab", "Enter");
  await frame();
  // The stop was disabled, and another one has come.
  expect(stops()).toBe(1);
  named("More One").focus();
  await press("ArrowRight");
  expect(focused()).toBe("Two");
  await press("ArrowLeft", "Enter");
  await frame();
  expect([named("More One"), stops(), named("Two").tabIndex]).toEqual([undefined, 1, 0]);
});
