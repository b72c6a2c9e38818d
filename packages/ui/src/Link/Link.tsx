import "../Button/Button.css";
import "./Link.css";
import type { ComponentProps, ElementType, JSX } from "react";
import { classNames } from "../class-names.ts";
import type { Tone } from "../tone.ts";

export interface LinkProps extends ComponentProps<"a"> {
  href: string;
  /** Looks like a Button; a text link when not given. */
  variant?: "solid" | "soft" | "outline" | "plain" | undefined;
  tone?: Tone | undefined;
  size?: "small" | "large" | undefined;
  /** The router's link component, which gets `href` and all other props: `as={NextLink}`. */
  as?: ElementType | undefined;
}

/**
 * Goes somewhere: a native `<a>`, or the router's link.
 *
 * @example
 * ```tsx no-run
 * <Link href="/terms">Terms</Link>
 * <Link href="/start" variant="solid">Start</Link>
 * ```
 */
export function Link({ as: Element = "a", variant, tone, size, className, ...props }: LinkProps): JSX.Element {
  return (
    <Element
      {...props}
      className={classNames(variant ? "gw-button" : "gw-link", className)}
      data-variant={variant}
      data-tone={tone}
      data-size={size}
    />
  );
}
