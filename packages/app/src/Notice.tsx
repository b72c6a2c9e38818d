import type { JSX, ReactNode } from "react";

/** A page, or a part of one, that has nothing to show: empty, failed, not found. Says what to do next. */
export function Notice({
  title,
  children,
  action,
  role,
  heading: Heading = "h1",
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  role?: "alert";
  /** `h2` inside a page that has a heading of its own. */
  heading?: "h1" | "h2";
}): JSX.Element {
  return (
    <div className="app-notice" role={role}>
      <Heading>{title}</Heading>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}
