import "./Pagination.css";
import type { ComponentProps, ElementType, JSX, ReactNode } from "react";
import { classNames } from "../class-names.ts";
import { pagesAround } from "./pages-around.ts";

export interface PaginationProps extends Omit<ComponentProps<"nav">, "children" | "onChange"> {
  /** Name of the landmark: “Pages of results”. */
  label: string;
  previousLabel: string;
  nextLabel: string;
  /** The page shown, from 1. */
  page: number;
  /** How many pages there are. */
  count: number;
  /** Where a page lives; pages are then links. */
  href?: ((page: number) => string) | undefined;
  /** Called with the page chosen; without `href`, pages are buttons. */
  onPageChange?: ((page: number) => void) | undefined;
  /** The router's link component. */
  as?: ElementType | undefined;
}

/**
 * Pages of a long list: first, last, and those around this one.
 *
 * @example
 * ```tsx no-run
 * <Pagination label="Pages" previousLabel="Previous" nextLabel="Next" page={3} count={12} href={(page) => `?page=${page}`} />
 * ```
 */
export function Pagination({
  label,
  previousLabel,
  nextLabel,
  page,
  count,
  href,
  onPageChange,
  as = "a",
  className,
  ...props
}: PaginationProps): JSX.Element {
  const Element = href ? as : "button";
  const item = (to: number, words: ReactNode, current?: "page") => {
    const enabled = to >= 1 && to <= count;
    return (
      <Element
        {...(href ? { href: enabled ? href(to) : undefined } : { type: "button", disabled: !enabled })}
        aria-disabled={enabled ? undefined : true}
        aria-current={current}
        onClick={onPageChange && enabled ? () => onPageChange(to) : undefined}
      >
        {words}
      </Element>
    );
  };
  return (
    <nav aria-label={label} {...props} className={classNames("gw-pagination", className)}>
      <ul>
        <li>{item(page - 1, previousLabel)}</li>
        {pagesAround(page, count).map((each) =>
          each > 0 ? <li key={each}>{item(each, each, each === page ? "page" : undefined)}</li> : <li key={each}>…</li>,
        )}
        <li>{item(page + 1, nextLabel)}</li>
      </ul>
    </nav>
  );
}
