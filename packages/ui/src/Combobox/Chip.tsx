"use client";
import type { JSX } from "react";
import { stepOf } from "../roving-focus.ts";

interface ChipProps {
  label: string;
  /** What pressing it does. */
  name: string;
  disabled: boolean | undefined;
  onRemove: () => void;
}

/** A chosen value: a button that removes it. Arrows lead from the text box to it and back. */
export function Chip({ label, name, disabled, onRemove }: ChipProps): JSX.Element {
  return (
    <button
      type="button"
      className="gw-chip"
      tabIndex={-1}
      aria-label={name}
      disabled={disabled}
      onClick={({ currentTarget }) => {
        currentTarget.parentElement!.querySelector("input")!.focus();
        onRemove();
      }}
      onKeyDown={(event) => {
        const { key, currentTarget } = event;
        const step = stepOf(event, "horizontal");
        const stops = chipsOf(currentTarget);
        const next = currentTarget.nextElementSibling as HTMLElement;
        if (key === "Delete" || key === "Backspace") {
          next.focus();
          onRemove();
        } else if (step === 1 || step === Infinity) (step === 1 ? next : stops.at(-1))!.focus();
        else if (step) stops[step === -1 ? Math.max(stops.indexOf(currentTarget) - 1, 0) : 0]!.focus();
        else return;
        event.preventDefault();
      }}
    >
      {label}
    </button>
  );
}

/** The chips beside an element. */
export function chipsOf(element: Element): HTMLElement[] {
  return [...element.parentElement!.querySelectorAll<HTMLElement>(".gw-chip")];
}
