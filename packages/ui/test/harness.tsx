import axe from "axe-core";
import type { ReactNode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { afterEach, expect, vi } from "vitest";
import { userEvent } from "vitest/browser";

export interface Mounted {
  container: HTMLElement;
  /** The only match, or an error that shows the markup. */
  get: <E extends HTMLElement = HTMLElement>(selector: string) => E;
  rerender: (element: ReactNode) => void;
  unmount: () => void;
}

const mounted = new Set<Mounted>();

afterEach(() => {
  for (const each of mounted) each.unmount();
  for (const name of ["data-theme", "dir", "data-density", "style"]) document.documentElement.removeAttribute(name);
});

/** Renders into a new element at the end of the body; unmounted after the test. */
export function mount(element: ReactNode): Mounted {
  const container = document.body.appendChild(document.createElement("div"));
  const root = createRoot(container);
  const rerender = (next: ReactNode) => flushSync(() => root.render(next));
  rerender(element);
  const result: Mounted = {
    container,
    rerender,
    get: (selector) => {
      const found = container.querySelectorAll<HTMLElement>(selector);
      if (found.length !== 1)
        throw new Error(`Expected one ${selector}, got ${found.length} in ${container.innerHTML}`);
      // biome-ignore lint/suspicious/noExplicitAny: the caller names the element.
      return found[0] as any;
    },
    unmount: () => {
      if (!mounted.delete(result)) return;
      flushSync(() => root.unmount());
      container.remove();
    },
  };
  mounted.add(result);
  return result;
}

let seed = 1;

/** Presses keys for real, with a pause of 0 to 40 ms before each: `await press("Tab", "ArrowDown", "a", "Shift+Tab")`. */
export async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    seed = (seed * 48271) % 2147483647;
    await new Promise((resolve) => setTimeout(resolve, seed % 40));
    const parts = key === "+" ? ["+"] : key.split("+");
    const last = parts.pop()!;
    const held = parts.map((part) => `{${part}>}`).join("");
    const released = parts.map((part) => `{/${part}}`).join("");
    await userEvent.keyboard(`${held}${last.length === 1 ? last.replace(/[[{]/, "$&$&") : `{${last}}`}${released}`);
    await frame();
  }
}

/** Waits until effects, `toggle` events and layout of this frame have happened. */
export function frame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** The focused element's accessible words, for one-line assertions. */
export function focused(): string {
  const element = document.activeElement as HTMLElement | null;
  if (!element || element === document.body) return "";
  const labels = (element as HTMLInputElement).labels;
  return (element.getAttribute("aria-label") ?? labels?.[0]?.textContent ?? element.textContent ?? "").trim();
}

/** Runs the body with console.error and console.warn recorded, and expects none. */
export async function quietly<T>(body: () => T | Promise<T>): Promise<T> {
  const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  try {
    const result = await body();
    await frame();
    expect([...error.mock.calls, ...warn.mock.calls].map(String)).toEqual([]);
    return result;
  } finally {
    error.mockRestore();
    warn.mockRestore();
  }
}

/** No axe violation in {light, dark} × {left-to-right, right-to-left}, toggled on what is already rendered. */
export async function expectAccessible(scope: HTMLElement = document.body): Promise<void> {
  const root = document.documentElement;
  // Colours half-way through a transition would be measured.
  root.style.setProperty("--gw-duration", "0s");
  for (const theme of ["light", "dark"]) {
    for (const direction of ["ltr", "rtl"]) {
      root.dataset.theme = theme;
      root.dir = direction;
      // Every rule once; beside contrast, none depends on theme or direction.
      const first = theme === "light" && direction === "ltr";
      const { violations } = await axe.run(scope, {
        resultTypes: ["violations"],
        ...(first
          ? { rules: { region: { enabled: false }, "page-has-heading-one": { enabled: false } } }
          : { runOnly: ["color-contrast"] }),
      });
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
      expect(found, `${theme}, ${direction}`).toEqual([]);
    }
  }
}

/** Every visible target (with the label that holds it) is at least 24 × 24 px; links within text are exempt. */
export function expectTargets(scope: HTMLElement = document.body): void {
  const targets = "button, a[href], input:not([type=hidden]), select, textarea, summary, [role][tabindex]";
  const small = [...scope.querySelectorAll<HTMLElement>(targets)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => !(element.localName === "a" && getComputedStyle(element).display === "inline"))
    .map((element) => element.closest("label") ?? element)
    .filter((element) => Math.min(element.getBoundingClientRect().width, element.getBoundingClientRect().height) < 24);
  expect(small.map(({ outerHTML }) => outerHTML)).toEqual([]);
}
