import "./Button.css";
import type { ComponentProps, JSX } from "react";
import { classNames } from "../class-names.ts";
import type { Tone } from "../tone.ts";

export interface ButtonProps extends ComponentProps<"button"> {
  /** Emphasis. Filled with the accent when not given: at most one such button a view. */
  variant?: "soft" | "outline" | "plain" | undefined;
  tone?: Tone | undefined;
  size?: "small" | "large" | undefined;
  /** Work is under way: the button keeps focus and name, says that it is busy, and neither clicks nor submits. */
  pending?: boolean | undefined;
}

/**
 * A native `<button>`; `type` is `"button"` unless given, so that it never submits a form by accident.
 *
 * Has no state and needs no JavaScript: it renders in server components. For a link that looks like a button, see
 * `Link`. `ref`, `className`, `style` and unknown props reach the `<button>`.
 *
 * @example
 * ```tsx no-run
 * <Button variant="outline" onClick={save}>Save</Button>
 * ```
 */
export function Button({ variant, tone, size, pending, className, type, onClick, ...props }: ButtonProps): JSX.Element {
  return (
    <button
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      {...props}
      type={(!pending && type) || "button"}
      onClick={pending ? undefined : onClick}
      className={classNames("gw-button", className)}
      data-variant={variant}
      data-tone={tone}
      data-size={size}
    />
  );
}
