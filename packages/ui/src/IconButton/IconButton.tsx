import "./IconButton.css";
import type { JSX } from "react";
import { Button, type ButtonProps } from "../Button/Button.tsx";

export interface IconButtonProps extends ButtonProps {
  /** What the icon means; the accessible name. */
  label: string;
}

/**
 * A square Button that shows an icon only; `label` is its name.
 *
 * @example
 * ```tsx no-run
 * <IconButton label="Close" variant="plain"><CloseIcon aria-hidden /></IconButton>
 * ```
 */
export function IconButton({ label, ...props }: IconButtonProps): JSX.Element {
  return <Button aria-label={label} {...props} data-icon="" />;
}
