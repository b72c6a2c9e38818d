import "./FieldHelp.css";
import type { JSX, ReactNode } from "react";

export interface FieldHelpOptions {
  /** Help that stays, read out with the control. */
  hint?: ReactNode;
  /** An error of the caller's; it stays until the caller takes it away. */
  error?: ReactNode;
}

/** Hint, the caller's error, and a place that `Form` fills; described by `${id}d`. */
export function FieldHelp({ id, hint, error }: FieldHelpOptions & { id: string }): JSX.Element {
  return (
    <div id={`${id}d`} className="gw-help">
      {hint && <div>{hint}</div>}
      <div className="gw-error" aria-live="polite">
        {error}
      </div>
      <div className="gw-error" aria-live="polite" data-error="" />
    </div>
  );
}
