import { Button, Dialog, Tooltip } from "@groundwork/ui";
import { beforeEach, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { mount, press } from "./harness.tsx";

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const shown = (id = "tip") => document.getElementById(id)!.matches(":popover-open");
const example = (
  <div style={{ padding: "6rem" }}>
    <Button aria-describedby="other tip">Archive</Button>
    <Tooltip id="tip" delayMs={120}>
      Not deleted
    </Tooltip>
    <Button aria-describedby="tip2">Second</Button>
    <Tooltip id="tip2" delayMs={120}>
      Another
    </Tooltip>
  </div>
);

// Past the warm time, with the pointer away.
beforeEach(async () => {
  await userEvent.unhover(document.body);
  await wait(320);
});

it("shows on focus by keyboard at once, hides on blur and on Escape, with focus where it was", async () => {
  const { get } = mount(example);
  await press("Tab");
  expect(shown()).toBe(true);
  await press("Escape");
  expect(shown()).toBe(false);
  expect(document.activeElement).toBe(get('[aria-describedby~="tip"]'));
  await press("Tab");
  expect([shown(), shown("tip2")]).toEqual([false, true]);
  await press("Shift+Tab");
  expect([shown(), shown("tip2")]).toEqual([true, false]);
});

it("shows after a rest of the pointer, and hides some time after it left", async () => {
  const { get } = mount(example);
  await userEvent.hover(get('[aria-describedby~="tip"]'));
  expect(shown()).toBe(false);
  await vi.waitFor(() => expect(shown()).toBe(true));
  await userEvent.hover(document.body, { position: { x: 2, y: 2 } });
  await vi.waitFor(() => expect(shown()).toBe(false));
});

it("stays while the pointer is on it", async () => {
  const { get } = mount(example);
  await userEvent.hover(get('[aria-describedby~="tip"]'));
  await vi.waitFor(() => expect(shown()).toBe(true));
  await userEvent.hover(get("#tip"));
  await wait(300);
  expect(shown()).toBe(true);
  await userEvent.hover(document.body, { position: { x: 2, y: 2 } });
  await vi.waitFor(() => expect(shown()).toBe(false));
});

it("hides when what it describes is pressed", async () => {
  const { get } = mount(example);
  await userEvent.hover(get('[aria-describedby~="tip"]'));
  await vi.waitFor(() => expect(shown()).toBe(true));
  await userEvent.click(get('[aria-describedby~="tip"]'));
  await wait(200);
  expect(shown()).toBe(false);
});

it("in a modal dialog, Escape hides it and leaves the dialog open", async () => {
  const { get } = mount(
    <Dialog defaultOpen title="Trip" closeLabel="Close">
      <Button aria-describedby="tip">Archive</Button>
      <Tooltip id="tip">Not deleted</Tooltip>
    </Dialog>,
  );
  await press("Tab", "Shift+Tab");
  expect(shown()).toBe(true);
  await press("Escape");
  expect([shown(), get<HTMLDialogElement>("dialog").open]).toEqual([false, true]);
  await press("a", "Escape");
  expect(get<HTMLDialogElement>("dialog").open).toBe(false);
});
