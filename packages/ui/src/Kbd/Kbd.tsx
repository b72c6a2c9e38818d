import "./Kbd.css";
import type { ComponentProps, JSX } from "react";
import { classNames } from "../class-names.ts";

export interface KbdProps extends ComponentProps<"kbd"> {}

/**
 * A key to press.
 *
 * @example
 * ```tsx no-run
 * <Kbd>Esc</Kbd>
 * ```
 */
export function Kbd({ className, ...props }: KbdProps): JSX.Element {
  return <kbd {...props} className={classNames("gw-kbd", className)} />;
}
