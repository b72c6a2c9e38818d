import "./Menu.css";
import type { ComponentProps, ElementType, JSX, ReactNode } from "react";
import { classNames } from "../class-names.ts";
import type { Tone } from "../tone.ts";

export interface MenuItemProps extends ComponentProps<"button"> {
  /** Makes it a link. */
  href?: string | undefined;
  /** The router's link component, which gets `href` and all other props. */
  as?: ElementType | undefined;
  tone?: Tone | undefined;
  /** Decoration before the words. */
  icon?: ReactNode;
  /** At the end, such as the keys that do the same. */
  hint?: ReactNode;
}

/**
 * A command in a Menu or ContextMenu, or with `href` a link. Disabled, it can be reached and read, not chosen.
 *
 * @example
 * ```tsx no-run
 * <MenuItem hint="⌘D" onClick={duplicate}>Duplicate</MenuItem>
 * <MenuItem href="/trips">All trips</MenuItem>
 * ```
 */
export function MenuItem({
  href,
  as,
  tone,
  icon,
  hint,
  disabled,
  className,
  children,
  ...props
}: MenuItemProps): JSX.Element {
  const Element = as ?? (href === undefined ? "button" : "a");
  return (
    <Element
      role="menuitem"
      tabIndex={-1}
      {...(href === undefined ? { type: "button" } : { href: disabled ? undefined : href })}
      aria-disabled={disabled || undefined}
      {...props}
      className={classNames("gw-menu-item", className)}
      data-tone={tone}
    >
      <span>{children}</span>
      {/* After the words, which first letters are looked for in; the style puts it before them. */}
      {icon && <i aria-hidden="true">{icon}</i>}
      {/* The space parts it from the words in the name. */}
      {hint && <small> {hint}</small>}
    </Element>
  );
}
