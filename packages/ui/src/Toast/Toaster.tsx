"use client";
import "./Toast.css";
import "../VisuallyHidden/VisuallyHidden.css";
import {
  type ComponentProps,
  type JSX,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { createPortal } from "react-dom";
import { classNames } from "../class-names.ts";
import type { ToasterStore } from "./create-toaster.ts";
import { followModal, raise } from "./follow-modal.ts";
import { ToastItem } from "./ToastItem.tsx";

export interface ToasterProps extends Omit<ComponentProps<"section">, "children"> {
  toaster: ToasterStore;
  /** Name of the landmark that holds the toasts. */
  label: string;
  /** Name of the button that takes a toast away. */
  dismissLabel: string;
  /** How many show at once; the rest wait. 3 unless given. */
  limit?: number | undefined;
  /** How long a toast shows that has no action and no time of its own; 6000 unless given. */
  durationMs?: number | undefined;
  /** The key that goes to the newest toast, and back; F6 unless given. */
  hotkey?: string | undefined;
}

/**
 * Shows the toasts of a `createToaster()`, once a page. Above everything, also above a modal dialog: it moves into the
 * one that is open, since all else is inert.
 *
 * Time stops while the pointer or the focus is on the toasts, and while the page is hidden. They are read out, an urgent
 * one at once. F6 goes to the newest and back, Escape dismisses the one in focus.
 *
 * @example
 * ```tsx no-run
 * const toaster = createToaster();
 * <Toaster toaster={toaster} label="Notifications" dismissLabel="Dismiss" />
 * toaster.show({ title: "Trip deleted", action: { label: "Undo", onClick: restore } });
 * ```
 */
export function Toaster({
  toaster,
  label,
  dismissLabel,
  limit = 3,
  durationMs = 6000,
  hotkey = "F6",
  className,
  ref,
  ...props
}: ToasterProps): JSX.Element {
  const [section, setSection] = useState<HTMLElement | null>(null);
  const home = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const before = useRef<HTMLElement>(null);
  const [holds, setHolds] = useState<Record<string, boolean>>({});
  const entries = useSyncExternalStore(toaster.subscribe, toaster.list, toaster.list);
  const shown = entries.slice(0, limit);
  const some = shown.length > 0;
  const newest = shown.at(-1)?.id;
  useImperativeHandle(ref, () => section!, [section]);
  const hold = (reason: string, on: boolean) => setHolds((now) => ({ ...now, [reason]: on }));

  // biome-ignore lint/correctness/useExhaustiveDependencies: `hold` only sets state.
  useLayoutEffect(() => {
    if (!some || !section) return;
    const page = section.ownerDocument;
    const hide = () => hold("page", page.hidden);
    const press = (event: KeyboardEvent) => {
      if (event.key !== hotkey || event.defaultPrevented) return;
      event.preventDefault();
      const inside = list.current!.matches(":focus-within");
      ((inside ? before.current : list.current!.lastChild) as HTMLElement | null)?.focus();
    };
    hide();
    page.addEventListener("visibilitychange", hide);
    page.addEventListener("keydown", press);
    const leave = followModal(section, list.current!, home.current!);
    return () => {
      leave();
      page.removeEventListener("visibilitychange", hide);
      page.removeEventListener("keydown", press);
      setHolds({});
    };
  }, [some, section, hotkey]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: over what has opened since the last one.
  useLayoutEffect(() => {
    if (list.current) raise(list.current);
  }, [newest, section]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the focus was is gone with its toast.
  useLayoutEffect(() => {
    if (!holds.focus || list.current?.matches(":focus-within")) return;
    ((list.current?.lastChild as HTMLElement) ?? before.current)?.focus();
  }, [entries]);

  return (
    <div ref={home} className="gw-toaster-home">
      <section aria-label={label} {...props} ref={setSection} className={classNames("gw-toaster", className)}>
        <div aria-live="polite" className="gw-visually-hidden" />
        <div aria-live="assertive" className="gw-visually-hidden" />
        {/* React hears what happens in a portal wherever that is moved to. */}
        {section &&
          some &&
          createPortal(
            <ol
              ref={list}
              popover="manual"
              onPointerEnter={() => hold("pointer", true)}
              onPointerLeave={() => hold("pointer", false)}
              onFocus={({ currentTarget, relatedTarget }) => {
                // It comes from nowhere when it moves on from a toast that has just gone.
                if (relatedTarget && !currentTarget.contains(relatedTarget))
                  before.current = relatedTarget as HTMLElement;
                hold("focus", true);
              }}
              onBlur={({ currentTarget, relatedTarget }) => {
                if (!currentTarget.contains(relatedTarget)) hold("focus", false);
              }}
            >
              {shown.map((entry) => (
                <ToastItem
                  key={entry.id}
                  entry={entry}
                  durationMs={durationMs}
                  paused={Object.values(holds).includes(true)}
                  dismissLabel={dismissLabel}
                  dismiss={() => toaster.dismiss(entry.id)}
                />
              ))}
            </ol>,
            section,
          )}
      </section>
    </div>
  );
}
