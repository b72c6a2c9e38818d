"use client";
import "./ContextMenu.css";
import { type ComponentProps, type JSX, type ReactNode, useEffect, useId, useImperativeHandle, useRef } from "react";
import { classNames } from "../class-names.ts";
import { MenuPopup } from "../Menu/MenuPopup.tsx";
import { openMenu } from "../Menu/open-menu.ts";
import { followPress } from "./follow-press.ts";

export interface ContextMenuProps extends Omit<ComponentProps<"div">, "onToggle" | "aria-label"> {
  /** Names the menu. */
  label: string;
  /** MenuItem, MenuCheckbox, MenuRadioGroup, MenuGroup, MenuSeparator and Submenu. */
  items: ReactNode;
  /** The region that the menu is about. */
  children: ReactNode;
  /** It has opened or closed. */
  onToggle?: ((open: boolean) => void) | undefined;
}

/**
 * A region with a menu of its own in place of the browser's: by the secondary button or a long touch at the pointer, by
 * the menu key or Shift+F10 at what has the focus in the region. Closing gives the focus back.
 *
 * Keys reach only a region that holds something focusable. Offer its commands elsewhere too, as nothing shows that it is
 * there. `preventDefault()` in `onContextMenu` keeps it shut. `ref`, `className`, `style` and unknown props reach the region.
 *
 * @example
 * ```tsx no-run
 * <ContextMenu label="Photo" items={<MenuItem onClick={remove}>Delete</MenuItem>}><Photo /></ContextMenu>
 * ```
 */
export function ContextMenu({
  label,
  items,
  children,
  onToggle,
  onContextMenu,
  onKeyDown,
  className,
  ref,
  ...props
}: ContextMenuProps): JSX.Element {
  const id = useId();
  const region = useRef<HTMLDivElement>(null);
  const point = useRef<HTMLElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const before = useRef<HTMLElement>(null);
  const press = useRef({ opened: false });
  useImperativeHandle(ref, () => region.current!);

  const open = (x: number, y: number, width = 0, height = 0, index?: number) => {
    const [place, menu] = [point.current!, popup.current!];
    const active = (menu.getRootNode() as Document).activeElement as HTMLElement | null;
    // The body, and the point itself, have nothing to give back to.
    if (!menu.contains(active) && active !== place) before.current = active;
    Object.assign(place.style, { left: 0, top: 0, width: `${width}px`, height: `${height}px` });
    const { left, top } = place.getBoundingClientRect();
    Object.assign(place.style, { left: `${x - left}px`, top: `${y - top}px` });
    press.current.opened = true;
    openMenu(menu, index);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: what it opens by are refs.
  useEffect(
    () =>
      followPress(region.current!, press.current, open, () => {
        const menu = popup.current;
        if (menu && !menu.matches(":popover-open")) openMenu(menu);
      }),
    [],
  );
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its focusable content is what keys reach. */}
      <div
        {...props}
        ref={region}
        className={classNames("gw-context-menu", className)}
        onContextMenu={(event) => {
          onContextMenu?.(event);
          if (event.defaultPrevented) return;
          event.preventDefault();
          open(event.clientX, event.clientY);
        }}
        onKeyDown={(event) => {
          onKeyDown?.(event);
          const { key, shiftKey, defaultPrevented } = event;
          if (defaultPrevented || (key !== "ContextMenu" && !(key === "F10" && shiftKey))) return;
          event.preventDefault();
          const { left, top, width, height } = (event.target as Element).getBoundingClientRect();
          open(left, top, width, height, 0);
        }}
      >
        {children}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: no one acts on it; it only hands the focus on. */}
        <i
          ref={point}
          {...{ popoverTarget: `${id}m` }}
          className="gw-context-point"
          tabIndex={-1}
          onFocus={() => before.current?.focus()}
        />
      </div>
      <MenuPopup
        ref={popup}
        id={`${id}m`}
        aria-label={label}
        onToggle={onToggle}
        onContextMenu={(event) => event.preventDefault()}
      >
        {items}
      </MenuPopup>
    </>
  );
}
