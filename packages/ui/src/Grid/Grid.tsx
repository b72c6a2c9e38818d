import "./Grid.css";
import type { ComponentProps, JSX } from "react";
import { classNames } from "../class-names.ts";
import "../Stack/Stack.css";

export interface GridProps extends ComponentProps<"div"> {
  minimum?: "small" | "large" | undefined;
  /** In units of 4 px; 4 when not given. */
  gap?: 0 | 1 | 2 | 3 | 6 | 8 | 12 | undefined;
}

/**
 * As many columns as fit, each at least `minimum` wide (10, 16 or 24 rem; 16 when not given); one on a narrow screen.
 *
 * @example
 * ```tsx no-run
 * <Grid minimum="small"><Card>One</Card><Card>Two</Card></Grid>
 * ```
 */
export function Grid({ minimum, gap, className, ...props }: GridProps): JSX.Element {
  return <div {...props} className={classNames("gw-grid", className)} data-minimum={minimum} data-gap={gap} />;
}
