import "./Badge.css";
import type { ComponentProps, JSX } from "react";
import { classNames } from "../class-names.ts";
import type { Tone } from "../tone.ts";

export interface BadgeProps extends ComponentProps<"span"> {
  tone?: Tone | undefined;
}

/**
 * A short status or count beside something; its words, not its colour, say what it means.
 *
 * @example
 * ```tsx no-run
 * <Badge tone="success">Paid</Badge>
 * ```
 */
export function Badge({ tone, className, ...props }: BadgeProps): JSX.Element {
  return <span {...props} className={classNames("gw-badge", className)} data-tone={tone} />;
}
