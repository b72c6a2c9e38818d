"use client";
import "./Checkbox.css";
import type { JSX } from "react";
import { Choice, type ChoiceProps } from "../Choice/Choice.tsx";

export interface CheckboxProps extends ChoiceProps {
  /** Neither on nor off: some of what it stands for is chosen. Only looks and accessibility; the value is `checked`. */
  indeterminate?: boolean | undefined;
}

/**
 * A native checkbox in its label. `ref` and unknown props reach the `<input>`; `className` and `style` the outer element.
 *
 * @example
 * ```tsx no-run
 * <Checkbox label="I have read the terms" name="terms" required />
 * ```
 */
export function Checkbox({ indeterminate, ...props }: CheckboxProps): JSX.Element {
  return (
    <Choice
      {...props}
      own="gw-checkbox"
      frame={(node) => {
        const input = node?.querySelector("input");
        if (input) input.indeterminate = !!indeterminate;
      }}
    />
  );
}
