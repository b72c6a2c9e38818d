import "./Alert.css";
import type { ComponentProps, JSX, ReactNode } from "react";
import { classNames } from "../class-names.ts";
import type { Tone } from "../tone.ts";

export interface AlertProps extends Omit<ComponentProps<"div">, "title"> {
  title?: ReactNode;
  /** `danger` interrupts what is being read, the others wait. */
  tone?: Tone | undefined;
}

/**
 * Something to know, in the page. It is read out when it appears; for news that goes away, see Toast.
 *
 * @example
 * ```tsx no-run
 * <Alert tone="warning" title="Registration closes on Friday">Two of your courses are still open.</Alert>
 * ```
 */
export function Alert({ title, tone, className, children, ...props }: AlertProps): JSX.Element {
  return (
    <div
      role={tone === "danger" ? "alert" : "status"}
      {...props}
      className={classNames("gw-alert", className)}
      data-tone={tone}
    >
      {title && <strong>{title}</strong>}
      {children}
    </div>
  );
}
