import "./Spinner.css";
import type { ComponentProps, JSX } from "react";
import { classNames } from "../class-names.ts";

export interface SpinnerProps extends Omit<ComponentProps<"span">, "children"> {
  /** What is under way; the accessible name. */
  label: string;
}

/**
 * Something is under way, with no telling how long; `label` says what. Prefer Progress where the end is known.
 *
 * @example
 * ```tsx no-run
 * <Spinner label="Loading courses" />
 * ```
 */
export function Spinner({ label, className, ...props }: SpinnerProps): JSX.Element {
  return <span role="img" aria-label={label} {...props} className={classNames("gw-spinner", className)} />;
}
