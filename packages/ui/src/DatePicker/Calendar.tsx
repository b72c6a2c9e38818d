"use client";
import { type JSX, type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import type { DateText } from "./date-text.ts";
import { addDays, addMonths, clampDate, columnOf, pad, today } from "./iso-date.ts";
import { weekStart } from "./week-start.ts";

export interface CalendarLabels {
  previousMonth: string;
  nextMonth: string;
  /** Without it there is no such button. */
  previousYear?: string | undefined;
  /** Without it there is no such button. */
  nextYear?: string | undefined;
}

export interface CalendarOptions {
  /** The first date that can be chosen. */
  min?: string | undefined;
  /** The last date that can be chosen. */
  max?: string | undefined;
  /** Why a date cannot be chosen, in words; nothing for one that can. */
  unavailable?: ((date: string) => string | false | null | undefined) | undefined;
  /** The date marked as today; by default the browser's, when the calendar opens. */
  today?: string | undefined;
  /** A language tag; the browser's own language unless given. Give it where a server renders. */
  locale?: string | undefined;
  /** The day that weeks start with, 1 (Monday) to 7 (Sunday); as the locale has it unless given. */
  firstDay?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | undefined;
}

interface CalendarProps extends CalendarOptions {
  value: string;
  text: DateText;
  labels: CalendarLabels;
  choose: (date: string) => void;
}

const week = [0, 1, 2, 3, 4, 5, 6];

/** One month as a grid: arrows go by days and weeks, Page keys by months, with Shift by years. */
export function Calendar({
  value,
  text,
  labels,
  choose,
  min,
  max,
  unavailable,
  ...options
}: CalendarProps): JSX.Element {
  const id = useId();
  const grid = useRef<HTMLTableElement>(null);
  const moved = useRef(false);
  const [now] = useState(options.today ?? today);
  const [start] = useState(() => clampDate(value || now, min, max));
  const [cursor, setCursor] = useState(start);
  useLayoutEffect(() => {
    if (moved.current) grid.current!.querySelector<HTMLElement>("[tabindex='0']")!.focus();
    moved.current = false;
  });

  const firstDay = options.firstDay ?? weekStart(options.locale);
  const month = cursor.slice(0, 8);
  const offset = columnOf(`${month}01`, firstDay);
  const days = +addMonths(`${month}31`, 0).slice(8);
  const number = new Intl.NumberFormat(options.locale);
  const full = text.formatter({ dateStyle: "full" });
  const long = text.formatter({ weekday: "long" });
  const time = (column: number) => Date.UTC(2024, 0, firstDay + column);
  const heads = (weekday: "short" | "narrow") => {
    const { format } = text.formatter({ weekday });
    return week.map((column) => format(time(column)));
  };
  const short = heads("short");
  // Arabic has no shorter names but single letters.
  const names = short.some(({ length }) => length > 4) ? heads("narrow") : short;
  const reason = (date: string) => clampDate(date, min, max) !== date || unavailable?.(date);
  const go = (date: string) => setCursor(clampDate(date, min, max));

  const button = (label: string | undefined, months: number) =>
    label && (
      <button
        type="button"
        aria-label={label}
        aria-disabled={(months < 0 ? min : max)?.startsWith(month)}
        data-months={months}
        onClick={() => go(addMonths(cursor, months))}
      />
    );

  const cell = (day: number) => {
    if (day < 1 || day > days) return <td key={day} />;
    const date = month + pad(day, 2);
    const why = reason(date);
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the grid.
      <td
        key={day}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid.
        role="gridcell"
        tabIndex={date === cursor ? 0 : -1}
        // Of what a popover holds, the browser focuses this as it shows.
        ref={date === start ? autofocus : undefined}
        aria-label={full.format(Date.parse(date))}
        aria-selected={date === value}
        aria-current={date === now ? "date" : undefined}
        aria-disabled={!!why}
        title={typeof why === "string" ? why : undefined}
        onClick={() => {
          moved.current = true;
          setCursor(clampDate(date, min, max));
          if (!why) choose(date);
        }}
      >
        {number.format(day)}
      </td>
    );
  };

  const press = (event: KeyboardEvent) => {
    const { key } = event;
    const column = columnOf(cursor, firstDay);
    const side = getComputedStyle(event.currentTarget).direction === "rtl" ? -1 : 1;
    const byDays: Record<string, number> = {
      ArrowLeft: -side,
      ArrowRight: side,
      ArrowUp: -7,
      ArrowDown: 7,
      Home: -column,
      End: 6 - column,
    };
    const byMonths: Record<string, number> = { PageUp: -1, PageDown: 1 };
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (key in byDays) go(addDays(cursor, byDays[key]!));
    else if (key in byMonths) go(addMonths(cursor, byMonths[key]! * (event.shiftKey ? 12 : 1)));
    else if (key !== "Enter" && key !== " ") return;
    else if (!reason(cursor)) choose(cursor);
    event.preventDefault();
    moved.current = true;
  };

  return (
    <>
      <div className="gw-calendar-head">
        {button(labels.previousYear, -12)}
        {button(labels.previousMonth, -1)}
        <div id={id} aria-live="polite">
          {text.formatter({ month: "long", year: "numeric" }).format(Date.parse(cursor))}
        </div>
        {button(labels.nextMonth, 1)}
        {button(labels.nextYear, 12)}
      </div>
      <div>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that keys move in. */}
        <table role="grid" aria-labelledby={id} ref={grid} onKeyDown={press}>
          <thead>
            <tr>
              {week.map((column) => (
                <th key={column} scope="col" abbr={long.format(time(column))}>
                  {names[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[0, 1, 2, 3, 4, 5]
              .map((row) => row * 7 - offset + 1)
              .filter((start) => start <= days)
              .map((start) => (
                <tr key={start}>{week.map((column) => cell(start + column))}</tr>
              ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function autofocus(cell: HTMLElement | null): void {
  if (cell) cell.autofocus = true;
}
