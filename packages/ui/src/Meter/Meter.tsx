import "./Meter.css";
import { type ComponentProps, type CSSProperties, type JSX, type ReactNode, useId } from "react";
import { classNames } from "../class-names.ts";

export interface MeterProps extends ComponentProps<"meter"> {
  label: ReactNode;
  /** The value in words, shown at the end: “3 of 8 files”. */
  valueText?: string | undefined;
  /** Reaches the outer element, as `style` does; `ref` and all else reach the `<meter>`. */
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

/**
 * A measure within a known range: the native `<meter>`; `low`, `high` and `optimum` choose its colour.
 *
 * @example
 * ```tsx no-run
 * <Meter label="Storage" value={42} max={50} high={45} optimum={0} valueText="42 of 50 GB" />
 * ```
 */
export function Meter({ label, valueText, className, style, ...props }: MeterProps): JSX.Element {
  const auto = useId();
  const id = props.id ?? auto;
  return (
    <div className={classNames("gw-meter", className)} style={style}>
      <label htmlFor={id}>{label}</label>
      {valueText && <span>{valueText}</span>}
      <meter aria-valuetext={valueText} {...props} id={id} />
    </div>
  );
}
