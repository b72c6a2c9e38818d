"use client";
import "../Choice/Choice.css";
import "../Checkbox/Checkbox.css";
import "./Table.css";
import { type ComponentProps, type JSX, type ReactNode, useId, useImperativeHandle, useMemo, useRef } from "react";
import { classNames } from "../class-names.ts";
import { useControlled } from "../use-controlled.ts";
import { sortRows } from "./sort-rows.ts";
import type { TableColumn, TableSelectable, TableSort } from "./table-types.ts";
import { useScrollStop } from "./use-scroll-stop.ts";

type Keys = ReadonlySet<string> | readonly string[];

export interface TableProps<Row> extends Omit<ComponentProps<"section">, "children"> {
  /** What the table shows; its accessible name. */
  caption: ReactNode;
  /** Shows the caption to assistive technology only. */
  hideCaption?: boolean | undefined;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  /** The property that tells rows apart, or what reads it; text. */
  rowKey: (keyof Row & string) | ((row: Row) => string);
  /** Controlled; `null`: as `rows` are. */
  sort?: TableSort | null | undefined;
  defaultSort?: TableSort | null | undefined;
  /** Asked to sort (controlled), or did (uncontrolled). */
  onSort?: ((sort: TableSort) => void) | undefined;
  /** The rows are in the order of `sort` already: a server sorts them. */
  presorted?: boolean | undefined;
  /** Rules for sorting text. Give it where a server renders a sorted table: its own language may differ. */
  locale?: string | undefined;
  /** Adds a column of checkboxes. */
  selectable?: TableSelectable<Row> | undefined;
  /** Keys of the chosen rows, controlled; keys of rows that are not shown stay. */
  selected?: Keys | undefined;
  defaultSelected?: Keys | undefined;
  /** All chosen keys after each change. */
  onSelectedChange?: ((keys: Set<string>) => void) | undefined;
  /** What stands in place of rows where there are none. */
  empty?: ReactNode;
}

/**
 * A native `<table>` from data, in a region that scrolls where it is too wide. With a `maxBlockSize` of its own it
 * scrolls the other way too, and its header stays.
 *
 * Buttons in headers sort, stably. Checkboxes choose rows; with Shift (click or Space) all from the last one on. Rows are
 * kept apart by key: sorting loses neither focus nor choice. `ref`, `className` and unknown props reach the region.
 *
 * @example
 * ```tsx no-run
 * <Table
 *   caption="Trips"
 *   rows={trips}
 *   rowKey="id"
 *   columns={[
 *     { key: "name", header: "Trip", rowHeader: true, sortable: true },
 *     { key: "cost", header: "Cost", align: "end", sortable: true, cell: (trip) => euros.format(trip.cost) },
 *   ]}
 * />
 * ```
 */
export function Table<Row>({
  caption,
  hideCaption,
  columns,
  rows,
  rowKey,
  sort,
  defaultSort,
  onSort,
  presorted,
  locale,
  selectable,
  selected,
  defaultSelected = [],
  onSelectedChange,
  empty,
  className,
  ref,
  ...props
}: TableProps<Row>): JSX.Element {
  const id = useId();
  const region = useRef<HTMLElement>(null);
  useImperativeHandle(ref, () => region.current!);
  useScrollStop(region);
  const [order, setOrder] = useControlled(sort, defaultSort ?? null, onSort as (sort: TableSort | null) => void);
  const [chosen, setChosen] = useControlled(selected, defaultSelected, onSelectedChange as (keys: Keys) => void);
  const by = !presorted && order && columns.find(({ key }) => key === order.column);
  const shown = useMemo(() => (by ? sortRows(rows, by, order, locale) : rows), [rows, by, order, locale]);
  const keyOf = (row: Row) => (typeof rowKey === "function" ? rowKey(row) : String(row[rowKey]));

  const keys = new Set(chosen);
  const free = selectable ? shown.filter((row) => !selectable.disabled?.(row)) : [];
  const taken = free.filter((row) => keys.has(keyOf(row))).length;
  const shift = useRef(false);
  const anchor = useRef<string>(undefined);
  const choose = (some: readonly Row[], on: boolean) => {
    const next = new Set(keys);
    for (const row of some) next[on ? "add" : "delete"](keyOf(row));
    setChosen(next);
  };
  const chooseTo = (row: Row, on: boolean) => {
    const end = free.indexOf(row);
    const start = shift.current ? free.findIndex((each) => keyOf(each) === anchor.current) : -1;
    choose(start < 0 ? [row] : free.slice(Math.min(start, end), Math.max(start, end) + 1), on);
    anchor.current = keyOf(row);
  };

  const all: readonly TableColumn<Row>[] = selectable
    ? [
        {
          key: "",
          header: checkbox(
            selectable.allLabel,
            taken > 0 && taken === free.length,
            !free.length,
            (on) => choose(free, on),
            taken > 0,
          ),
          cell: (row) =>
            checkbox(selectable.label(row), keys.has(keyOf(row)), selectable.disabled?.(row), (on) =>
              chooseTo(row, on),
            ),
        },
        ...columns,
      ]
    : columns;

  return (
    <section
      aria-labelledby={id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it.
      tabIndex={0}
      {...props}
      ref={region}
      className={classNames("gw-table", className)}
    >
      <table
        onKeyDown={(event) => {
          shift.current = event.shiftKey;
        }}
        onPointerDown={(event) => {
          shift.current = event.shiftKey;
        }}
      >
        <caption data-hidden={hideCaption}>
          <span id={id}>{caption}</span>
        </caption>
        <thead>
          <tr>
            {all.map(({ key, header, sortable, align }) => {
              const sorted = order?.column === key ? order.direction : undefined;
              return (
                <th key={key} scope="col" aria-sort={sorted} data-align={align}>
                  {sortable ? (
                    <button
                      type="button"
                      onClick={() =>
                        setOrder({ column: key, direction: sorted === "ascending" ? "descending" : "ascending" })
                      }
                    >
                      {header}
                    </button>
                  ) : (
                    header
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={keyOf(row)}>
              {all.map(({ key, cell, align, rowHeader }) => {
                const Cell = rowHeader ? "th" : "td";
                return (
                  <Cell key={key} scope={rowHeader ? "row" : undefined} data-align={align}>
                    {cell ? cell(row) : (row[key as keyof Row] as ReactNode)}
                  </Cell>
                );
              })}
            </tr>
          ))}
          {!shown.length && empty && (
            <tr>
              <td colSpan={all.length}>{empty}</td>
            </tr>
          )}
        </tbody>
        {columns.some(({ footer }) => footer !== undefined) && (
          <tfoot>
            <tr>
              {all.map(({ key, footer, align }) => (
                <td key={key} data-align={align}>
                  {footer}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

function checkbox(
  label: string,
  checked: boolean,
  disabled: boolean | undefined,
  choose: (on: boolean) => void,
  some?: boolean,
): JSX.Element {
  return (
    <label className="gw-choice">
      <input
        type="checkbox"
        aria-label={label}
        checked={checked}
        disabled={disabled}
        ref={(input) => {
          if (input) input.indeterminate = !!some && !checked;
        }}
        onChange={(event) => choose(event.target.checked)}
      />
    </label>
  );
}
