import "../VisuallyHidden/VisuallyHidden.css";
import type { ComponentProps, JSX, ReactNode } from "react";
import { classNames } from "../class-names.ts";

export interface AnnouncerProps extends Omit<ComponentProps<"div">, "children"> {
  /** Read out whenever it changes; render the Announcer before there is anything to say. */
  message: ReactNode;
  /** Interrupts what is being read. For what cannot wait. */
  assertive?: boolean | undefined;
}

/**
 * Reads out what otherwise only shows: “12 courses found”. Mounted once and kept; only `message` changes.
 *
 * @example
 * ```tsx no-run
 * <Announcer message={loading ? "" : `${count} courses found`} />
 * ```
 */
export function Announcer({ message, assertive, className, ...props }: AnnouncerProps): JSX.Element {
  return (
    <div role={assertive ? "alert" : "status"} {...props} className={classNames("gw-visually-hidden", className)}>
      {message}
    </div>
  );
}
