import { AppShell, Breadcrumbs, Link, NavList, Pagination, SkipLink, Stepper } from "@groundwork/ui";
import type { ComponentProps } from "react";
import { expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { focused, mount, press } from "./harness.tsx";

const Router = (props: ComponentProps<"a">) => <a data-router="" {...props} />;

it("marks this page, and hands links to the router", () => {
  const { container } = mount(
    <>
      <Breadcrumbs
        label="Here"
        as={Router}
        items={[
          { href: "#a", label: "A" },
          { href: "#b", label: "B" },
        ]}
      />
      <NavList
        label="Main"
        as={Router}
        items={[{ href: "#c", label: "C", items: [{ href: "#d", label: "D", current: true }] }]}
      />
      <Stepper
        label="Order"
        doneLabel="done"
        current={1}
        as={Router}
        steps={[{ label: "S", href: "#s" }, { label: "T" }]}
      />
      <Link as={Router} href="#e" variant="solid">
        E
      </Link>
    </>,
  );
  expect([...container.querySelectorAll("[aria-current]")].map((each) => [each.textContent, each.ariaCurrent])).toEqual(
    [
      ["B", "page"],
      ["D", "page"],
      ["T", "step"],
    ],
  );
  expect(container.querySelectorAll("a").length).toBe(container.querySelectorAll("[data-router]").length);
  expect(container.querySelector("li[data-done]")?.textContent).toBe("Sdone");
});

it("paginates by buttons or links, and stops at the ends", async () => {
  const change = vi.fn();
  const props = { label: "Pages", previousLabel: "Previous", nextLabel: "Next", count: 9, onPageChange: change };
  const { container, rerender } = mount(<Pagination {...props} page={5} />);
  const words = () => [...container.querySelectorAll("li")].map(({ textContent }) => textContent).join(" ");
  expect(words()).toBe("Previous 1 … 4 5 6 … 9 Next");
  for (const button of container.querySelectorAll("button")) await userEvent.click(button);
  expect(change.mock.calls.flat()).toEqual([4, 1, 4, 5, 6, 9, 6]);
  rerender(<Pagination {...props} page={1} href={(to) => `#${to}`} />);
  expect(words()).toBe("Previous 1 2 … 9 Next");
  expect(container.querySelector("a")?.hasAttribute("href")).toBe(false);
  expect(container.querySelector("[aria-current]")?.getAttribute("href")).toBe("#1");
});

it("skips to the content", async () => {
  const { get } = mount(
    <>
      <SkipLink href="#there">Skip</SkipLink>
      <a href="#x">Between</a>
      <section id="there" aria-label="There" tabIndex={-1} />
    </>,
  );
  await press("Tab");
  expect(focused()).toBe("Skip");
  expect(get(".gw-skip-link").getBoundingClientRect().height).toBeGreaterThan(24);
  await press("Enter");
  expect(focused()).toBe("There");
});

it("shows the navigation at the side when wide, behind a button when narrow", async () => {
  const { get } = mount(
    <AppShell
      skipLabel="Skip"
      navLabel="Menu"
      header="H"
      nav={<NavList label="Main" items={[{ href: "#a", label: "Home" }]} />}
    >
      Content
    </AppShell>,
  );
  const link = get("nav a");
  await page.viewport(1280, 800);
  try {
    expect(link.checkVisibility({ contentVisibilityAuto: true })).toBe(true);
    expect(link.getBoundingClientRect().height).toBeGreaterThan(24);
    expect(get("main").getBoundingClientRect().left).toBeGreaterThan(link.getBoundingClientRect().right);
    await page.viewport(400, 800);
    expect(get("summary").checkVisibility()).toBe(true);
    expect(link.checkVisibility()).toBe(false);
    await userEvent.click(get("summary"));
    expect(link.checkVisibility()).toBe(true);
  } finally {
    await page.viewport(1024, 768);
  }
});
