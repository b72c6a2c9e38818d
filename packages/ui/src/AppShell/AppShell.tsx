import "./AppShell.css";
import type { ComponentProps, JSX, ReactNode } from "react";
import { classNames } from "../class-names.ts";
import { SkipLink } from "../SkipLink/SkipLink.tsx";

export interface AppShellProps extends ComponentProps<"div"> {
  /** Words of the skip link, the first thing that Tab reaches. */
  skipLabel: string;
  /** Names the navigation's button on narrow screens: “Menu”. */
  navLabel: string;
  header?: ReactNode;
  /** Usually a NavList: at the side on wide screens, below the header behind a button on narrow ones. */
  nav?: ReactNode;
  footer?: ReactNode;
}

/**
 * The frame of an app: skip link, header, navigation at the side, `<main>`, footer. No script: on narrow screens the
 * navigation is a `<details>`.
 *
 * @example
 * ```tsx no-run
 * <AppShell skipLabel="Skip to content" navLabel="Menu" header={<h1>Campus</h1>} nav={<NavList label="Main" items={items} />}>…</AppShell>
 * ```
 */
export function AppShell({
  skipLabel,
  navLabel,
  header,
  nav,
  footer,
  className,
  children,
  ...props
}: AppShellProps): JSX.Element {
  return (
    <div {...props} className={classNames("gw-app-shell", className)}>
      <SkipLink href="#main">{skipLabel}</SkipLink>
      {header && <header>{header}</header>}
      {nav && (
        <details>
          <summary>{navLabel}</summary>
          {nav}
        </details>
      )}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {footer && <footer>{footer}</footer>}
    </div>
  );
}
