import "./Menu.css";
import { type ComponentProps, type JSX, type ReactNode, useId } from "react";
import { classNames } from "../class-names.ts";

export interface MenuGroupProps extends ComponentProps<"div"> {
  /** The heading above its items. */
  label: ReactNode;
}

/**
 * Items of a menu under a heading.
 *
 * @example
 * ```tsx no-run
 * <MenuGroup label="Share"><MenuItem>Copy link</MenuItem><MenuItem>Send by mail</MenuItem></MenuGroup>
 * ```
 */
export function MenuGroup({ label, className, children, ...props }: MenuGroupProps): JSX.Element {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a menu.
    <div role="group" aria-labelledby={id} {...props} className={classNames("gw-menu-group", className)}>
      <span id={id}>{label}</span>
      {children}
    </div>
  );
}
