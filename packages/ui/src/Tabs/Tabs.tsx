"use client";
import "./Tabs.css";
import { type ComponentProps, type JSX, type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { classNames } from "../class-names.ts";
import { indexAfter, stepOf } from "../roving-focus.ts";
import { useWarning } from "../use-warning.ts";

export interface TabItem {
  /** Its key, and what `value` names. */
  value: string;
  label: ReactNode;
  /** What the panel holds. */
  children?: ReactNode;
  /** Keys still reach it; it cannot be selected. */
  disabled?: boolean | undefined;
}

interface TabsOptions
  extends Omit<ComponentProps<"div">, "children" | "defaultValue" | "aria-label" | "aria-labelledby"> {
  items: readonly TabItem[];
  /** Controlled: the value of the selected tab. */
  value?: string | undefined;
  /** The first tab that is not disabled unless given. */
  defaultValue?: string | undefined;
  /** Asked to select (controlled), or did (uncontrolled). */
  onValueChange?: ((value: string) => void) | undefined;
  orientation?: "vertical" | undefined;
  /** Arrow keys only move the focus; Enter or Space selects. For panels that take long to show. */
  activation?: "manual" | undefined;
  /**
   * What becomes of the panels that are not selected. Rendered and hidden unless given; `"unmount"` renders the selected
   * one only; `"until-found"` lets the browser's find-in-page and links to fragments open them.
   */
  unselected?: "unmount" | "until-found" | undefined;
}

/** Tabs have a name: `label`, or `aria-labelledby` with the `id` of a heading. */
export type TabsProps = TabsOptions & ({ label: string } | { label?: undefined; "aria-labelledby": string });

/**
 * Panels of which one shows, by the tab that is selected; the server renders it too.
 *
 * Arrow keys, Home and End move and select at once (`activation="manual"`: only move). A panel that holds nothing
 * focusable is a Tab stop itself. `className`, `style`, `ref` and unknown props reach the outer element.
 *
 * @example
 * ```tsx no-run
 * <Tabs label="Trip" items={[{ value: "map", label: "Map", children: <Map /> }, { value: "costs", label: "Costs", children: "…" }]} />
 * ```
 */
export function Tabs(props: TabsProps): JSX.Element {
  const { items, value, defaultValue, onValueChange, orientation, activation, unselected, label, ...rest } = props;
  const { "aria-labelledby": labelledBy, className, ...root } = rest as ComponentProps<"div">;
  const id = useId();
  const [own, setOwn] = useState(defaultValue);
  const wanted = value ?? own ?? items.find((item) => !item.disabled)?.value;
  const selected = items.findIndex((item) => item.value === wanted);
  if (process.env.NODE_ENV !== "production")
    // biome-ignore lint/correctness/useHookAtTopLevel: always or never.
    useWarning(selected < 0 && wanted !== undefined && `Tabs: no item has the value ${JSON.stringify(wanted)}.`);

  const move = (event: KeyboardEvent<HTMLElement>) => {
    const tabs = [...event.currentTarget.children] as HTMLElement[];
    const step = stepOf(event, orientation ?? "horizontal");
    if (event.key === "Tab" && selected >= 0) {
      // The page goes on from the selected tab, wherever the focus was; what its panel holds may have changed.
      tabs[selected]!.focus();
      markStop(event.currentTarget.parentElement!.children[selected + 1] as HTMLElement);
    }
    if (!step) return;
    event.preventDefault();
    const next = tabs[indexAfter(tabs.indexOf(event.target as HTMLElement), step, tabs.length)]!;
    next.focus();
    if (!activation) next.click();
  };

  return (
    <div {...root} className={classNames("gw-tabs", className)} data-orientation={orientation}>
      <div
        role="tablist"
        aria-label={label}
        aria-labelledby={labelledBy}
        aria-orientation={orientation}
        onKeyDown={move}
      >
        {items.map((item, index) => (
          <button
            key={item.value}
            type="button"
            role="tab"
            id={`${id}t${index}`}
            aria-controls={`${id}p${index}`}
            aria-selected={index === selected}
            aria-disabled={item.disabled}
            tabIndex={index === Math.max(selected, 0) ? undefined : -1}
            onClick={(event) => {
              // Safari does not focus a pressed button.
              if (event.isTrusted) event.currentTarget.focus();
              if (item.disabled || index === selected) return;
              setOwn(item.value);
              onValueChange?.(item.value);
            }}
          >
            {item.label}
          </button>
        ))}
      </div>
      {items.map((item, index) => (
        <div
          key={item.value}
          role="tabpanel"
          id={`${id}p${index}`}
          aria-labelledby={`${id}t${index}`}
          hidden={index !== selected}
          ref={(panel) => {
            if (panel) markStop(panel);
            if (!panel || unselected !== "until-found") return;
            // React knows `hidden` without a value only, and not the event.
            if (panel.hidden) panel.setAttribute("hidden", unselected);
            panel.onbeforematch = () => panel.parentElement!.querySelectorAll("button")[index]!.click();
          }}
        >
          {(index === selected || unselected !== "unmount") && item.children}
        </div>
      ))}
    </div>
  );
}

/** The panel that shows is a Tab stop if it holds none. */
function markStop(panel: HTMLElement): void {
  const stop = [...panel.querySelectorAll<HTMLElement>("*")].some(
    (each) => each.tabIndex >= 0 && !each.matches(":disabled") && each.checkVisibility(),
  );
  if (stop || panel.hidden) panel.removeAttribute("tabindex");
  else panel.tabIndex = 0;
}
