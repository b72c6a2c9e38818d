import "./VisuallyHidden.css";
import type { ComponentProps, JSX } from "react";
import { classNames } from "../class-names.ts";

export interface VisuallyHiddenProps extends ComponentProps<"span"> {}

/**
 * Words for assistive technology only.
 *
 * @example
 * ```tsx no-run
 * <VisuallyHidden>Opens in a new window</VisuallyHidden>
 * ```
 */
export function VisuallyHidden({ className, ...props }: VisuallyHiddenProps): JSX.Element {
  return <span {...props} className={classNames("gw-visually-hidden", className)} />;
}
