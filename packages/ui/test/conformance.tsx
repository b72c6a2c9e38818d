import { createRef, type JSX, type RefObject, StrictMode } from "react";
import { flushSync } from "react-dom";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server.browser";
import { describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import { expectAccessible, expectTargets, frame, mount, quietly } from "./harness.tsx";

/** One component as the conformance suite needs it: `test/specimens/<Name>.tsx` has one as its default export. */
export interface Specimen {
  name: string;
  /** The component with these props spread last, in a usual use: labelled, with some content. */
  // biome-ignore lint/suspicious/noExplicitAny: each component has props of its own.
  render: (props: any) => JSX.Element;
  /** Matches the element that gets `className` and `style`, and nothing else. */
  root: string;
  /**
   * Matches the element that gets `ref` and unknown props, when it is not `root` (fields: the native control). A group
   * of native controls gets them on each.
   */
  control?: string;
  /** For components that hold a value, selection or open state. */
  state?: {
    /** Names of the controlled prop, the uncontrolled one, and the callback: `["value", "defaultValue", "onChange"]`. */
    props: readonly [controlled: string, uncontrolled: string, callback: string];
    first: unknown;
    second: unknown;
    /** What a user sees: equals `first` or `second`. */
    read: (container: HTMLElement) => unknown;
    /** What a user does to go from `first` to `second`. */
    change: (container: HTMLElement) => Promise<void> | void;
    /** The value in the callback's arguments; an event's target is read by default. */
    // biome-ignore lint/suspicious/noExplicitAny: callbacks differ.
    from?: (...args: any[]) => unknown;
  };
  /** Opens whatever opens; the suite then checks axe, 320 px and unmounting. */
  open?: (container: HTMLElement) => Promise<void> | void;
  /** It brings its own `<Main>`. */
  page?: boolean;
  /** Rules that this component is excused from, each with its reason. */
  excused?: Partial<Record<"targets" | "two roots", string>>;
}

/** The checks that every component of the kit passes. */
export function conformance(specimen: Specimen): void {
  const { name, render, root, control = root, state, open, excused = {} } = specimen;
  const Main = specimen.page ? "div" : "main";

  describe(name, () => {
    it("passes ref, className, style and unknown props on", async () => {
      const ref: RefObject<HTMLElement | null> = createRef();
      const props = { className: "mine", style: { marginBlockStart: "7px" }, "data-test": "yes", lang: "cy" };
      const { get, unmount, container } = await quietly(() => mount(render({ ...props, ref })));
      const outer = get(root);
      const inner = [...container.querySelectorAll<HTMLElement>(control)];
      expect(outer.className).toMatch(/^gw-[a-z-]+ mine$/);
      expect(outer.style.marginBlockStart).toBe("7px");
      for (const each of inner) expect([each.dataset.test, each.lang]).toEqual(["yes", "cy"]);
      expect(inner).toContain(ref.current);
      expect(container.querySelectorAll("[data-test]").length).toBe(inner.length);
      unmount();
      expect(ref.current).toBe(null);
    });

    it("mounts twice under StrictMode with ids of its own", async () => {
      if (excused["two roots"]) return;
      await quietly(async () => {
        const one = mount(<StrictMode>{render({})}</StrictMode>);
        const two = mount(
          <StrictMode>
            {render({})}
            {render({})}
          </StrictMode>,
        );
        await frame();
        // Two roots need an identifierPrefix; within one, ids are unique.
        for (const { container } of [one, two]) {
          const ids = [...container.querySelectorAll("[id]")].map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
        }
        one.unmount();
        two.unmount();
      });
    });

    it("renders on a server and hydrates without a warning", async () => {
      const element = (
        <StrictMode>
          <Main>{render({})}</Main>
        </StrictMode>
      );
      const html = renderToString(element);
      const container = document.body.appendChild(document.createElement("div"));
      container.innerHTML = html;
      const before = container.querySelector(root);
      expect(before).not.toBe(null);
      const recovered: unknown[] = [];
      await quietly(async () => {
        const hydrated = hydrateRoot(container, element, { onRecoverableError: (error) => recovered.push(error) });
        await frame();
        await frame();
        expect(recovered).toEqual([]);
        // The server's own element was adopted, not thrown away.
        expect(container.querySelector(root)).toBe(before);
        flushSync(() => hydrated.unmount());
      });
      container.remove();
    });

    it("is accessible in both themes and directions, and its targets are 24 px", async () => {
      const { container } = mount(<Main>{render({})}</Main>);
      await expectAccessible(container);
      if (!excused.targets) expectTargets(container);
      if (!open) return;
      await open(container);
      await frame();
      await expectAccessible();
      if (!excused.targets) expectTargets();
    });

    it("fits into 320 px, also with text at 200 %", async () => {
      await page.viewport(320, 640);
      try {
        const { container } = mount(<Main>{render({})}</Main>);
        for (const size of ["", "200%"]) {
          document.documentElement.style.fontSize = size;
          await open?.(container);
          await frame();
          expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
        }
      } finally {
        await page.viewport(1024, 768);
      }
    });

    if (open) {
      it("unmounts while open and leaves nothing behind", async () => {
        await quietly(async () => {
          const before = document.body.childElementCount;
          const { container, unmount } = mount(<StrictMode>{render({})}</StrictMode>);
          await open(container);
          await frame();
          unmount();
          await frame();
          expect(document.body.childElementCount).toBe(before);
          expect(document.querySelector(":modal, :popover-open")).toBe(null);
          expect(getComputedStyle(document.documentElement).overflowY).not.toBe("hidden");
        });
      });
    }

    if (state) {
      const [controlled, uncontrolled, callback] = state.props;
      const { first, second, read, change } = state;
      const from = state.from ?? ((event: { target: { value: unknown } }) => event.target.value);

      it(`works uncontrolled (${uncontrolled})`, async () => {
        await quietly(async () => {
          const { container } = mount(render({ [uncontrolled]: first }));
          expect(read(container)).toEqual(first);
          await change(container);
          await frame();
          expect(read(container)).toEqual(second);
        });
      });

      it(`works controlled (${controlled}, ${callback}): asks, and shows only what it is told`, async () => {
        await quietly(async () => {
          const asked: unknown[] = [];
          const listen = { [callback]: (...args: unknown[]) => asked.push(from(...args)) };
          const { container, rerender } = mount(render({ [controlled]: first, ...listen }));
          await change(container);
          await frame();
          expect(asked).toContainEqual(second);
          expect(read(container)).toEqual(first);
          rerender(render({ [controlled]: second, ...listen }));
          await frame();
          expect(read(container)).toEqual(second);
        });
      });
    }
  });
}
