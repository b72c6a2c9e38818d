"use client";
import "./Popover.css";
import { type ComponentProps, type JSX, useId } from "react";
import { classNames } from "../class-names.ts";
import { type PopoverState, usePopover } from "./use-popover.ts";

export interface PopoverProps
  extends PopoverState,
    Omit<ComponentProps<"div">, "onToggle" | "onBeforeToggle" | "popover"> {
  /** The accessible name. */
  label: string;
  /** Where it prefers to stand; it flips where there is no room. Below its button unless given. */
  placement?: "above" | "beside" | undefined;
}

/**
 * A native popover beside the button with `popoverTarget={id}`, which opens it before hydration too. The page stays in
 * use: Escape, a press outside and the button close it.
 *
 * Closing cannot be refused: when it is controlled and still told to be open, it opens again.
 *
 * @example
 * ```tsx no-run
 * <Button popoverTarget="share">Share</Button>
 * <Popover id="share" label="Share">…</Popover>
 * ```
 */
export function Popover({
  id,
  label,
  open,
  defaultOpen,
  onToggle,
  placement,
  className,
  ref,
  ...props
}: PopoverProps): JSX.Element {
  const auto = useId();
  const popover = usePopover({ open, defaultOpen, onToggle }, ref);
  return (
    <div
      role="dialog"
      aria-label={label}
      {...props}
      {...popover}
      id={id ?? auto}
      popover="auto"
      className={classNames("gw-popover", className)}
      data-placement={placement}
    />
  );
}
