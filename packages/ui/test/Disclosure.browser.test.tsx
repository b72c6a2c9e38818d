import { Accordion, Disclosure } from "@groundwork/ui";
import { renderToString } from "react-dom/server.browser";
import { expect, it, vi } from "vitest";
import { focused, frame, mount, press } from "./harness.tsx";

const items = ["One", "Two", "Three"].map((title) => ({ id: title, title, children: `About ${title}` }));
const open = (container: Element) => [...container.querySelectorAll("details")].map((each) => each.open);

it("opens and closes by Enter and Space, and says so", async () => {
  const toggle = vi.fn();
  const { get } = mount(
    <Disclosure title="More" onToggle={toggle}>
      Words
    </Disclosure>,
  );
  await press("Tab", "Enter");
  expect(focused()).toBe("More");
  expect(get<HTMLDetailsElement>("details").open).toBe(true);
  await press(" ");
  expect(get<HTMLDetailsElement>("details").open).toBe(false);
  expect(toggle.mock.calls).toEqual([[true], [false]]);
});

it("starts open without saying that it was toggled by anyone else than its default", async () => {
  const { get, rerender } = mount(
    <Disclosure title="More" defaultOpen>
      Words
    </Disclosure>,
  );
  expect(get<HTMLDetailsElement>("details").open).toBe(true);
  await press("Tab", "Enter");
  rerender(
    <Disclosure title="More still" defaultOpen>
      Words
    </Disclosure>,
  );
  expect(get<HTMLDetailsElement>("details").open).toBe(false);
});

it("keeps one open at a time when exclusive, each its own otherwise, and groups apart", async () => {
  const { container } = mount(
    <>
      <Accordion exclusive items={items} />
      <Accordion items={items.map((item) => ({ ...item, id: `${item.id}2` }))} />
    </>,
  );
  await press("Tab", "Enter", "Tab", "Enter");
  expect(open(container)).toEqual([false, true, false, false, false, false]);
  await press("Tab", "Tab", "Enter", "Tab", " ");
  expect(open(container)).toEqual([false, true, false, true, true, false]);
});

it("works before hydration", async () => {
  const container = document.body.appendChild(document.createElement("div"));
  container.innerHTML = renderToString(<Accordion exclusive items={items} />);
  container.querySelectorAll("summary")[0]!.click();
  container.querySelectorAll("summary")[2]!.click();
  await frame();
  expect(open(container)).toEqual([false, false, true]);
  container.remove();
});
