import "./Progress.css";
import { type ComponentProps, type CSSProperties, type JSX, type ReactNode, useId } from "react";
import { classNames } from "../class-names.ts";

export interface ProgressProps extends ComponentProps<"progress"> {
  label: ReactNode;
  /** The value in words, shown at the end: “3 of 8 files”. */
  valueText?: string | undefined;
  /** Reaches the outer element, as `style` does; `ref` and all else reach the `<progress>`. */
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

/**
 * How far work has come: the native `<progress>`; without `value` it is under way with no end in sight.
 *
 * @example
 * ```tsx no-run
 * <Progress label="Uploading" value={3} max={8} valueText="3 of 8 files" />
 * ```
 */
export function Progress({ label, valueText, className, style, ...props }: ProgressProps): JSX.Element {
  const auto = useId();
  const id = props.id ?? auto;
  return (
    <div className={classNames("gw-progress", className)} style={style}>
      <label htmlFor={id}>{label}</label>
      {valueText && <span>{valueText}</span>}
      <progress aria-valuetext={valueText} {...props} id={id} />
    </div>
  );
}
