import "./Skeleton.css";
import type { ComponentProps, JSX } from "react";
import { classNames } from "../class-names.ts";

export interface SkeletonProps extends ComponentProps<"span"> {}

/**
 * Stands where words will be, while they load; hidden from assistive technology, so say elsewhere that it loads.
 *
 * @example
 * ```tsx no-run
 * <Skeleton style={{ inlineSize: "12ch" }} />
 * ```
 */
export function Skeleton({ className, ...props }: SkeletonProps): JSX.Element {
  return <span aria-hidden="true" {...props} className={classNames("gw-skeleton", className)} />;
}
