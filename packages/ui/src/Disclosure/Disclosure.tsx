"use client";
import "./Disclosure.css";
import type { ComponentProps, JSX, ReactNode } from "react";
import { classNames } from "../class-names.ts";

export interface DisclosureProps extends Omit<ComponentProps<"details">, "onToggle" | "title"> {
  /** The words that open it. */
  title: ReactNode;
  /** Controlled: shows only what it is told. */
  open?: boolean | undefined;
  defaultOpen?: boolean | undefined;
  /** Asked to open or close (controlled), or did (uncontrolled). */
  onToggle?: ((open: boolean) => void) | undefined;
}

/**
 * A native `<details>`: opens before hydration, and for the browser's find in page. Those of one `name` close one
 * another.
 *
 * @example
 * ```tsx no-run
 * <Disclosure title="Delivery">Two to three days.</Disclosure>
 * ```
 */
export function Disclosure({
  title,
  open,
  defaultOpen,
  onToggle,
  className,
  children,
  ...props
}: DisclosureProps): JSX.Element {
  return (
    <details
      {...props}
      className={classNames("gw-disclosure", className)}
      open={open ?? defaultOpen}
      onToggle={(event) => {
        // Also when the browser did it: find in page, or another one of this name.
        const now = event.currentTarget.open;
        if (now !== open) onToggle?.(now);
      }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is interactive. */}
      <summary
        onClick={(event) => {
          if (open === undefined) return;
          event.preventDefault();
          onToggle?.(!open);
        }}
      >
        {title}
      </summary>
      <div>{children}</div>
    </details>
  );
}
