"use client";
import "./Tooltip.css";
import { type ComponentProps, type JSX, useEffect, useId, useImperativeHandle, useRef } from "react";
import { classNames } from "../class-names.ts";

export interface TooltipProps extends Omit<ComponentProps<"div">, "popover" | "role"> {
  /** Rest of the pointer before it shows; 500 unless given. None while another one has just been read. */
  delayMs?: number | undefined;
}

// When the last one hid: the next one close after it needs no rest of the pointer.
const last = { hidden: 0 };

/**
 * Words about whatever has `aria-describedby` (or `aria-labelledby`) with its `id`: shown when that rests under the
 * pointer or gets the focus by keyboard, hidden by Escape. The pointer may move onto it.
 *
 * Never the only place of what a person must know: fingers have no hover. Put it beside what it describes, within the
 * same dialog.
 *
 * @example
 * ```tsx no-run
 * <Button aria-describedby="archive">Archive</Button>
 * <Tooltip id="archive">Out of sight, not deleted</Tooltip>
 * ```
 */
export function Tooltip({ id, delayMs = 500, className, ref, ...props }: TooltipProps): JSX.Element {
  const auto = useId();
  const own = id ?? auto;
  const element = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => element.current!);
  useEffect(() => {
    const tip = element.current!;
    const root = tip.getRootNode();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const selector = `[aria-describedby~="${CSS.escape(own)}"],[aria-labelledby~="${CSS.escape(own)}"]`;
    const target = (event: Event) => (event.target as Element).closest<HTMLElement>(selector);
    const shown = () => tip.matches(":popover-open");
    const show = (source: HTMLElement) => {
      clearTimeout(timer);
      if (!shown()) tip.showPopover({ source });
    };
    const hide = () => {
      clearTimeout(timer);
      if (!shown()) return;
      last.hidden = Date.now();
      tip.hidePopover();
    };
    const later = (run: () => void, ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(run, ms);
    };
    const listeners: Record<string, (event: Event) => void> = {
      pointerover(event) {
        if (tip.contains(event.target as Node)) return clearTimeout(timer);
        const source = target(event);
        if (!source || (event as PointerEvent).pointerType === "touch") return;
        // Back from the tooltip, or on to another part of the same thing.
        if (shown()) clearTimeout(timer);
        else later(() => show(source), Date.now() - last.hidden < 300 ? 0 : delayMs);
      },
      pointerout(event) {
        // Time to move across the gap.
        if (target(event) || tip.contains(event.target as Node)) later(hide, shown() ? 150 : 0);
      },
      focusin(event) {
        const source = target(event);
        if (source?.matches(":focus-visible")) show(source);
      },
      focusout(event) {
        if (target(event)) hide();
      },
      pointerdown(event) {
        if (target(event)) hide();
      },
      keydown(event) {
        if ((event as KeyboardEvent).key !== "Escape" || !shown()) return;
        // Only the tooltip goes, not the dialog around it.
        event.preventDefault();
        event.stopPropagation();
        hide();
      },
    };
    for (const name in listeners) root.addEventListener(name, listeners[name]!, true);
    return () => {
      clearTimeout(timer);
      for (const name in listeners) root.removeEventListener(name, listeners[name]!, true);
    };
  }, [own, delayMs]);
  return (
    <div
      {...props}
      ref={element}
      id={own}
      role="tooltip"
      popover="hint"
      className={classNames("gw-tooltip", className)}
    />
  );
}
