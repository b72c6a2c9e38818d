"use client";
import "./DatePicker.css";
import { type ComponentProps, type JSX, useId, useImperativeHandle, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { wrapTab } from "../Dialog/wrap-tab.ts";
import { Field, type FieldOptions } from "../Field/Field.tsx";
import { setValue } from "../set-value.ts";
import { Calendar, type CalendarLabels, type CalendarOptions } from "./Calendar.tsx";
import { dateText } from "./date-text.ts";
import { useDateInput } from "./use-date-input.ts";

export interface DatePickerLabels extends CalendarLabels {
  /** Name of the button that opens the calendar, and of the calendar: “Choose a date”. */
  open: string;
}

export interface DatePickerProps
  extends FieldOptions,
    Omit<CalendarOptions, "min" | "max">,
    Omit<ComponentProps<"input">, keyof FieldOptions | "children" | "type" | "step"> {
  /** The first date that can be chosen, `YYYY-MM-DD`. */
  min?: string | number | undefined;
  /** The last date that can be chosen, `YYYY-MM-DD`. */
  max?: string | number | undefined;
  /** `YYYY-MM-DD`, or `""`. */
  value?: string | undefined;
  defaultValue?: string | undefined;
  labels: DatePickerLabels;
  /** What is wrong where something is typed that is no date: “Enter a date like 24/11/2026.” */
  invalidMessage: string;
}

/**
 * A date to type, in the language's own order and digits, or to choose from a calendar. Its value is an ISO date
 * (`YYYY-MM-DD`, years 0001 to 9999), never a moment: no time zone can move it.
 *
 * The value is held by a native date input beside the text, out of sight: `ref`, `name`, `onChange`, `onBlur` and
 * unknown props reach that one, so `event.target.value` and FormData have the ISO date; `id`, `placeholder` and focus go
 * to the text. Months and years are Gregorian (years Buddhist where the language has them so). Alt+Arrow Down opens the
 * calendar too.
 *
 * @example
 * ```tsx no-run
 * <DatePicker
 *   label="Departure"
 *   name="departure"
 *   locale="en-GB"
 *   min="2026-05-01"
 *   labels={{ open: "Choose a date", previousMonth: "Previous month", nextMonth: "Next month" }}
 *   invalidMessage="Enter a date like 24/11/2026."
 * />
 * ```
 */
export function DatePicker({
  label,
  hideLabel,
  hint,
  error,
  messages,
  className,
  style,
  id,
  placeholder,
  required,
  "aria-describedby": describedBy,
  labels,
  invalidMessage,
  unavailable,
  today,
  locale,
  firstDay,
  onChange,
  onFocus,
  ref,
  ...input
}: DatePickerProps): JSX.Element {
  const { disabled, readOnly, form, value, defaultValue } = input;
  // Form libraries' types say number too.
  const [min, max] = [input.min, input.max] as (string | undefined)[];
  const popoverId = useId();
  const typing = useRef<HTMLInputElement>(null);
  const date = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const popover = useRef<HTMLDivElement>(null);
  const text = useMemo(() => dateText(locale), [locale]);
  const { typed, show } = useDateInput(typing, date, text, (iso) => (iso ? unavailable?.(iso) : invalidMessage));
  useImperativeHandle(ref, () => date.current!);
  return (
    <Field<ComponentProps<"input">>
      {...{
        label,
        hideLabel,
        hint,
        error,
        messages,
        className,
        style,
        placeholder,
        required,
        disabled,
        readOnly,
        form,
      }}
      {...(id && { id })}
      aria-describedby={describedBy}
    >
      {(control) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that focus left.
        <div
          className="gw-control gw-date"
          onBlur={({ target, currentTarget, relatedTarget }) => {
            // The date input never has focus itself: it hears when the whole field loses it.
            if (target !== date.current && !currentTarget.contains(relatedTarget))
              date.current!.dispatchEvent(new FocusEvent("focusout", { bubbles: true, relatedTarget }));
          }}
        >
          <input
            autoComplete="off"
            {...control}
            ref={typing}
            className="gw-input"
            defaultValue={text.format(value ?? defaultValue ?? "")}
            onChange={typed}
            onBlur={() => show(!!date.current!.value)}
            onKeyDown={(event) => {
              if (event.key !== "ArrowDown" || !event.altKey || readOnly) return;
              event.preventDefault();
              popover.current!.showPopover({ source: date.current!.nextElementSibling as HTMLElement });
            }}
          />
          <input
            {...input}
            ref={date}
            type="date"
            tabIndex={-1}
            aria-hidden
            onChange={(event) => {
              onChange?.(event);
              show(false);
            }}
            onFocus={(event) => {
              onFocus?.(event);
              const { current } = typing;
              if (event.target.ariaInvalid) current!.ariaInvalid = "true";
              current!.focus();
            }}
          />
          {!readOnly && (
            <button
              type="button"
              popoverTarget={popoverId}
              aria-label={labels.open}
              aria-haspopup="dialog"
              disabled={disabled}
              // Safari does not focus a pressed button; focus must come back to it.
              onClick={(event) => event.currentTarget.focus()}
            />
          )}
          <div
            ref={popover}
            id={popoverId}
            popover="auto"
            role="dialog"
            aria-modal
            aria-label={labels.open}
            className="gw-calendar"
            onBeforeToggle={({ newState }) => {
              // At once: as it shows, the browser focuses what is in it.
              if (newState === "open") flushSync(() => setOpen(true));
            }}
            onToggle={({ newState }) => {
              if (newState === "closed") setOpen(false);
            }}
            onKeyDown={(event) => {
              if (event.key === "Tab") wrapTab(event.currentTarget, event);
            }}
          >
            {open && (
              <Calendar
                {...{ min, max, unavailable, today, locale, firstDay, text, labels }}
                value={date.current!.value}
                choose={(iso) => {
                  // First, so that focus goes back; the state follows.
                  popover.current!.hidePopover();
                  if (iso !== date.current!.value) setValue(date.current!, iso);
                }}
              />
            )}
          </div>
        </div>
      )}
    </Field>
  );
}
