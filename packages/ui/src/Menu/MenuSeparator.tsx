import "./Menu.css";
import type { ComponentProps, JSX } from "react";
import { classNames } from "../class-names.ts";

export interface MenuSeparatorProps extends ComponentProps<"hr"> {}

/**
 * A line between items of a menu.
 *
 * @example
 * ```tsx no-run
 * <MenuSeparator />
 * ```
 */
export function MenuSeparator({ className, ...props }: MenuSeparatorProps): JSX.Element {
  return <hr {...props} className={classNames("gw-menu-separator", className)} />;
}
