import "./Card.css";
import type { ComponentProps, JSX } from "react";
import { classNames } from "../class-names.ts";

export interface CardProps extends ComponentProps<"div"> {}

/**
 * A surface for one thing. For a list of cards put each into an `<li>`.
 *
 * @example
 * ```tsx no-run
 * <Card><h3>Linear algebra</h3><p>Five credits, each autumn.</p></Card>
 * ```
 */
export function Card({ className, ...props }: CardProps): JSX.Element {
  return <div {...props} className={classNames("gw-card", className)} />;
}
