import "./Stack.css";
import type { ComponentProps, JSX } from "react";
import { classNames } from "../class-names.ts";

export interface StackProps extends ComponentProps<"div"> {
  direction?: "row" | undefined;
  /** In units of 4 px; 4 when not given. */
  gap?: 0 | 1 | 2 | 3 | 6 | 8 | 12 | undefined;
}

/**
 * Things below one another, or beside with `direction="row"`, with an even gap in units of 4 px (less when compact).
 *
 * @example
 * ```tsx no-run
 * <Stack gap={2} direction="row"><Button>Save</Button><Button variant="plain">Cancel</Button></Stack>
 * ```
 */
export function Stack({ direction, gap, className, ...props }: StackProps): JSX.Element {
  return <div {...props} className={classNames("gw-stack", className)} data-direction={direction} data-gap={gap} />;
}
