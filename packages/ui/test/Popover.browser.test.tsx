import { Button, Dialog, Popover, type PopoverProps } from "@groundwork/ui";
import { useState } from "react";
import { renderToString } from "react-dom/server.browser";
import { expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { focused, frame, mount, press } from "./harness.tsx";

const example = (props: Partial<PopoverProps> = {}) => (
  <>
    <Button popoverTarget="share">Share</Button>
    <Popover id="share" label="Share" {...props}>
      <Button>Copy link</Button>
    </Popover>
    <Button>After</Button>
  </>
);
const shown = () => document.querySelector("#share")!.matches(":popover-open");

it("opens and closes by its button, goes on into it by Tab, closes on Escape and gives focus back", async () => {
  const toggle = vi.fn();
  mount(example({ onToggle: toggle }));
  await press("Tab", "Enter");
  expect([shown(), focused()]).toEqual([true, "Share"]);
  await press("Tab");
  expect(focused()).toBe("Copy link");
  await press("Tab");
  expect(focused()).toBe("After");
  await press("Shift+Tab", "Escape");
  expect([shown(), focused()]).toEqual([false, "Share"]);
  await press(" ", " ");
  expect(shown()).toBe(false);
  expect(toggle.mock.calls.map(([open]) => open)).toEqual([true, false, true, false]);
});

it("closes on a press outside", async () => {
  const { container } = mount(example({ defaultOpen: true }));
  expect(shown()).toBe(true);
  await userEvent.click([...container.querySelectorAll("button")].at(-1)!);
  expect(shown()).toBe(false);
});

it("controlled, opens again when the browser closed it and the caller did not", async () => {
  const toggle = vi.fn();
  const { rerender } = mount(example({ open: true, onToggle: toggle }));
  await press("Escape");
  await frame();
  await frame();
  expect([shown(), toggle.mock.calls]).toEqual([true, [[false]]]);
  rerender(example({ open: false, onToggle: toggle }));
  await frame();
  expect([shown(), toggle.mock.calls.length]).toEqual([false, 1]);
});

it("controlled by state that follows at once, opens and closes by its button", async () => {
  const errors = vi.fn();
  window.addEventListener("error", errors);
  mount(<Following />);
  await userEvent.click(document.querySelector("button")!);
  await expect.poll(shown).toBe(true);
  await userEvent.click(document.querySelector("button")!);
  await expect.poll(shown).toBe(false);
  await press("Enter");
  await expect.poll(shown).toBe(true);
  await press("Escape");
  await expect.poll(shown).toBe(false);
  expect(errors.mock.calls).toEqual([]);
  window.removeEventListener("error", errors);
});

it("stands beside its button, flips where there is no room, and mirrors", async () => {
  const at = (style: object, props: Partial<PopoverProps> = {}) => (
    <div style={{ position: "fixed", ...style }}>
      <Button popoverTarget="p">Button</Button>
      <Popover id="p" label="P" defaultOpen {...props}>
        Something
      </Popover>
    </div>
  );
  const measure = async (element: React.JSX.Element) => {
    const { get, unmount } = mount(element);
    await frame();
    const boxes = [get("button").getBoundingClientRect(), get("#p").getBoundingClientRect()] as const;
    unmount();
    return boxes;
  };
  let [button, popover] = await measure(at({ insetBlockStart: 100, insetInlineStart: 50 }));
  expect([popover.top - button.bottom, popover.left - button.left]).toEqual([4, 4]);
  [button, popover] = await measure(at({ insetBlockStart: 100, insetInlineStart: 50 }, { placement: "above" }));
  expect(button.top - popover.bottom).toBe(4);
  [button, popover] = await measure(at({ insetBlockEnd: 0, insetInlineStart: 50 }));
  expect(button.top - popover.bottom).toBe(4);
  document.documentElement.dir = "rtl";
  [button, popover] = await measure(at({ insetBlockStart: 100, insetInlineStart: 50 }));
  expect(button.right - popover.right).toBe(4);
});

it("opens before hydration", () => {
  const container = document.body.appendChild(document.createElement("div"));
  container.innerHTML = renderToString(example());
  container.querySelector("button")!.click();
  expect(shown()).toBe(true);
  container.remove();
});

it("from inside a modal dialog, Escape closes it and leaves the dialog open", async () => {
  const { get } = mount(
    <Dialog defaultOpen title="Trip" closeLabel="Close">
      {example()}
    </Dialog>,
  );
  await userEvent.click(get("[popovertarget]"));
  expect(shown()).toBe(true);
  await press("Escape");
  expect([shown(), get<HTMLDialogElement>("dialog").open]).toEqual([false, true]);
});

function Following() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button popoverTarget="share">Button</Button>
      <Popover id="share" label="P" open={open} onToggle={setOpen}>
        Something
      </Popover>
    </>
  );
}
