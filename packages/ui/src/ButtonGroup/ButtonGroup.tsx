import "./ButtonGroup.css";
import type { ComponentProps, JSX } from "react";
import { classNames } from "../class-names.ts";

export interface ButtonGroupProps extends ComponentProps<"div"> {
  /** What the buttons are about; the name of the group. */
  label: string;
}

/**
 * Buttons that belong together, joined; each is its own Tab stop. For arrow keys between them, see Toolbar.
 *
 * @example
 * ```tsx no-run
 * <ButtonGroup label="Zoom"><Button variant="outline">Out</Button><Button variant="outline">In</Button></ButtonGroup>
 * ```
 */
export function ButtonGroup({ label, className, ...props }: ButtonGroupProps): JSX.Element {
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls.
  return <div role="group" aria-label={label} {...props} className={classNames("gw-button-group", className)} />;
}
