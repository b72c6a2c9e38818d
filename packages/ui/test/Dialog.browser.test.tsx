import { AlertDialog, Button, Dialog, type DialogProps, Drawer, dialogOpener } from "@groundwork/ui";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server.browser";
import { expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { focused, frame, mount, press, quietly } from "./harness.tsx";

const example = (props: Partial<DialogProps> = {}) => (
  <>
    <Button {...dialogOpener("edit")}>Edit</Button>
    <Button>After</Button>
    <Dialog id="edit" title="Edit profile" closeLabel="Close" {...props}>
      {props.children ?? (
        <>
          <Button>One</Button>
          <Button>Two</Button>
        </>
      )}
    </Dialog>
  </>
);
const shown = () => document.querySelector("dialog")!.open;

it("opens by Enter and by Space on its opener, focuses the first control, and gives focus back on Escape", async () => {
  const toggle = vi.fn();
  mount(example({ onToggle: toggle }));
  for (const key of ["Enter", " "]) {
    document.querySelector("button")!.focus();
    await press(key);
    expect(document.querySelector("dialog")!.matches(":modal")).toBe(true);
    expect(focused()).toBe("One");
    await press("Escape");
    expect([shown(), focused()]).toEqual([false, "Edit"]);
  }
  expect(toggle.mock.calls).toEqual([[true], [false], [true], [false]]);
});

it("is named by its title and has the native role", async () => {
  const { get } = mount(example({ defaultOpen: true }));
  const dialog = get("dialog");
  expect(document.getElementById(dialog.getAttribute("aria-labelledby")!)!.textContent).toBe("Edit profile");
  expect([dialog.getAttribute("role"), dialog.getAttribute("aria-modal")]).toEqual([null, null]);
});

it("closes by its close button and by a dialog form, and hands out the return value", async () => {
  const toggle = vi.fn();
  const { get } = mount(
    example({
      onToggle: toggle,
      children: (
        <form method="dialog">
          <Button type="submit" value="saved">
            Save
          </Button>
        </form>
      ),
    }),
  );
  await userEvent.click(get("[commandfor]"));
  await userEvent.click(get("[aria-label=Close]"));
  expect(shown()).toBe(false);
  await userEvent.click(get("[commandfor]"));
  await userEvent.click(get("[type=submit]"));
  await frame();
  expect(get<HTMLDialogElement>("dialog").returnValue).toBe("saved");
  expect(toggle.mock.calls).toEqual([[true], [false], [true], [false]]);
});

it("stays when cancel is prevented, by whichever way it is asked to go", async () => {
  const toggle = vi.fn();
  const { get } = mount(
    example({ defaultOpen: true, closedby: "any", onToggle: toggle, onCancel: (event) => event.preventDefault() }),
  );
  await press("a", "Escape");
  expect(shown()).toBe(true);
  await userEvent.click(get("[aria-label=Close]"));
  expect(shown()).toBe(true);
  await userEvent.click(document.documentElement, { position: { x: 5, y: 5 }, force: true });
  await frame();
  expect(shown()).toBe(true);
  expect(toggle).not.toHaveBeenCalled();
});

it("controlled, asks and shows what it is told, also when the browser closes it by force", async () => {
  const toggle = vi.fn();
  const { rerender, get } = mount(example({ open: true, onToggle: toggle }));
  await press("a", "Escape");
  expect([shown(), toggle.mock.calls]).toEqual([true, [[false]]]);
  // What a dialog form, or a second Escape without anything pressed between, does.
  get<HTMLDialogElement>("dialog").close();
  await frame();
  await frame();
  expect([shown(), toggle.mock.calls]).toEqual([true, [[false], [false]]]);
  rerender(example({ open: false, onToggle: toggle }));
  await frame();
  expect(shown()).toBe(false);
  expect(toggle).toHaveBeenCalledTimes(2);
});

it("does not take the cancel of a file input for its own", async () => {
  const toggle = vi.fn();
  const { get } = mount(example({ open: true, onToggle: toggle, children: <input type="file" aria-label="File" /> }));
  get("input").dispatchEvent(new Event("cancel", { bubbles: true }));
  expect([shown(), toggle.mock.calls.length]).toEqual([true, 0]);
});

it("closes on a press outside only when told to, with and without the browser's closedby", async () => {
  const outside = () => userEvent.click(document.documentElement, { position: { x: 5, y: 5 }, force: true });
  const { get, rerender } = mount(example({ defaultOpen: true }));
  await outside();
  await frame();
  expect(shown()).toBe(true);
  rerender(example({ defaultOpen: true, closedby: "any" }));
  await userEvent.click(get("h2"));
  expect(shown()).toBe(true);
  await outside();
  await frame();
  expect(shown()).toBe(false);
  // A browser without the property, as WebKit is.
  const known = Object.getOwnPropertyDescriptor(HTMLDialogElement.prototype, "closedBy")!;
  try {
    await userEvent.click(get("[commandfor]"));
    get("dialog").removeAttribute("closedby");
    Reflect.deleteProperty(HTMLDialogElement.prototype, "closedBy");
    await userEvent.click(get("h2"));
    expect(shown()).toBe(true);
    await outside();
    await frame();
    expect(shown()).toBe(false);
  } finally {
    Object.defineProperty(HTMLDialogElement.prototype, "closedBy", known);
  }
});

it("with trapTab, Tab and Shift+Tab wrap; a radio group is one stop", async () => {
  mount(
    example({
      trapTab: true,
      defaultOpen: true,
      children: (
        <>
          <input type="radio" name="r" aria-label="R1" />
          <input type="radio" name="r" aria-label="R2" defaultChecked />
          <Button disabled>Off</Button>
          <Button>Last but one</Button>
        </>
      ),
    }),
  );
  const seen: string[] = [];
  for (const key of ["Tab", "Tab", "Tab", "Tab", "Tab"]) {
    await press(key);
    seen.push(focused());
  }
  expect(seen).toEqual(["R2", "Last but one", "Close", "R2", "Last but one"]);
  await press("Shift+Tab", "Shift+Tab");
  expect(focused()).toBe("Close");
});

it("without trapTab, Tab keeps to the browser's own order", async () => {
  mount(example({ defaultOpen: true }));
  await press("Tab", "Tab");
  expect(focused()).toBe("Close");
  await press("Tab");
  expect(focused()).not.toBe("One");
});

it("not modal, leaves the page in use and still closes on Escape", async () => {
  const clicked = vi.fn();
  const { get, container } = mount(
    <>
      <button type="button" onClick={clicked} style={{ position: "fixed", insetBlockEnd: 0, insetInlineStart: 0 }}>
        Outside
      </button>
      {example({ modal: false })}
    </>,
  );
  await userEvent.click(get("[commandfor]"));
  expect([shown(), get("dialog").matches(":modal")]).toEqual([true, false]);
  await userEvent.click(container.querySelector("button")!);
  expect(clicked).toHaveBeenCalledTimes(1);
  get("[aria-label=Close]").focus();
  await press("Escape");
  expect([shown(), focused()]).toEqual([false, "Edit"]);
});

it("focuses what has data-autofocus", async () => {
  mount(
    example({
      defaultOpen: true,
      children: (
        <>
          <Button>One</Button>
          <Button data-autofocus="">Two</Button>
        </>
      ),
    }),
  );
  expect(focused()).toBe("Two");
});

it("locks the page's scrolling and shifts nothing, with and without a scrollbar", async () => {
  const root = document.documentElement;
  const { get } = mount(
    <>
      <div id="tall" style={{ blockSize: 4000 }} />
      <style>{"::-webkit-scrollbar { inline-size: 15px; block-size: 15px }"}</style>
      {example()}
    </>,
  );
  for (const blockSize of ["4000px", "0"]) {
    get("#tall").style.blockSize = blockSize;
    get("[commandfor]").scrollIntoView();
    const before = [root.clientWidth, window.scrollY];
    get("[commandfor]").click();
    await frame();
    expect(getComputedStyle(root).overflowY).toBe("hidden");
    expect([root.getBoundingClientRect().width, window.scrollY]).toEqual(before);
    get("[aria-label=Close]").click();
    await frame();
    expect([root.clientWidth, window.scrollY]).toEqual(before);
  }
});

it("gives focus back when it is unmounted while open", async () => {
  const view = (there: boolean) => (
    <>
      <Button {...dialogOpener("edit")}>Edit</Button>
      {there && <Dialog id="edit" title="Edit" closeLabel="Close" />}
    </>
  );
  const { get, rerender } = mount(view(true));
  await userEvent.click(get("[commandfor]"));
  rerender(view(false));
  expect(focused()).toBe("Edit");
});

it("opened before hydration, stays open and hydrates without a warning", async () => {
  const container = document.body.appendChild(document.createElement("div"));
  container.innerHTML = renderToString(example());
  container.querySelector("button")!.click();
  await frame();
  expect(shown()).toBe(true);
  await quietly(async () => {
    const root = hydrateRoot(container, example());
    await frame();
    await frame();
    expect(shown()).toBe(true);
    await press("a", "Escape");
    expect(shown()).toBe(false);
    root.unmount();
  });
  container.remove();
});

it("works in a shadow root", async () => {
  const host = document.body.appendChild(document.createElement("div"));
  const shadow = host.attachShadow({ mode: "open" });
  const { createRoot } = await import("react-dom/client");
  const root = createRoot(shadow);
  root.render(example());
  await frame();
  await frame();
  shadow.querySelector("button")!.click();
  expect(shadow.querySelector("dialog")!.open).toBe(true);
  root.unmount();
  host.remove();
});

it("one dialog over another: Escape closes the upper one only", async () => {
  const { container, get } = mount(
    example({
      children: (
        <>
          <Button {...dialogOpener("inner")}>More</Button>
          <Dialog id="inner" title="Inner" closeLabel="Close inner" />
        </>
      ),
    }),
  );
  await userEvent.click(get("[commandfor=edit]"));
  await userEvent.click(get("[commandfor=inner]"));
  const open = () => [...container.querySelectorAll("dialog")].map((each) => each.open);
  expect(open()).toEqual([true, true]);
  await press("Escape");
  expect([open(), focused()]).toEqual([[true, false], "More"]);
  await press("a", "Escape");
  expect([open(), focused()]).toEqual([[false, false], "Edit"]);
});

it("an alert dialog has its role, name and description, and focuses the harmless button", async () => {
  const confirm = vi.fn();
  const { get } = mount(
    <>
      <Button {...dialogOpener("d")}>Delete</Button>
      <AlertDialog id="d" title="Delete?" confirmLabel="Yes" cancelLabel="No" onConfirm={confirm}>
        It cannot be undone.
      </AlertDialog>
    </>,
  );
  await press("Tab", "Enter");
  const dialog = get("dialog");
  const words = (name: string) => document.getElementById(dialog.getAttribute(name)!)!.textContent;
  expect([dialog.role, words("aria-labelledby"), words("aria-describedby"), focused()]).toEqual([
    "alertdialog",
    "Delete?",
    "It cannot be undone.",
    "No",
  ]);
  await press("Enter");
  expect([shown(), confirm.mock.calls.length, focused()]).toEqual([false, 0, "Delete"]);
  await press("Enter", "Tab", "Enter");
  await frame();
  expect([shown(), confirm.mock.calls.length]).toEqual([false, 1]);
});

it("an alert dialog stays while its work is pending", async () => {
  let done: () => void = () => undefined;
  const confirm = vi.fn(() => new Promise<void>((resolve) => (done = resolve)));
  const { container } = mount(
    <AlertDialog defaultOpen title="Delete?" confirmLabel="Yes" cancelLabel="No" onConfirm={confirm} />,
  );
  await press("Tab", "Enter", "Enter");
  expect([shown(), confirm.mock.calls.length]).toEqual([true, 1]);
  expect(container.querySelector("[aria-busy=true]")!.textContent).toBe("Yes");
  done();
  await vi.waitFor(() => expect(shown()).toBe(false));
});

it("a drawer stands at its edge in both directions, and a press outside closes it", async () => {
  for (const [direction, side, edge] of [
    ["ltr", "end", "right"],
    ["rtl", "end", "left"],
    ["ltr", "start", "left"],
    ["rtl", "start", "right"],
    ["ltr", "bottom", "bottom"],
  ] as const) {
    document.documentElement.dir = direction;
    document.documentElement.style.setProperty("--gw-duration", "0s");
    const { get, unmount } = mount(<Drawer defaultOpen side={side} title="Filters" closeLabel="Close" />);
    await frame();
    const box = get("dialog").getBoundingClientRect();
    const page = { left: 0, right: document.documentElement.clientWidth, bottom: innerHeight };
    expect(Math.round(box[edge]), `${direction} ${side}`).toBe(page[edge]);
    const x = box.left > 5 ? 3 : page.right - 3;
    await userEvent.click(document.documentElement, { position: { x, y: 5 }, force: true });
    await frame();
    expect(shown()).toBe(false);
    unmount();
  }
});
