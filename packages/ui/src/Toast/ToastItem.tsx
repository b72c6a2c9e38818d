"use client";
import { type JSX, useEffect, useRef } from "react";
import { Button } from "../Button/Button.tsx";
import { IconButton } from "../IconButton/IconButton.tsx";
import { announce } from "./announce.ts";
import type { ToastEntry } from "./create-toaster.ts";

export interface ToastItemProps {
  entry: ToastEntry;
  durationMs: number;
  paused: boolean;
  dismissLabel: string;
  dismiss: () => void;
}

/** One toast: counts its time while nothing holds it, and is read out once. */
export function ToastItem({ entry, durationMs, paused, dismissLabel, dismiss }: ToastItemProps): JSX.Element {
  const { title, description, tone, action, assertive = tone === "danger" } = entry;
  const words = useRef<HTMLDivElement>(null);
  const time = useRef<{ entry?: ToastEntry; left: number }>({ left: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: dismisses the entry that it is for.
  useEffect(() => {
    if (time.current.entry !== entry)
      time.current = { entry, left: entry.durationMs ?? (action ? Number.POSITIVE_INFINITY : durationMs) };
    // A longer timeout would run at once.
    if (paused || time.current.left >= 2 ** 31) return;
    const from = Date.now();
    const timer = setTimeout(dismiss, time.current.left);
    return () => {
      clearTimeout(timer);
      time.current.left -= Date.now() - from;
    };
  }, [entry, paused]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read out again when its words change.
  useEffect(() => {
    const element = words.current!;
    const [polite, rude] = element.closest("section")!.querySelectorAll<HTMLElement>("[aria-live]");
    return announce(element, (assertive ? rude : polite)!);
  }, [title, description, assertive]);
  return (
    <li
      className="gw-toast"
      data-tone={tone}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a stop for the keyboard, to read it and to dismiss it by Escape.
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // Not the dialog around it.
        event.preventDefault();
        dismiss();
      }}
    >
      <div ref={words}>
        <strong>{title}</strong>
        {description && <div>{description}</div>}
      </div>
      {action && (
        <Button
          variant="outline"
          size="small"
          onClick={() => {
            dismiss();
            action.onClick();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label={dismissLabel} variant="plain" size="small" data-close="" onClick={dismiss} />
    </li>
  );
}
