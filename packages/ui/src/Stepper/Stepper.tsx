import "./Stepper.css";
import type { ComponentProps, ElementType, JSX, ReactNode } from "react";
import { classNames } from "../class-names.ts";

export interface Step {
  label: ReactNode;
  /** Where the step lives; steps without it are words only. */
  href?: string | undefined;
}

export interface StepperProps extends Omit<ComponentProps<"nav">, "children"> {
  /** Name of the landmark: “Progress of your order”. */
  label: string;
  steps: readonly Step[];
  /** Index of the step under way; those before it are done. */
  current: number;
  /** Read out after each step that is done: “done”. */
  doneLabel: string;
  /** The router's link component. */
  as?: ElementType | undefined;
}

/**
 * The steps of something longer, and where one is.
 *
 * @example
 * ```tsx no-run
 * <Stepper label="Your order" doneLabel="done" current={1} steps={[{ label: "Cart" }, { label: "Address" }, { label: "Pay" }]} />
 * ```
 */
export function Stepper({
  label,
  steps,
  current,
  doneLabel,
  as: Element = "a",
  className,
  ...props
}: StepperProps): JSX.Element {
  return (
    <nav aria-label={label} {...props} className={classNames("gw-stepper", className)}>
      <ol>
        {steps.map((step, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place.
          <li key={i} aria-current={i === current ? "step" : undefined} data-done={i < current || undefined}>
            {step.href ? <Element href={step.href}>{step.label}</Element> : step.label}
            {i < current && <span>{doneLabel}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
