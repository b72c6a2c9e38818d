import "./NavList.css";
import type { ComponentProps, ElementType, JSX, ReactNode } from "react";
import { classNames } from "../class-names.ts";

export interface NavItem {
  href: string;
  label: ReactNode;
  /** This page, or the part of the site that it is in. */
  current?: boolean | undefined;
  /** Decoration before the label. */
  icon?: ReactNode;
  /** A level below, always shown. */
  items?: readonly NavItem[] | undefined;
}

export interface NavListProps extends Omit<ComponentProps<"nav">, "children"> {
  /** Name of the landmark. */
  label: string;
  items: readonly NavItem[];
  /** The router's link component. */
  as?: ElementType | undefined;
}

/**
 * Navigation of a site or a section, one level or two.
 *
 * @example
 * ```tsx no-run
 * <NavList label="Main" items={[{ href: "/", label: "Home", current: true }, { href: "/courses", label: "Courses" }]} />
 * ```
 */
export function NavList({ label, items, as, className, ...props }: NavListProps): JSX.Element {
  return (
    <nav aria-label={label} {...props} className={classNames("gw-nav-list", className)}>
      {list(items, as ?? "a")}
    </nav>
  );
}

function list(items: readonly NavItem[], Element: ElementType): JSX.Element {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.href}>
          <Element href={item.href} aria-current={item.current ? "page" : undefined}>
            {item.icon && <span aria-hidden="true">{item.icon}</span>}
            {item.label}
          </Element>
          {item.items && list(item.items, Element)}
        </li>
      ))}
    </ul>
  );
}
