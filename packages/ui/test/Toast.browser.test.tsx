import { AlertDialog, Button, createToaster, Dialog, dialogOpener, Toaster, type ToasterProps } from "@groundwork/ui";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { focused, frame, mount, press, quietly } from "./harness.tsx";

beforeEach(() => page.viewport(1024, 768));
afterEach(() => {
  vi.useRealTimers();
});

const setup = (props: Partial<ToasterProps> = {}) => {
  const toaster = createToaster();
  const element = (
    <>
      <Button>Page</Button>
      <Toaster toaster={toaster} label="Notifications" dismissLabel="Dismiss" {...props} />
    </>
  );
  return { toaster, element };
};
const titles = () => [...document.querySelectorAll(".gw-toast strong")].map(({ textContent }) => textContent);
const button = (name: string) =>
  [...document.querySelectorAll<HTMLElement>("button")].find(
    (each) => (each.ariaLabel ?? each.textContent) === name && each.checkVisibility(),
  )!;
const hittable = (element: Element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
};
const region = () => document.querySelector(".gw-toaster")!;
const forever = Number.POSITIVE_INFINITY;
/** Everything that React and observers have to do, with timers faked. */
const settle = () => vi.advanceTimersByTimeAsync(0);

describe("time", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  });

  it("a toast goes after its time, one with an action stays, each by its own durationMs", async () => {
    const { toaster, element } = setup();
    mount(element);
    flushSync(() => {
      toaster.show({ title: "Saved" });
      toaster.show({ title: "Sent", durationMs: 1000 });
      toaster.show({ title: "Deleted", action: { label: "Undo", onClick: () => undefined } });
    });
    await settle();
    expect(titles()).toEqual(["Saved", "Sent", "Deleted"]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(titles()).toEqual(["Saved", "Deleted"]);
    await vi.advanceTimersByTimeAsync(4999);
    expect(titles()).toEqual(["Saved", "Deleted"]);
    await vi.advanceTimersByTimeAsync(2);
    expect(titles()).toEqual(["Deleted"]);
    await vi.advanceTimersByTimeAsync(1e9);
    expect(titles()).toEqual(["Deleted"]);
  });

  it("beyond the limit they wait, and their time starts when they show", async () => {
    const { toaster, element } = setup({ limit: 2, durationMs: 1000 });
    mount(element);
    flushSync(() => {
      for (const title of ["1", "2", "3", "4"]) toaster.show({ title });
    });
    await settle();
    expect(titles()).toEqual(["1", "2"]);
    await vi.advanceTimersByTimeAsync(1001);
    expect(titles()).toEqual(["3", "4"]);
    await vi.advanceTimersByTimeAsync(990);
    expect(titles()).toEqual(["3", "4"]);
    await vi.advanceTimersByTimeAsync(20);
    expect(titles()).toEqual([]);
  });

  it("an update starts it anew", async () => {
    const { toaster, element } = setup({ durationMs: 1000 });
    mount(element);
    let id = "";
    flushSync(() => {
      id = toaster.show({ title: "Saving…", durationMs: forever });
    });
    await vi.advanceTimersByTimeAsync(5000);
    flushSync(() => toaster.update(id, { title: "Saved", durationMs: 1000 }));
    await vi.advanceTimersByTimeAsync(990);
    expect(titles()).toEqual(["Saved"]);
    await vi.advanceTimersByTimeAsync(20);
    expect(titles()).toEqual([]);
  });

  it("stops under the pointer, with the focus on it, and while the page is hidden", async () => {
    const { toaster, element } = setup({ durationMs: 1000 });
    mount(element);
    flushSync(() => toaster.show({ title: "Saved" }));
    await settle();
    const list = document.querySelector("ol")!;
    await vi.advanceTimersByTimeAsync(600);
    await userEvent.hover(list);
    await vi.advanceTimersByTimeAsync(5000);
    await userEvent.hover(button("Page"));
    flushSync(() => document.querySelector<HTMLElement>(".gw-toast")!.focus());
    await vi.advanceTimersByTimeAsync(5000);
    flushSync(() => button("Page").focus());
    const hidden = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
    flushSync(() => document.dispatchEvent(new Event("visibilitychange")));
    await vi.advanceTimersByTimeAsync(5000);
    hidden.mockRestore();
    flushSync(() => document.dispatchEvent(new Event("visibilitychange")));
    await vi.advanceTimersByTimeAsync(390);
    expect(titles()).toEqual(["Saved"]);
    await vi.advanceTimersByTimeAsync(20);
    expect(titles()).toEqual([]);
  });

  it("is read out once by a region that was there before, politely or at once", async () => {
    const { toaster, element } = setup();
    mount(element);
    const said = (live: string) =>
      [...document.querySelectorAll(`[aria-live="${live}"] p`)].map(({ textContent }) => textContent);
    const regions = document.querySelectorAll("[aria-live]").length;
    flushSync(() => {
      toaster.show({ title: "Saved", description: "Two changes" });
      toaster.show({ title: "No connection", tone: "danger", durationMs: forever });
      toaster.show({ title: "Closing soon", assertive: true });
    });
    expect([regions, said("polite")]).toEqual([2, []]);
    await vi.advanceTimersByTimeAsync(150);
    expect(said("polite").map((words) => words?.split(/\s+/))).toEqual([["Saved", "Two", "changes"]]);
    expect(said("assertive")).toEqual(["No connection", "Closing soon"]);
    await vi.advanceTimersByTimeAsync(3000);
    expect([said("polite"), said("assertive")]).toEqual([[], []]);
  });
});

describe("by keyboard", () => {
  const two = () => {
    const { toaster, element } = setup();
    const { unmount } = mount(element);
    const undo = vi.fn();
    flushSync(() => {
      toaster.show({ title: "First", durationMs: forever });
      toaster.show({ title: "Second", action: { label: "Undo", onClick: undo } });
    });
    return { undo, toaster, unmount };
  };

  it("F6 goes to the newest and back; Escape dismisses, and the focus goes to another, then back", async () => {
    two();
    button("Page").focus();
    await press("F6");
    expect(focused()).toContain("Second");
    await press("F6");
    expect(focused()).toBe("Page");
    await press("F6", "Escape");
    expect([titles(), focused()]).toEqual([["First"], "First"]);
    await press("Escape");
    expect([titles(), focused()]).toEqual([[], "Page"]);
    await press("F6");
    expect(focused()).toBe("Page");
  });

  it("Tab goes on to its buttons; each dismisses, and the action runs", async () => {
    const { undo } = two();
    button("Page").focus();
    await press("F6", "Tab");
    expect(focused()).toBe("Undo");
    await press("Enter");
    expect([titles(), undo.mock.calls.length, focused()]).toEqual([["First"], 1, "First"]);
    await press("Tab");
    expect(focused()).toBe("Dismiss");
    await press(" ");
    expect([titles(), focused()]).toEqual([[], "Page"]);
  });

  it("taken away by code, its focus is not lost either", async () => {
    const { toaster } = two();
    button("Page").focus();
    await press("F6");
    flushSync(() => toaster.dismiss());
    expect([titles(), focused()]).toEqual([[], "Page"]);
  });

  it("takes another key", async () => {
    const { toaster, element } = setup({ hotkey: "F8" });
    mount(element);
    flushSync(() => toaster.show({ title: "Saved" }));
    button("Page").focus();
    await press("F6");
    expect(focused()).toBe("Page");
    await press("F8");
    expect(focused()).toBe("Saved");
  });
});

describe("over a modal dialog", () => {
  const within = (toaster: ReturnType<typeof createToaster>, close = true) => (
    <>
      <Button {...dialogOpener("outer")}>Open</Button>
      <Dialog id="outer" title="Outer" closeLabel="Close outer">
        <Button onClick={() => toaster.show({ title: "Inside", durationMs: forever })}>Show</Button>
        <Button {...dialogOpener("inner")}>More</Button>
        {close && (
          <AlertDialog id="inner" title="Sure?" confirmLabel="Yes" cancelLabel="No" onConfirm={() => undefined}>
            Really
          </AlertDialog>
        )}
      </Dialog>
      <Toaster toaster={toaster} label="Notifications" dismissLabel="Dismiss" />
    </>
  );

  it("is in use when it shows, when another dialog opens over it, and when they close", async () => {
    const toaster = createToaster();
    const { get, unmount } = mount(within(toaster));
    await userEvent.click(button("Open"));
    await userEvent.click(button("Show"));
    await vi.waitFor(() => expect(hittable(button("Dismiss"))).toBe(true));
    expect(region().parentElement).toBe(get("#outer"));
    await userEvent.click(button("More"));
    await vi.waitFor(() => expect(region().parentElement).toBe(get("#inner")));
    expect(hittable(button("Dismiss"))).toBe(true);
    await press("F6");
    expect(focused()).toBe("Inside");
    await press("F6", "Escape");
    await vi.waitFor(() => expect(region().parentElement).toBe(get("#outer")));
    expect([hittable(button("Dismiss")), get<HTMLDialogElement>("#outer").open]).toEqual([true, true]);
    await press("F6", "Escape");
    expect([titles(), get<HTMLDialogElement>("#outer").open]).toEqual([[], true]);
    expect(region().parentElement?.className).toBe("gw-toaster-home");
    flushSync(() => toaster.show({ title: "Again", durationMs: forever }));
    await press("Escape");
    await vi.waitFor(() => expect(region().parentElement?.className).toBe("gw-toaster-home"));
    expect([hittable(button("Dismiss")), get<HTMLDialogElement>("#outer").open]).toEqual([true, false]);
    await userEvent.click(button("Dismiss"));
    expect(titles()).toEqual([]);
    await quietly(unmount);
  });

  it("comes back when the dialog is taken away while open, with its time running", async () => {
    const toaster = createToaster();
    const { get, rerender } = mount(within(toaster));
    await userEvent.click(button("Open"));
    await userEvent.click(button("More"));
    flushSync(() => toaster.show({ title: "Still here", durationMs: forever }));
    expect(region().parentElement).toBe(get("#inner"));
    await quietly(() => rerender(within(toaster, false)));
    await vi.waitFor(() => expect(hittable(button("Dismiss"))).toBe(true));
    await userEvent.click(button("Dismiss"));
    expect(titles()).toEqual([]);
  });

  it("works in a dialog that is not React's, and is unmounted while there", async () => {
    const { toaster, element } = setup();
    const { unmount } = mount(element);
    const dialog = document.body.appendChild(document.createElement("dialog"));
    dialog.showModal();
    flushSync(() => toaster.show({ title: "Here", durationMs: forever }));
    flushSync(() => toaster.show({ title: "There", durationMs: forever }));
    expect(region().parentElement).toBe(dialog);
    await userEvent.click(button("Dismiss"));
    expect(titles()).toEqual(["There"]);
    await quietly(unmount);
    expect(dialog.childElementCount).toBe(0);
    dialog.remove();
  });
});

describe("elsewhere", () => {
  it("is over a popover that opened before it, and takes what callers show before it is mounted", async () => {
    const { toaster, element } = setup();
    toaster.show({ title: "Early", durationMs: forever });
    mount(element);
    await frame();
    expect([titles(), document.querySelector("ol")!.matches(":popover-open")]).toEqual([["Early"], true]);
    const popover = document.body.appendChild(document.createElement("div"));
    popover.popover = "manual";
    popover.style.cssText = "inset: 0; inline-size: 100%; block-size: 100%";
    popover.showPopover();
    expect(hittable(button("Dismiss"))).toBe(false);
    flushSync(() => toaster.show({ title: "Late", durationMs: forever }));
    expect(hittable(button("Dismiss"))).toBe(true);
    popover.remove();
  });

  it("works in a shadow root", async () => {
    const { toaster, element } = setup();
    const host = document.body.appendChild(document.createElement("div"));
    const shadow = host.attachShadow({ mode: "open" });
    const root = createRoot(shadow);
    flushSync(() => root.render(element));
    flushSync(() => toaster.show({ title: "Saved" }));
    await press("F6");
    expect(shadow.activeElement?.textContent).toContain("Saved");
    await press("Escape");
    expect(shadow.querySelector(".gw-toast")).toBe(null);
    flushSync(() => root.unmount());
    host.remove();
  });
});
