import "./SkipLink.css";
import type { ComponentProps, JSX } from "react";
import { classNames } from "../class-names.ts";

export interface SkipLinkProps extends ComponentProps<"a"> {
  href: string;
}

/**
 * The first link of a page: jumps past the navigation, seen only while focused. Its target has `tabIndex={-1}`.
 *
 * @example
 * ```tsx no-run
 * <SkipLink href="#main">Skip to content</SkipLink>
 * ```
 */
export function SkipLink({ className, ...props }: SkipLinkProps): JSX.Element {
  return <a {...props} className={classNames("gw-skip-link", className)} />;
}
