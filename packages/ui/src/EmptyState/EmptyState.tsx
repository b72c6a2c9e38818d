import "./EmptyState.css";
import type { ComponentProps, JSX, ReactNode } from "react";
import { classNames } from "../class-names.ts";

export interface EmptyStateProps extends Omit<ComponentProps<"div">, "title"> {
  title: ReactNode;
  /** Level of the title's heading. Default 2. */
  level?: 2 | 3 | 4 | undefined;
  /** A picture or icon; decoration. */
  icon?: ReactNode;
}

/**
 * What to see where there is nothing yet: why, and what to do about it.
 *
 * @example
 * ```tsx no-run
 * <EmptyState title="No expenses yet"><p>Add the first one.</p><Button>Add expense</Button></EmptyState>
 * ```
 */
export function EmptyState({ title, level = 2, icon, className, children, ...props }: EmptyStateProps): JSX.Element {
  const Heading = `h${level}` as const;
  return (
    <div {...props} className={classNames("gw-empty-state", className)}>
      {icon && <div aria-hidden="true">{icon}</div>}
      <Heading>{title}</Heading>
      {children}
    </div>
  );
}
