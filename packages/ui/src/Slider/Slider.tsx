"use client";
import "./Slider.css";
import { type ComponentProps, type CSSProperties, type JSX, type ReactNode, useId } from "react";
import { classNames } from "../class-names.ts";

export interface SliderProps extends Omit<ComponentProps<"input">, "type" | "children"> {
  label: ReactNode;
  /** The value in words, shown and read out: `(value) => `${value} km``. The bare number when not given. */
  format?: ((value: number) => string) | undefined;
  /** Reaches the outer element, as `style` does; `ref` and all else reach the `<input>`. */
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

/**
 * A native range input with its value beside the label.
 *
 * @example
 * ```tsx no-run
 * <Slider label="Distance" name="distance" min={1} max={50} defaultValue={10} format={(km) => `${km} km`} />
 * ```
 */
export function Slider({ label, format = String, className, style, ...input }: SliderProps): JSX.Element {
  const auto = useId();
  const id = input.id ?? auto;
  const show = (range: HTMLInputElement) => {
    const words = format(range.valueAsNumber);
    range.previousElementSibling!.textContent = words;
    range.ariaValueText = words;
  };
  return (
    <div
      className={classNames("gw-slider", className)}
      style={style}
      onInput={(event) => show(event.target as HTMLInputElement)}
    >
      <label htmlFor={id}>{label}</label>
      {/* The browser knows the value first: after mount, reset and each move it is read from there. */}
      <output htmlFor={id} ref={(output) => watch(output!, show)} suppressHydrationWarning />
      <input {...input} id={id} type="range" />
    </div>
  );
}

function watch(output: HTMLOutputElement, show: (range: HTMLInputElement) => void): () => void {
  const range = output.nextElementSibling as HTMLInputElement;
  const later = () => setTimeout(() => show(range));
  // A ref runs before React sets the input's value.
  later();
  range.form?.addEventListener("reset", later);
  return () => range.form?.removeEventListener("reset", later);
}
