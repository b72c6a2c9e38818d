import "../Link/Link.css";
import "./Breadcrumbs.css";
import type { ComponentProps, ElementType, JSX, ReactNode } from "react";
import { classNames } from "../class-names.ts";

export interface Breadcrumb {
  href: string;
  label: ReactNode;
}

export interface BreadcrumbsProps extends Omit<ComponentProps<"nav">, "children"> {
  /** Name of the landmark: “You are here”. */
  label: string;
  /** From the start to this page, which is the last. */
  items: readonly Breadcrumb[];
  /** The router's link component. */
  as?: ElementType | undefined;
}

/**
 * The way from the start to this page; the last item is the page itself.
 *
 * @example
 * ```tsx no-run
 * <Breadcrumbs label="You are here" items={[{ href: "/", label: "Home" }, { href: "/courses", label: "Courses" }]} />
 * ```
 */
export function Breadcrumbs({ label, items, as: Element = "a", className, ...props }: BreadcrumbsProps): JSX.Element {
  return (
    <nav aria-label={label} {...props} className={classNames("gw-breadcrumbs", className)}>
      <ol>
        {items.map((item, i) => (
          <li key={item.href}>
            <Element href={item.href} className="gw-link" aria-current={i === items.length - 1 ? "page" : undefined}>
              {item.label}
            </Element>
          </li>
        ))}
      </ol>
    </nav>
  );
}
