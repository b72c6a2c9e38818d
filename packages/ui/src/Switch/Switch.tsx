import "./Switch.css";
import type { JSX } from "react";
import { Choice, type ChoiceProps } from "../Choice/Choice.tsx";

export type SwitchProps = ChoiceProps;

/**
 * A setting that is on or off at once: a native checkbox with the role of a switch. Sent in a form, use a Checkbox.
 *
 * @example
 * ```tsx no-run
 * <Switch label="Airplane mode" defaultChecked onChange={(event) => set(event.target.checked)} />
 * ```
 */
export function Switch(props: SwitchProps): JSX.Element {
  return <Choice {...props} own="gw-switch" role="switch" />;
}
